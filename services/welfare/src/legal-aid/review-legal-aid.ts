import { legalAidGranted } from '@gonglian/contracts/welfare.ts';
import type { LegalAid } from '@gonglian/contracts/gen/gonglian/welfare/v1/rights.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { invalid } from '@gonglian/kernel/refusal.ts';
import { date, optionalText } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { decideReviewStep } from './legal-aid-steps.ts';
import { beginLegalAidStep, endLegalAidStep, legalAidStep } from './legal-aid.ts';

/** A refusal has its reason, and is looked at once more by somebody else. */
export const reviewLegalAid = command({
  schema: z.strictObject({
    ...legalAidStep,
    granted: z.boolean(),
    reason: optionalText(500),
    reviewedOn: date,
  }),
  permission: 'welfare.legal-aid.review',
  async run(tx, ask): Promise<LegalAid> {
    const { granted, reason, reviewedOn: stepOn } = ask;
    if (granted === (reason !== ''))
      throw invalid('FIELD_INVALID', { field: 'reason', rule: granted ? 'own' : 'required' });
    const at = { ...ask, stepOn, today: chinaDate(tx.now) };
    const account = tx.actor.id;
    const { row, step, state } = await beginLegalAidStep(tx, at, (stands) =>
      decideReviewStep(stands, { granted, account }),
    );
    await tx.sql`
      update legal_aid set reason = ${reason}, reviewed_by = ${account},
        granted_on = ${granted ? stepOn : null}
      where id = ${row.legalAidId}`;
    const { legalAidId, unionId, aidKind, disputeKind, workers, workRegion, originRegion } = row;
    if (granted)
      tx.emit(legalAidGranted, {
        legalAidId,
        unionId,
        aidKind,
        disputeKind,
        workers,
        crossRegion: isCrossRegion(workRegion, originRegion),
        grantedOn: stepOn,
      });
    return endLegalAidStep(tx, row, { step, state, stepOn, note: reason });
  },
});

/** From another province than that of the work. */
const isCrossRegion = (workRegion: string, originRegion: string): boolean =>
  originRegion !== '' && originRegion.slice(0, 2) !== workRegion.slice(0, 2);
