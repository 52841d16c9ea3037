import type { MutualAidClaim } from '@gonglian/contracts/gen/gonglian/welfare/v1/mutual_aid.ts';
import { code } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { claimStep, lockClaim, readWholeClaim, takeStep } from './claim.ts';
import { REASONS } from './claim-steps.ts';

const STEPS = ['CHECK', 'REVIEW', 'RETURN', 'REJECT', 'UPHOLD', 'DENY'] as const;
/** The grassroots union checks; whoever runs the plan reviews, and answers an appeal. */
const OF_HOLDER: readonly string[] = ['REVIEW', 'UPHOLD', 'DENY'];

/** Every step that needs nothing but who takes it and why; what may follow what is in claim-steps.ts. */
export const stepMutualAidClaim = command({
  schema: z.strictObject({ ...claimStep, step: code(STEPS), reasonCode: code(['', ...REASONS]) }),
  permission: 'welfare.mutual-aid.check',
  async run(tx, { step, reasonCode, ...ask }): Promise<MutualAidClaim> {
    const { sql, own } = tx;
    const claim = await lockClaim(tx, ask);
    if (OF_HOLDER.includes(step)) await tx.requireUnions([claim.holderUnionId]);
    await takeStep(tx, claim, step, reasonCode);
    // What was refused may be claimed rightly elsewhere; false papers may not.
    if ((step === 'REJECT' || step === 'DENY') && reasonCode !== 'FALSE_MATERIALS')
      await sql`delete from mutual_invoice where claim_id = ${claim.claimId}`;
    return readWholeClaim(sql, own.vault, claim.claimId);
  },
});
