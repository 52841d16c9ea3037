// One member as lists and the member's page show it.
import type { Member } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import type { MemberCodes } from '@gonglian/contracts/gen/gonglian/membership/v1/events.ts';
import type { Vault } from '@gonglian/kernel/vault.ts';
import { maskPerson } from './person.ts';

export interface MemberRow {
  memberId: string;
  unionId: string;
  unionName: string | null;
  state: string;
  memberNo: string | null;
  joinedOn: string | null;
  channel: string;
  codesId: number;
  version: number;
  idNumber: Buffer;
  name: Buffer;
  phone: Buffer | null;
}

/** Masked, without spells. */
export function memberView(
  vault: Vault,
  row: MemberRow,
  codes: ReadonlyMap<number, MemberCodes>,
): Member {
  const { memberId, unionId, state, version } = row;
  return {
    memberId,
    unionId,
    unionName: row.unionName ?? '',
    state,
    memberNo: row.memberNo ?? '',
    joinedOn: row.joinedOn ?? '',
    ...maskPerson(vault, memberId, row),
    joinChannel: row.channel,
    codes: codes.get(row.codesId),
    version,
    spells: [],
  };
}
