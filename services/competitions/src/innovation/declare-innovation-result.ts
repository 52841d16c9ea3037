import type { InnovationResult } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import { innovationDeclared } from '@gonglian/contracts/competitions.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { date } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { decideDay } from '@gonglian/service/record-fields.ts';
import { command } from '../pipeline.ts';
import { declarationStep, lockResult } from './declaration.ts';
import { readResult } from './innovation-result.ts';

/** For an award of a level, once at each. */
export const declareInnovationResult = command({
  schema: z.strictObject({ ...declarationStep, declaredOn: date }),
  permission: 'competitions.innovation.write',
  async run({ sql, own, now, emit }, ask): Promise<InnovationResult> {
    const { resultId, level, declaredOn } = ask;
    const { unionId, registeredOn } = await lockResult(sql, ask);
    decideDay(declaredOn, registeredOn, chinaDate(now));
    const [declared] = await sql`
      insert into innovation_declaration (result_id, level, union_id, declared_on)
      values (${resultId}, ${level}, ${unionId}, ${declaredOn})
      on conflict do nothing returning level`;
    if (!declared) throw refused('RESULT_DECLARED', { level });
    emit(innovationDeclared, { resultId, unionId, level, declaredOn });
    return readResult(sql, own.vault, resultId);
  },
});
