import { refused } from '@gonglian/kernel/refusal.ts';
import { KERNEL_POLICY, policyOn } from '@gonglian/kernel/policy.ts';
import { committeeBand, requireCommitteeSize } from '@gonglian/kernel/term.ts';
import type { UnionLevel } from '@gonglian/kernel/union.ts';
import { code, count, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { optionalCode } from '../fields.ts';

// What founding meetings and elections have in common: posts, votes, and how many there may be
// (domain §1.4, §1.5).

export const ROLES = ['chair', 'vice_chair', 'committee', 'audit_chair', 'audit', 'women'] as const;
export type Role = (typeof ROLES)[number];
export const APPOINTMENTS = ['full_time', 'part_time', 'temporary', 'socialised'] as const;

const SEATS_MAX = 200;
export const Seat = z.strictObject({
  role: code(ROLES),
  holderName: text(60),
  votes: count,
  appointment: optionalCode(APPOINTMENTS),
});
export type Seat = z.output<typeof Seat>;

export const Ballot = z.strictObject({
  entitled: count,
  present: count,
  seats: z.array(Seat).min(1, 'required').max(SEATS_MAX, 'too_long'),
});
export type Ballot = z.output<typeof Ballot>;

/** Chair and vice-chairs are members of the committee; auditors are not. */
export function onCommittee(role: Role): boolean {
  return role === 'chair' || role === 'vice_chair' || role === 'committee';
}

/** Refused PRESENT_ABOVE_ENTITLED or VOTES_ABOVE_PRESENT: the figures cannot be of one meeting. */
export function requireSound({ entitled, present, seats }: Ballot): void {
  if (present > entitled) throw refused('PRESENT_ABOVE_ENTITLED', { present, entitled });
  const over = seats.findIndex(({ votes }) => votes > present);
  if (over >= 0) throw refused('VOTES_ABOVE_PRESENT', { seat: over + 1, present });
}

/** Refused AUDITOR_IS_CHAIR: nobody audits a union that he or she leads (domain §1.5 [K]). */
export function requireSeparateAudit(posts: readonly { role: Role; name: string }[]): void {
  const chairs = new Set(posts.filter(({ role }) => role === 'chair').map(({ name }) => name));
  const audits = (role: Role) => role === 'audit' || role === 'audit_chair';
  const both = posts.some(({ role, name }) => audits(role) && chairs.has(name));
  if (both) throw refused('AUDITOR_IS_CHAIR');
}

/**
 * Refused COMMITTEE_SIZE unless the seats suit the members; the bands are those of grassroots
 * unions.
 */
export function requireSeats(level: UnionLevel, seats: number, members: number, on: string): void {
  if (seats < 1) throw refused('COMMITTEE_SIZE', { seats, members });
  if (level !== 'GRASSROOTS') return;
  requireCommitteeSize(seats, members, policyOn(KERNEL_POLICY, 'committee.bands', on));
}

/**
 * With fewer elected than this there is no committee. A union may stay below the seats it planned.
 */
export function electedMin(level: UnionLevel, seats: number, members: number, on: string): number {
  if (level !== 'GRASSROOTS') return 1;
  const band = committeeBand(members, policyOn(KERNEL_POLICY, 'committee.bands', on));
  return Math.min(seats, band.seatsMin);
}
