import type { Support } from '@gonglian/contracts/gen/gonglian/competitions/v1/programme.ts';
import { supportDeclared } from '@gonglian/contracts/programmes.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { code, count, date, id, optionalId, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { decideDay } from '@gonglian/service/record-fields.ts';
import { command } from '../pipeline.ts';
import { requireLivingUnion } from '@gonglian/service/living-union.ts';
import { readSupport, SUPPORT_KINDS, supportView } from './support.ts';

/** Refused SUPPORT_WITHOUT_EXPERTS: somebody visits a firm; SUPPORT_OF_OWN: nobody serves himself. */
export const declareSupport = command({
  schema: z.strictObject({
    unionId: id,
    supportKind: code(SUPPORT_KINDS),
    servedName: text(100),
    servedUnionId: optionalId,
    matter: text(1_000),
    experts: count.max(1_000, 'too_large'),
    declaredOn: date,
  }),
  permission: 'competitions.support.write',
  unions: ({ unionId }) => [unionId],
  wholeNode: 'the firm that is served is of another union',
  async run({ sql, now, emit }, ask): Promise<Support> {
    const { unionId, supportKind, servedUnionId, declaredOn } = ask;
    if (supportKind === 'TECH_SERVICE' && ask.experts === 0)
      throw refused('SUPPORT_WITHOUT_EXPERTS');
    if (servedUnionId === unionId) throw refused('SUPPORT_OF_OWN');
    decideDay(declaredOn, '', chinaDate(now));
    await requireLivingUnion(sql, unionId);
    if (servedUnionId !== '') await requireLivingUnion(sql, servedUnionId);
    const supportId = newId();
    await sql`
      insert into support (support_id, union_id, kind, served_name, served_union_id, matter, experts, declared_on)
      values (${supportId}, ${unionId}, ${supportKind}, ${ask.servedName}, ${servedUnionId || null}, ${ask.matter},
        ${ask.experts}, ${declaredOn})`;
    emit(supportDeclared, { supportId, unionId, supportKind, declaredOn });
    return supportView(await readSupport(sql, supportId));
  },
});
