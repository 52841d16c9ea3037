// What may become of a grant of relief: one table of the steps allowed (domain §3.2).
import { refused } from '@gonglian/kernel/refusal.ts';

export const GRANT_STATES = [
  'PROPOSED',
  'MATERIALS_CHECKED',
  'REVIEWED',
  'APPROVED',
  'PUBLISHED',
  'PAY_ORDERED',
  'PAID',
  'PAY_FAILED',
  'CONFIRMED',
  'ARCHIVED',
  'RETURNED',
  'REJECTED',
  // Somebody objects while it is shown: said by its notice, never written.
  'SUSPENDED',
  'RECOVERED',
] as const;
export type GrantState = (typeof GRANT_STATES)[number];

type Moves = Partial<Record<GrantState, GrantState>>;
const to = (state: GrantState, ...from: readonly GrantState[]): Moves =>
  Object.fromEntries(from.map((one) => [one, state]));

/** By step: from which state into which. Whatever is not here is refused. */
export const STEPS = {
  AMEND: to('PROPOSED', 'RETURNED'),
  CHECK: { PROPOSED: 'MATERIALS_CHECKED' },
  REVIEW: { MATERIALS_CHECKED: 'REVIEWED' },
  APPROVE: { REVIEWED: 'APPROVED' },
  PUBLISH: { APPROVED: 'PUBLISHED' },
  // A second time where what was asked of finance was dropped.
  ORDER: to('PAY_ORDERED', 'PUBLISHED', 'PAY_ORDERED', 'PAY_FAILED'),
  // Said by finance alone.
  PAY: to('PAID', 'PAY_ORDERED', 'PAY_FAILED'),
  FAIL: { PAY_ORDERED: 'PAY_FAILED' },
  CONFIRM: { PAID: 'CONFIRMED' },
  ARCHIVE: { CONFIRMED: 'ARCHIVED' },
  RECOVER: to('RECOVERED', 'PAID', 'CONFIRMED', 'ARCHIVED'),
  RETURN: to('RETURNED', 'PROPOSED', 'MATERIALS_CHECKED', 'REVIEWED'),
  REJECT: to(
    'REJECTED',
    'PROPOSED',
    'MATERIALS_CHECKED',
    'REVIEWED',
    'APPROVED',
    'PUBLISHED',
    'SUSPENDED',
    'RETURNED',
  ),
} as const satisfies Record<string, Moves>;
export type GrantStep = keyof typeof STEPS;

/** In their order; what has still to be done where a grant stands, by the rule that says so. */
const ON_THE_WAY: readonly [state: GrantState, missing: string][] = [
  ['RETURNED', 'RELIEF_AMENDMENT_FIRST'],
  ['PROPOSED', 'RELIEF_CHECK_FIRST'],
  ['MATERIALS_CHECKED', 'RELIEF_REVIEW_FIRST'],
  ['REVIEWED', 'RELIEF_APPROVAL_FIRST'],
  ['APPROVED', 'RELIEF_PUBLICITY_FIRST'],
  ['SUSPENDED', 'OBJECTION_FIRST'],
  ['PUBLISHED', 'RELIEF_ORDER_FIRST'],
  ['PAY_ORDERED', 'RELIEF_PAYMENT_FIRST'],
  ['PAID', 'RELIEF_CONFIRMATION_FIRST'],
  ['CONFIRMED', ''],
  ['ARCHIVED', ''],
];
const placeOf = (state: GrantState): number =>
  ON_THE_WAY.findIndex(([one]) => one === (state === 'PAY_FAILED' ? 'PAY_ORDERED' : state));

/** Refused with the rule that was skipped, or RELIEF_STATE_WRONG where the grant is past the step. */
export function nextState(step: GrantStep, state: GrantState): GrantState {
  const moves: Moves = STEPS[step];
  const next = moves[state];
  if (next !== undefined) return next;
  const at = placeOf(state);
  const asked = GRANT_STATES.filter((from) => moves[from] !== undefined).map((one) => placeOf(one));
  const isAhead = at >= 0 && asked.every((place) => place > at);
  throw refused((isAhead && ON_THE_WAY[at]?.[1]) || 'RELIEF_STATE_WRONG', { state, step });
}

/** These count against the caps of a year. */
export const TAKEN: readonly GrantState[] = [
  'APPROVED',
  'PUBLISHED',
  'SUSPENDED',
  'PAY_ORDERED',
  'PAID',
  'PAY_FAILED',
  'CONFIRMED',
  'ARCHIVED',
];

interface Signed {
  madeBy: string;
  checkedBy: string;
  reviewedBy: string;
  memberId: string | null;
}

/** In the order of refusals: nobody decides on his own, and nobody signs twice. */
export function requireAnotherHand(
  { madeBy, checkedBy, reviewedBy, memberId }: Signed,
  actor: { id: string; member: string },
): void {
  if (memberId !== null && memberId === actor.member) throw refused('PAYEE_IS_APPROVER');
  if ([madeBy, checkedBy, reviewedBy].includes(actor.id)) throw refused('RELIEF_SAME_PERSON');
}
