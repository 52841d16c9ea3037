import type { MutualAidClaim } from '@gonglian/contracts/gen/gonglian/welfare/v1/mutual_aid.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { claimStep, lockClaim, readWholeClaim, takeStep } from './claim.ts';

/** Once, against a rejection. Refused DISEASE_CLAIMED where the illness was claimed for anew since. */
export const appealMutualAidClaim = command({
  schema: z.strictObject(claimStep),
  permission: 'welfare.mutual-aid.report',
  async run(tx, ask): Promise<MutualAidClaim> {
    const { sql, own } = tx;
    const claim = await lockClaim(tx, ask);
    const anew = await sql`
      select from mutual_claim as o join mutual_claim as c using (enrolment_id, disease_key)
      where c.claim_id = ${claim.claimId} and o.claim_id <> c.claim_id and o.state <> 'REJECTED'`;
    if (anew.length > 0) throw refused('DISEASE_CLAIMED');
    await takeStep(tx, claim, 'APPEAL');
    return readWholeClaim(sql, own.vault, claim.claimId);
  },
});
