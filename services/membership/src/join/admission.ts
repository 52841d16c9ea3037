// What a person's past at this node allows: the same answer for an application and for a batch's
// row.
import type { CalendarDate } from '@gonglian/kernel/dates.ts';
import type { AdmissionAgePolicy } from '@gonglian/kernel/age.ts';
import {
  holdsMembership,
  membershipTransition,
  type MembershipState,
} from '@gonglian/kernel/member.ts';
import { KERNEL_POLICY, policyOn } from '@gonglian/kernel/policy.ts';

export interface Past {
  state: MembershipState;
  unionId: string;
  /** The day the last spell ended; null for who was never a member. */
  since: CalendarDate | null;
}

export type Admission =
  | { kind: 'again' }
  /** An active member of the same union already. */
  | { kind: 'unchanged' }
  | { kind: 'refused'; code: string; heldByUnionId: string };

/**
 * Whether somebody known here may join `unionId` on a date. Refusals in order: ALREADY_MEMBER (a
 * transfer can be offered), APPLICATION_PENDING, MEMBER_EXPELLED, MEMBER_DECEASED,
 * EFFECTIVE_BEFORE_SPELL.
 */
export function decideAdmission(past: Past, unionId: string, onDate: CalendarDate): Admission {
  const { state, since } = past;
  if (state === 'ACTIVE' && past.unionId === unionId) return { kind: 'unchanged' };
  if (holdsMembership(state)) return refusal('ALREADY_MEMBER', past.unionId);
  if (state === 'APPLIED') return refusal('APPLICATION_PENDING');
  if (state === 'EXPELLED') return refusal('MEMBER_EXPELLED');
  if (state === 'DECEASED') return refusal('MEMBER_DECEASED');
  membershipTransition(state, 'apply_again');
  if (since !== null && onDate < since) return refusal('EFFECTIVE_BEFORE_SPELL');
  return { kind: 'again' };
}

function refusal(code: string, heldByUnionId = ''): Admission {
  return { kind: 'refused', code, heldByUnionId };
}

const AGE_RULE_SINCE = '1995-01-01';

/** The ages in force; who joined before the labour law is judged by its first text. */
export function admissionAges(onDate: CalendarDate): AdmissionAgePolicy {
  return policyOn(
    KERNEL_POLICY,
    'admission.age',
    onDate < AGE_RULE_SINCE ? AGE_RULE_SINCE : onDate,
  );
}
