// Masked members of one union or of the node, in the order of their ids: a page costs the same
// wherever it begins.
import type { MemberList } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { convert15, parseOtherDocument } from '@gonglian/kernel/id-number.ts';
import type { Vault } from '@gonglian/kernel/vault.ts';
import { cursor, limit, optionalId, optionalText } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { readCodes } from './codes.ts';
import { memberView, type MemberRow } from './member-row.ts';
import { possibleHashes } from './person.ts';

const STATES = [
  'APPLIED',
  'ACTIVE',
  'RETAINED',
  'LEFT',
  'DEEMED_LEFT',
  'EXPELLED',
  'DECEASED',
  'REJECTED',
];

const ListMembers = z.strictObject({
  unionId: optionalId,
  state: z.string().refine((state) => state === '' || STATES.includes(state), 'unknown_code'),
  idNumber: optionalText(30),
  memberNo: optionalText(19),
  cursor: cursor.pipe(optionalId),
  limit: limit(200),
});

export const listMembers = query({
  schema: ListMembers,
  permission: 'membership.member.read',
  async run({ sql, own }, ask): Promise<MemberList> {
    const unionId = ask.unionId || null;
    const state = ask.state || null;
    const memberNo = ask.memberNo || null;
    const hashes = ask.idNumber === '' ? null : hashesOf(own.vault, ask.idNumber);
    // A filter that is null folds away when the statement is planned, so each combination gets its
    // own plan; the page is cut before persons are joined, or the planner merges the two tables
    // from their beginning.
    const rows = await sql<MemberRow>`
      with page as materialized (
        select * from membership m
        where (${ask.cursor || null}::uuid is null or m.member_id > ${ask.cursor || null}::uuid)
          and (${unionId}::uuid is null or m.union_id = ${unionId}::uuid)
          and (${state}::text is null or m.state = ${state}::text)
          and (${memberNo}::text is null or m.member_no = ${memberNo}::text)
          and (${hashes}::bytea[] is null or m.member_id = any(array(
            select id from person where identity_hash = any(${hashes}::bytea[]))))
        order by m.member_id limit ${ask.limit})
      select m.member_id as "memberId", m.union_id as "unionId", u.name as "unionName", m.state,
        m.member_no as "memberNo", m.joined_on::text as "joinedOn", m.channel,
        m.codes_id as "codesId", m.version, p.id_number as "idNumber", p.name, p.phone
      from page m join person p on p.id = m.member_id
      left join union_state u on u.union_id = m.union_id
      order by m.member_id`;
    const codes = await readCodes(
      sql,
      rows.map((row) => row.codesId),
    );
    const last = rows.at(-1);
    return {
      items: rows.map((row) => memberView(own.vault, row, codes)),
      nextCursor: last && rows.length === ask.limit ? last.memberId : '',
    };
  },
});

/** Every hash a number as it was typed may be kept under; none for what cannot be a number. */
function hashesOf(vault: Vault, typed: string): Buffer[] {
  const parsed = parseOtherDocument(typed);
  if (!parsed.ok) return [];
  const eighteen = convert15(parsed.idNumber);
  const numbers = eighteen === undefined ? [parsed.idNumber] : [parsed.idNumber, eighteen];
  return numbers.flatMap((number) => possibleHashes(vault, number));
}
