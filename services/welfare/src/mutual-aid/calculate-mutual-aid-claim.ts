import type { MutualAidClaim } from '@gonglian/contracts/gen/gonglian/welfare/v1/mutual_aid.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { claimStep, lockClaim, readWholeClaim, takeStep } from './claim.ts';
import { sumClaim, writeLines } from './claim-sum.ts';

/** The sum is worked out and stored line by line; as often as needed before it is approved. */
export const calculateMutualAidClaim = command({
  schema: z.strictObject(claimStep),
  permission: 'welfare.mutual-aid.check',
  async run(tx, ask): Promise<MutualAidClaim> {
    const { sql, own } = tx;
    const claim = await lockClaim(tx, ask);
    await tx.requireUnions([claim.holderUnionId]);
    await takeStep(tx, claim, 'CALCULATE');
    const { lines, benefitFen } = await sumClaim(tx, claim);
    await writeLines(sql, claim, lines);
    await sql`update mutual_claim set benefit_fen = ${benefitFen} where claim_id = ${claim.claimId}`;
    return readWholeClaim(sql, own.vault, claim.claimId);
  },
});
