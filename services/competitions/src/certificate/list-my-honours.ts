// A member's own honours, of whatever union he had them: he is found by the number that membership has of him, under
// the key that was made of it when he was nominated. The number stays in this call.
import { nothing } from '@gonglian/service/fields.ts';
import type {
  MyHonour,
  MyHonours,
} from '@gonglian/contracts/gen/gonglian/competitions/v1/honour.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { personKey, RESIDENT_ID } from '@gonglian/service/person.ts';
import { inquiry, type Reading } from '../pipeline.ts';
import { certificateOf, grantView, type GrantRow } from './grant.ts';

const HONOURS_MAX = 200;
export const listMyHonours = inquiry({
  schema: nothing,
  permission: 'competitions.my-honour.read',
  async run({ own, token, now, read }): Promise<MyHonours> {
    const { idType, idNumber } = await own.membership.getMyRecord({}, { token });
    // Whoever is nominated is so by a resident's number.
    if (idType !== RESIDENT_ID) return { items: [] };
    const key = personKey(own.vault, idNumber, chinaDate(now));
    return read(async (tx) => ({ items: await honoursOf(tx, key) }));
  },
});

async function honoursOf(tx: Reading, key: Buffer): Promise<MyHonour[]> {
  await tx.beyondScope('what somebody was honoured with is his own, of whatever union');
  const rows = await tx.sql<GrantRow>`
    select g.* from honour_grant_row as g join person as p on p.person_id::text = g."personId"
    where p.person_key = ${key} order by g."grantedOn" desc, g."grantId" desc limit ${HONOURS_MAX}`;
  return rows.map((row) => ({
    grant: grantView(tx, row),
    certificate: certificateOf(tx.own, row),
  }));
}
