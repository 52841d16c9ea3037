import type { LegalAid } from '@gonglian/contracts/gen/gonglian/welfare/v1/rights.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { beginLegalAidStep, endLegalAidStep, legalAidStep } from './legal-aid.ts';

/** A number of this case; of nobody an opinion is kept. */
export const evaluateLegalAid = command({
  schema: z.strictObject({
    ...legalAidStep,
    satisfaction: z.int().min(1, 'not_positive').max(5, 'too_large'),
  }),
  permission: 'welfare.legal-aid.write',
  async run(tx, ask): Promise<LegalAid> {
    const today = chinaDate(tx.now);
    const at = { ...ask, stepOn: today, today };
    const { row, step, state } = await beginLegalAidStep(tx, at, () => 'EVALUATE');
    await tx.sql`
      update legal_aid set satisfaction = ${ask.satisfaction} where id = ${row.legalAidId}`;
    return endLegalAidStep(tx, row, { step, state, stepOn: today });
  },
});
