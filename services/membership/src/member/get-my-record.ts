// Everything this node keeps of the member who asks. Reading one's own record is not logged: the log answers who else
// looked.
import { nothing } from '@gonglian/service/fields.ts';
import type { MyRecord, Transfer } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { notFound } from '@gonglian/kernel/refusal.ts';
import { correctionView, type CorrectionRow } from '../correction/correction.ts';
import { query, type Sql } from '../pipeline.ts';
import { readCodes } from './codes.ts';
import { listConsents } from '../join/consent.ts';
import { findMemberRows } from './member-row.ts';
import { ownMemberId } from './own-record.ts';
import { findPerson, openPerson } from './person.ts';
import { listSpells } from './spells.ts';

const ROWS_MAX = 500;

export const getMyRecord = query({
  schema: nothing,
  permission: 'membership.my-record.read',
  async run({ sql, own: { vault }, actor }): Promise<MyRecord> {
    const memberId = ownMemberId(actor);
    const [row] = await findMemberRows(sql, [memberId]);
    const person = await findPerson(sql, memberId);
    if (row === undefined || person === undefined) throw notFound('MEMBER_UNKNOWN', { memberId });
    const { unionId, state, codesId } = row;
    const corrections = await listOwnCorrections(sql, memberId);
    return {
      memberId,
      unionId,
      unionName: row.unionName ?? '',
      state,
      memberNo: row.memberNo ?? '',
      joinedOn: row.joinedOn ?? '',
      ...openPerson(vault.openingKeys(), memberId, person.sealed),
      idType: person.idType,
      joinChannel: row.channel,
      codes: (await readCodes(sql, [codesId])).get(codesId),
      spells: await listSpells(sql, memberId),
      transfers: await listOwnTransfers(sql, memberId),
      corrections: corrections.map((correction) => correctionView(vault, correction, true)),
      consents: await listConsents(sql, memberId),
    };
  },
});

function listOwnTransfers(sql: Sql, memberId: string): Promise<Transfer[]> {
  return sql<Transfer>`
    select id as "transferId", member_id as "memberId", from_union_id as "fromUnionId",
      to_union_id as "toUnionId", state, effective_on::text as "effectiveOn", version
    from transfer where member_id = ${memberId} order by id limit ${ROWS_MAX}`;
}

function listOwnCorrections(sql: Sql, memberId: string): Promise<CorrectionRow[]> {
  return sql<CorrectionRow>`
    select c.id, c.member_id as "memberId", m.union_id as "unionId", c.field, c.value,
      c.explanation, c.state, c.asked_on::text as "askedOn", c.due_on::text as "dueOn",
      c.decided_on::text as "decidedOn", c.reason, c.version
    from correction c join membership m on m.member_id = c.member_id
    where c.member_id = ${memberId} order by c.id limit ${ROWS_MAX}`;
}
