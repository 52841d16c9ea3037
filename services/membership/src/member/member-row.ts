// One member as lists and the member's page show it.
import type { Member } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import type { MemberCodes } from '@gonglian/contracts/gen/gonglian/membership/v1/events.ts';
import type { Tx } from '@gonglian/service/use-case.ts';
import type { Own, Sql } from '../pipeline.ts';
import { readCodes } from './codes.ts';
import { maskPerson, openPerson } from './person.ts';
import { showsName } from './shows-name.ts';

export interface MemberRow {
  memberId: string;
  unionId: string;
  unionName: string | null;
  state: string;
  memberNo: string | null;
  appliedOn: string;
  joinedOn: string | null;
  channel: string;
  codesId: number;
  version: number;
  sealed: Buffer;
}

/** The rows of some members that the reader may see, in the order of their ids. */
export function findMemberRows(sql: Sql, memberIds: readonly string[]): Promise<MemberRow[]> {
  return sql<MemberRow>`
    select m.member_id as "memberId", m.union_id as "unionId", u.name as "unionName", m.state,
      m.member_no as "memberNo", m.applied_on::text as "appliedOn",
      m.joined_on::text as "joinedOn", m.channel, m.codes_id as "codesId", m.version,
      p.sealed
    from membership m join person p on p.id = m.member_id
    left join union_state u on u.union_id = m.union_id
    where m.member_id = any(${memberIds}::uuid[])
    order by m.member_id`;
}

/** Masked as the reader's duty says, without spells; never a birth date, since a number is there. */
export async function memberViews(
  { sql, own, actor }: Pick<Tx<Own>, 'sql' | 'own' | 'actor'>,
  rows: readonly MemberRow[],
): Promise<Member[]> {
  const codes = await readCodes(
    sql,
    rows.map((row) => row.codesId),
  );
  const keys = own.vault.openingKeys();
  return rows.map((row) => {
    const person = openPerson(keys, row.memberId, row.sealed);
    const name = showsName(actor, row.unionId) ? person.name : '';
    return { ...plainView(row, codes), ...maskPerson(person), name };
  });
}

function plainView(row: MemberRow, codes: ReadonlyMap<number, MemberCodes>) {
  const { memberId, unionId, state, version, appliedOn } = row;
  return {
    memberId,
    unionId,
    unionName: row.unionName ?? '',
    state,
    memberNo: row.memberNo ?? '',
    appliedOn,
    joinedOn: row.joinedOn ?? '',
    joinChannel: row.channel,
    codes: codes.get(row.codesId),
    version,
    spells: [],
  };
}
