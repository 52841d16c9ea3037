// What a member takes part in, and his claims, of whatever union: he is found by the number membership has of him.
import { nothing } from '@gonglian/service/fields.ts';
import type {
  MutualAidCover,
  MyMutualAid,
} from '@gonglian/contracts/gen/gonglian/welfare/v1/mutual_aid.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { personKey, RESIDENT_ID } from '@gonglian/service/person.ts';
import { inquiry, type Reading } from '../pipeline.ts';
import { readWholeClaim } from './claim.ts';
import { shownState } from './enrolment.ts';

const COVERS_MAX = 100;
const CLAIMS_MAX = 50;
export const listMyMutualAid = inquiry({
  schema: nothing,
  permission: 'welfare.my-mutual-aid.read',
  async run({ own, token, now, read }): Promise<MyMutualAid> {
    const { idType, idNumber } = await own.membership.getMyRecord({}, { token });
    if (idType !== RESIDENT_ID) return { covers: [], claims: [] };
    const key = personKey(own.vault, idNumber, chinaDate(now));
    return read((tx) => ofPerson(tx, key));
  },
});

async function ofPerson(tx: Reading, key: Buffer): Promise<MyMutualAid> {
  const { sql, own, now } = tx;
  await tx.beyondScope('what somebody takes part in is his own, by whatever union');
  const rows = await sql<Omit<MutualAidCover, 'state'> & { kept: 'LISTED' | 'PAID' | 'CANCELLED' }>`
    select p.plan_id as "planId", p.name as "planName", p.round, e.state as kept,
      coalesce(b.effective_from::text, '') as "effectiveFrom", p.period_to::text as "periodTo"
    from mutual_enrolment as e join person as q using (person_id) join mutual_batch as b using (batch_id)
    join mutual_plan as p on p.plan_id = e.plan_id
    where q.person_key = ${key} and e.state <> 'CANCELLED' order by e.enrolment_id desc limit ${COVERS_MAX}`;
  const today = chinaDate(now);
  const covers = rows.map(({ kept, ...cover }) => ({
    ...cover,
    state: shownState({ ...cover, kept }, today),
  }));
  const found = await sql<{ claimId: string }>`
    select c.claim_id as "claimId" from mutual_claim as c join person as q using (person_id)
    where q.person_key = ${key} order by c.claim_id desc limit ${CLAIMS_MAX}`;
  const claims = [];
  for (const { claimId } of found) claims.push(await readWholeClaim(sql, own.vault, claimId));
  return { covers, claims };
}
