import type { InnovationResult } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import { innovationHonoured } from '@gonglian/contracts/competitions.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { invalid } from '@gonglian/kernel/refusal.ts';
import { date, optionalText } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { decideDay } from '@gonglian/service/record-fields.ts';
import { command } from '../pipeline.ts';
import { declarationStep, lockResult, readDeclaration } from './declaration.ts';
import { decideStep, readResult } from './innovation-result.ts';

/** Invalid FIELD_INVALID: an award has a document, and where there is none there is no award either. */
export function decideAward({ award, documentNo }: { award: string; documentNo: string }): void {
  if ((award === '') !== (documentNo === ''))
    throw invalid('FIELD_INVALID', { field: 'awardDocumentNo', rule: 'award' });
}

/** The award, or, where it is empty, that it has none. */
export const honourInnovationResult = command({
  schema: z.strictObject({
    ...declarationStep,
    award: optionalText(100),
    awardDocumentNo: optionalText(100),
    decidedOn: date,
  }),
  permission: 'competitions.innovation.decide',
  async run({ sql, own, now, emit }, ask): Promise<InnovationResult> {
    const { resultId, level, award, awardDocumentNo, decidedOn } = ask;
    decideAward({ award, documentNo: awardDocumentNo });
    const { unionId } = await lockResult(sql, ask);
    const { state, lastOn } = await readDeclaration(sql, ask);
    const next = decideStep(state, award === '' ? 'passOver' : 'honour');
    decideDay(decidedOn, lastOn, chinaDate(now));
    await sql`
      update innovation_declaration set state = ${next}, award = ${award},
        award_document_no = ${awardDocumentNo}, decided_on = ${decidedOn}
      where result_id = ${resultId} and level = ${level}`;
    if (award !== '') emit(innovationHonoured, { resultId, unionId, level, honouredOn: decidedOn });
    return readResult(sql, own.vault, resultId);
  },
});
