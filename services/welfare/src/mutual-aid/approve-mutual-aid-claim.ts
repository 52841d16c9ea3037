import type { MutualAidClaim } from '@gonglian/contracts/gen/gonglian/welfare/v1/mutual_aid.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { claimStep, lockClaim, readWholeClaim, takeStep } from './claim.ts';
import { sumClaim } from './claim-sum.ts';

/**
 * Worked out once more: refused CALCULATION_MOVED where another claim of the same person has taken of the round since,
 * NOTHING_DUE where it comes to nothing.
 */
export const approveMutualAidClaim = command({
  schema: z.strictObject(claimStep),
  permission: 'welfare.mutual-aid.approve',
  async run(tx, ask): Promise<MutualAidClaim> {
    const { sql, own } = tx;
    const claim = await lockClaim(tx, ask);
    await tx.requireUnions([claim.holderUnionId]);
    await takeStep(tx, claim, 'APPROVE');
    const { benefitFen } = await sumClaim(tx, claim);
    if (benefitFen !== claim.benefitFen) throw refused('CALCULATION_MOVED');
    if (benefitFen === 0) throw refused('NOTHING_DUE');
    await sql`
      update mutual_enrolment set given_fen = given_fen + ${benefitFen}
      where enrolment_id = ${claim.enrolmentId}`;
    return readWholeClaim(sql, own.vault, claim.claimId);
  },
});
