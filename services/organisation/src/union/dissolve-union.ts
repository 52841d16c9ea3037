import type { MemberCount } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import type { UnionDissolved } from '@gonglian/contracts/gen/gonglian/organisation/v1/events.ts';
import { unionDissolved } from '@gonglian/contracts/organisation.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { refused, unavailable } from '@gonglian/kernel/refusal.ts';
import { date, expectedVersion, id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { docNo } from '../fields.ts';
import { command, type Reading } from '../pipeline.ts';
import { endUnions, lastPlacedOn } from './ending.ts';
import { requireAfterLastChange } from './history.ts';
import { childrenFrom, lockTree } from './tree.ts';
import { noteChange } from './union-change.ts';
import { requireDone, requireFounded, unionAt, type Standing } from './union-record.ts';

const DissolveUnion = z.strictObject({
  unionId: id,
  effectiveOn: date,
  replyDocNo: docNo,
  expectedVersion,
});
type DissolveUnion = z.output<typeof DissolveUnion>;

export interface Remains {
  today: string;
  lastPlacedOn: string;
  subUnions: number;
  /**
   * Position of the closing among this service's facts; undefined until the relay has given it one.
   */
  closingPosition: bigint | undefined;
  members: MemberCount;
}

/**
 * A union ends when nothing and nobody is left in it (domain §1.9). Membership's count says so only
 * if membership had heard of the closing when it counted: from then on nobody joins, so a count of
 * none stays none.
 */
export function decideDissolve(
  union: Pick<Standing, 'status' | 'establishedOn'>,
  remains: Remains,
  ask: DissolveUnion,
): Omit<UnionDissolved, 'version'> {
  if (union.status !== 'CLOSING') throw refused('NOT_CLOSING', { status: union.status });
  requireDone('effectiveOn', ask.effectiveOn, remains.today);
  requireFounded(union, ask.effectiveOn);
  requireAfterLastChange(ask.effectiveOn, remains.lastPlacedOn);
  const { subUnions, closingPosition, members } = remains;
  if (subUnions > 0) throw refused('HAS_SUB_UNIONS', { subUnions });
  if (closingPosition === undefined || members.organisationPosition < closingPosition) {
    throw unavailable('MEMBERSHIP_BEHIND');
  }
  if (members.active > 0) throw refused('HAS_ACTIVE_MEMBERS', { active: members.active });
  if (members.pending > 0) throw refused('HAS_PENDING_APPLICATIONS', { pending: members.pending });
  const { unionId, effectiveOn } = ask;
  return { unionId, effectiveOn, cause: 'dissolved', successorId: '' };
}

export const dissolveUnion = command({
  schema: DissolveUnion,
  permission: 'organisation.union.dissolve',
  unions: (ask) => [ask.unionId],
  prepare: ({ own, token }, { unionId }) => own.membership.countMembers({ unionId }, { token }),
  async run(tx, ask, members) {
    await lockTree(tx);
    const { unionId, effectiveOn: on } = ask;
    const union = await unionAt(tx.em, unionId, ask.expectedVersion);
    const below = [
      ...(await childrenFrom(tx, 'territorial', [unionId], on)),
      ...(await childrenFrom(tx, 'industrial', [unionId], on)),
    ];
    const remains = {
      today: chinaDate(tx.now),
      lastPlacedOn: await lastPlacedOn(tx, [unionId]),
      subUnions: below.length,
      closingPosition: await announcedAt(tx, unionId),
      members,
    };
    const dissolved = decideDissolve(union, remains, ask);
    union.status = 'DISSOLVED';
    union.dissolvedOn = on;
    const line = { what: 'dissolved', effectiveOn: on, detail: ask.replyDocNo } as const;
    const version = await noteChange(tx, union, line);
    await endUnions(tx, new Map([[unionId, version]]), on);
    tx.emit(unionDissolved, { ...dissolved, version });
    return { unionId, version };
  },
});

async function announcedAt(tx: Reading, unionId: string): Promise<bigint | undefined> {
  const [closing] = await tx.sql<{ position: string | null }>`
    select position from outbox where fact = 'union.closing' and key = ${unionId}
    order by seq desc limit 1`;
  return closing?.position ? BigInt(closing.position) : undefined;
}
