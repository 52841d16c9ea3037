// Shows how ill somebody is to whoever has to check it, for a reason that stays on record.
import type { RevealedMutualAidClaim } from '@gonglian/contracts/gen/gonglian/welfare/v1/mutual_aid.ts';
import { logAccess } from '@gonglian/service/access-log.ts';
import { code, id } from '@gonglian/service/fields.ts';
import { openName } from '@gonglian/service/person.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { readClaim } from './claim.ts';
import { healthView, openHealth } from './health.ts';

export const revealMutualAidClaim = query({
  schema: z.strictObject({
    claimId: id,
    reasonCode: code(['CHECK', 'REVIEW', 'COMPLAINT']),
    reason: z.string().trim().min(5, 'too_short').max(200, 'too_long'),
  }),
  permission: 'welfare.mutual-aid.reveal',
  async run(tx, { claimId, reasonCode, reason }): Promise<RevealedMutualAidClaim> {
    const { sql, own } = tx;
    const { unionId, personId, nameSealed } = await readClaim(sql, claimId);
    const fields = ['person_name', 'health'];
    const why = { how: 'reveal' as const, reasonCode, reason };
    await logAccess(tx, [{ entity: 'claim', entityId: claimId, unionId, fields, ...why }]);
    const [sealed] = await sql<{ health: Buffer }>`
      select health_sealed as health from mutual_claim where claim_id = ${claimId}`;
    return {
      claimId,
      personName: openName(own.vault, personId, nameSealed),
      health: sealed && healthView(openHealth(own.vault, claimId, sealed.health)),
    };
  },
});
