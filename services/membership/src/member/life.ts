// The rules every change of a membership obeys: which state follows, and from which date.
import type { MemberCodes } from '@gonglian/contracts/gen/gonglian/membership/v1/events.ts';
import type { CalendarDate } from '@gonglian/kernel/dates.ts';
import {
  membershipTransition,
  type MembershipAction,
  type MembershipState,
} from '@gonglian/kernel/member.ts';
import { isRefusal, refused } from '@gonglian/kernel/refusal.ts';

/** What a decision about a member knows of it. */
export interface Standing {
  memberId: string;
  unionId: string;
  state: MembershipState;
  joinedOn: CalendarDate;
  /** The first day the next change may be of: where the last spell began, or ended if it has. */
  since: CalendarDate;
  codes: MemberCodes;
  version: number;
}

/**
 * The state after the actions in turn; otherwise refused MEMBERSHIP_STATE_WRONG with the state
 * (domain §2.3).
 */
export function nextState(
  state: MembershipState,
  ...actions: readonly MembershipAction[]
): MembershipState {
  try {
    return actions.reduce((from, action) => membershipTransition(from, action), state);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    throw refused('MEMBERSHIP_STATE_WRONG', { state }, { cause: error });
  }
}

/**
 * Refused EFFECTIVE_IN_FUTURE, EFFECTIVE_BEFORE_JOINING or EFFECTIVE_BEFORE_SPELL: a change is
 * recorded when it has happened, and never before the last one.
 */
export function requireEffective(
  effectiveOn: CalendarDate,
  { joinedOn, since }: Pick<Standing, 'joinedOn' | 'since'>,
  today: CalendarDate,
): void {
  if (effectiveOn > today) throw refused('EFFECTIVE_IN_FUTURE', { today });
  if (effectiveOn < joinedOn) throw refused('EFFECTIVE_BEFORE_JOINING', { joinedOn });
  if (effectiveOn < since) throw refused('EFFECTIVE_BEFORE_SPELL', { since });
}
