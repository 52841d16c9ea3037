import { Membership as MembershipView } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import type { MembershipState } from '@gonglian/kernel/member.ts';
import { defineEntity, LockMode, p } from '@mikro-orm/postgresql';
import type { EntityManager } from '@mikro-orm/postgresql';
import { notFound } from '@gonglian/kernel/refusal.ts';
import type { Sql } from '../pipeline.ts';
import { readCodes } from './codes.ts';
import type { Standing } from './life.ts';
import { findLastSpell, type Spell } from './spells.ts';

export const MembershipSchema = defineEntity({
  name: 'Membership',
  tableName: 'membership',
  properties: {
    memberId: p.uuid().primary(),
    /** Given at the first approval; kept for ever, also by who leaves and joins again. */
    memberNo: p.string().nullable(),
    unionId: p.uuid(),
    state: p.string().$type<MembershipState>(),
    channel: p.string(),
    appliedOn: p.date(),
    joinedOn: p.date().nullable(),
    codesId: p.integer(),
    /** The committee's decision that ended it, where one is needed. */
    decisionDocNo: p.string().nullable(),
    version: p.integer().version(),
  },
});

/** The one membership a person has at this node. */
export class Membership extends MembershipSchema.class {
  /** As the API shows it. */
  view(): MembershipView {
    return {
      memberId: this.memberId,
      unionId: this.unionId,
      state: this.state,
      memberNo: this.memberNo ?? '',
      joinedOn: this.joinedOn ?? '',
      version: this.version,
    };
  }
}
MembershipSchema.setClass(Membership);

export interface LoadedMember {
  member: Membership;
  standing: Standing;
  lastSpell: Spell | undefined;
}

/** A member as a command decides about it; NOT_FOUND, or stale where the version has moved. */
export async function loadMember(
  { em, sql }: { em: EntityManager; sql: Sql },
  memberId: string,
  expectedVersion: number,
): Promise<LoadedMember> {
  const member = await em.findOneOrFail(Membership, memberId, {
    lockMode: LockMode.OPTIMISTIC,
    lockVersion: expectedVersion,
    failHandler: () => notFound('MEMBER_UNKNOWN', { memberId }),
  });
  return { member, ...(await standingOf(sql, member)) };
}

export async function standingOf(
  sql: Sql,
  member: Membership,
): Promise<{ standing: Standing; lastSpell: Spell | undefined }> {
  const lastSpell = await findLastSpell(sql, member.memberId);
  const codes = (await readCodes(sql, [member.codesId])).get(member.codesId);
  if (codes === undefined) throw new Error('a member without codes');
  const { memberId, unionId, state, version } = member;
  const joinedOn = member.joinedOn ?? member.appliedOn;
  const since = lastSpell?.endedOn ?? lastSpell?.startedOn ?? joinedOn;
  return { lastSpell, standing: { memberId, unionId, state, joinedOn, since, codes, version } };
}
