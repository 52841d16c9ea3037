// Code tables and the life of a membership (domain §2.2, §2.3, §2.6).
import { refused } from './refusal.ts';

/** Document types (domain §2.6). */
export const ID_TYPES = {
  '01': '居民身份证',
  '02': '港澳居民来往内地通行证/居住证',
  '03': '台湾居民来往大陆通行证/居住证',
  '04': '护照',
  '05': '外国人永久居留证',
} as const;
export type IdType = keyof typeof ID_TYPES;

/** How a person joins (domain §2.2). */
export const JOIN_CHANNELS = [
  'PAPER',
  'ORAL',
  'ONLINE',
  'QR',
  'APP',
  'MINI_PROGRAM',
  'BATCH',
  'MOBILE_WINDOW',
  'COLLECTIVE_EVENT',
] as const;
export type JoinChannel = (typeof JOIN_CHANNELS)[number];

/** Forms of employment (用工形式, domain §2.6). */
export const EMPLOYMENT_FORMS = [
  'contract',
  'dispatch',
  'flexible',
  'platform',
  'public_institution',
  'civil_servant',
  'part_time',
] as const;
export type EmploymentForm = (typeof EMPLOYMENT_FORMS)[number];

export const REJECT_REASONS = [
  'not_eligible',
  'already_member',
  'identity_mismatch',
  'wrong_unit',
  'incomplete',
] as const;
export type RejectReason = (typeof REJECT_REASONS)[number];

export const RETAIN_REASONS = ['retired', 'unemployed', 'union_dissolved', 'off_post'] as const;
export type RetainReason = (typeof RETAIN_REASONS)[number];

export const END_WAYS = ['left', 'deemed_left', 'expelled', 'deceased'] as const;
export type EndWay = (typeof END_WAYS)[number];

export const MEMBERSHIP_STATES = [
  'APPLIED',
  'UNDER_REVIEW',
  'RETURNED',
  'REJECTED',
  'ACTIVE',
  'TRANSFER_OUT_PENDING',
  'SUSPENDED',
  'RETAINED',
  'ENDED',
  'LEFT',
  'DEEMED_LEFT',
  'EXPELLED',
  'DECEASED',
  'MERGED',
] as const;
export type MembershipState = (typeof MEMBERSHIP_STATES)[number];

export const MEMBERSHIP_ACTIONS = [
  'check_identity',
  'approve',
  'reject',
  'return',
  'resubmit',
  'request_transfer',
  'complete_transfer',
  'cancel_transfer',
  'suspend',
  'resume',
  'retain',
  'reactivate',
  'end',
  'leave',
  'deem_left',
  'expel',
  'decease',
  'merge',
  'apply_again',
  'readmit',
] as const;
export type MembershipAction = (typeof MEMBERSHIP_ACTIONS)[number];

const AGAIN = { apply_again: 'APPLIED' } as const;

/** complete_transfer leads to ACTIVE at the new union; readmit needs a new decision (domain §2.3). */
const TRANSITIONS: Record<MembershipState, Partial<Record<MembershipAction, MembershipState>>> = {
  APPLIED: { check_identity: 'UNDER_REVIEW', reject: 'REJECTED' },
  UNDER_REVIEW: { approve: 'ACTIVE', reject: 'REJECTED', return: 'RETURNED' },
  RETURNED: { resubmit: 'APPLIED' },
  REJECTED: AGAIN,
  ACTIVE: {
    request_transfer: 'TRANSFER_OUT_PENDING',
    suspend: 'SUSPENDED',
    retain: 'RETAINED',
    leave: 'LEFT',
    deem_left: 'DEEMED_LEFT',
    expel: 'EXPELLED',
    decease: 'DECEASED',
    merge: 'MERGED',
  },
  TRANSFER_OUT_PENDING: { complete_transfer: 'ACTIVE', cancel_transfer: 'ACTIVE' },
  SUSPENDED: { resume: 'ACTIVE', decease: 'DECEASED', merge: 'MERGED' },
  RETAINED: {
    reactivate: 'ACTIVE',
    end: 'ENDED',
    leave: 'LEFT',
    deem_left: 'DEEMED_LEFT',
    expel: 'EXPELLED',
    decease: 'DECEASED',
    merge: 'MERGED',
  },
  ENDED: AGAIN,
  LEFT: AGAIN,
  DEEMED_LEFT: AGAIN,
  EXPELLED: { readmit: 'APPLIED' },
  DECEASED: {},
  MERGED: {},
};

/** The state after an action; otherwise refused MEMBERSHIP_TRANSITION with both (domain §2.3). */
export function membershipTransition(
  from: MembershipState,
  action: MembershipAction,
): MembershipState {
  const next = TRANSITIONS[from][action];
  if (next === undefined) throw refused('MEMBERSHIP_TRANSITION', { from, action });
  return next;
}

/** Whether the person holds the one membership of the whole federation: counted active or retained. */
export function holdsMembership(state: MembershipState): boolean {
  return countsAsActive(state) || state === 'RETAINED';
}

/** Whether the union counts the person as an active member. */
export function countsAsActive(state: MembershipState): boolean {
  return state === 'ACTIVE' || state === 'TRANSFER_OUT_PENDING' || state === 'SUSPENDED';
}

/** Refused VOTER_RETAINED or VOTER_NOT_MEMBER for who may not vote (总工发〔2016〕27号 art. 4). */
export function requireVoter(state: MembershipState): void {
  if (state === 'RETAINED') throw refused('VOTER_RETAINED');
  if (!countsAsActive(state)) throw refused('VOTER_NOT_MEMBER', { state });
}
