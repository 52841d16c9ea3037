// What may become of a household's file: one table of the steps allowed (domain §3.1), and who may not take which.
import { forbidden, refused } from '@gonglian/kernel/refusal.ts';

export const FILE_STATES = [
  'DRAFT',
  'SUBMITTED',
  'HOME_VISIT',
  'DEMOCRATIC_REVIEW',
  'PUBLICITY_UNIT',
  // Somebody objects while it is shown in the unit: said by its notice, never written.
  'OBJECTION',
  'UPPER_REVIEW',
  'DATA_MATCH',
  // Passed here; the node above has still to confirm it.
  'COUNTY_REVIEW',
  'FILED',
  'IN_RELIEF',
  'ANNUAL_VERIFY',
  'EXIT_PROPOSED',
  'EXITED',
  'CLOSED',
  'RETURNED',
  'REJECTED',
  // Fallen back after it had got out.
  'REOPENED',
] as const;
export type FileState = (typeof FILE_STATES)[number];

type Moves = Partial<Record<FileState, FileState>>;
const to = (state: FileState, ...from: readonly FileState[]): Moves =>
  Object.fromEntries(from.map((one) => [one, state]));
const stay = (...states: readonly FileState[]): Moves =>
  Object.fromEntries(states.map((one) => [one, one]));
const underReview = [
  'SUBMITTED',
  'HOME_VISIT',
  'DEMOCRATIC_REVIEW',
  'PUBLICITY_UNIT',
  'OBJECTION',
  'UPPER_REVIEW',
  'DATA_MATCH',
  'COUNTY_REVIEW',
] as const;

/** By step: from which state into which. Whatever is not here is refused. */
export const STEPS = {
  OPEN: {},
  DECLARE: stay('DRAFT', 'RETURNED', 'ANNUAL_VERIFY', 'REOPENED'),
  SUBMIT: to('SUBMITTED', 'DRAFT', 'RETURNED', 'REOPENED'),
  VISIT: { SUBMITTED: 'HOME_VISIT' },
  PEER_REVIEW: { HOME_VISIT: 'DEMOCRATIC_REVIEW' },
  PUBLISH: { DEMOCRATIC_REVIEW: 'PUBLICITY_UNIT' },
  REVIEW_ABOVE: { PUBLICITY_UNIT: 'UPPER_REVIEW' },
  MATCH: { UPPER_REVIEW: 'DATA_MATCH', DATA_MATCH: 'DATA_MATCH' },
  REVIEW_COUNTY: { DATA_MATCH: 'COUNTY_REVIEW' },
  FILE: { COUNTY_REVIEW: 'FILED' },
  RELIEVE: to('IN_RELIEF', 'FILED', 'IN_RELIEF'),
  OPEN_VERIFICATION: to('ANNUAL_VERIFY', 'FILED', 'IN_RELIEF'),
  // Verified, or its exit declined: it stands as it did, by whether it was ever helped.
  STAND: to('FILED', 'ANNUAL_VERIFY', 'EXIT_PROPOSED'),
  STAND_IN_RELIEF: to('IN_RELIEF', 'ANNUAL_VERIFY', 'EXIT_PROPOSED'),
  PROPOSE_EXIT: to('EXIT_PROPOSED', 'FILED', 'IN_RELIEF', 'ANNUAL_VERIFY'),
  EXIT: { EXIT_PROPOSED: 'EXITED' },
  FOLLOW_UP: stay('EXITED'),
  REOPEN: { EXITED: 'REOPENED' },
  RETURN: to('RETURNED', ...underReview),
  REJECT: to('REJECTED', ...underReview, 'REOPENED'),
  WITHDRAW: to('CLOSED', 'DRAFT', 'RETURNED', ...underReview),
  CLOSE: to('CLOSED', 'FILED', 'IN_RELIEF', 'ANNUAL_VERIFY', 'EXIT_PROPOSED', 'EXITED', 'REOPENED'),
} as const satisfies Record<string, Moves>;
export type FileStep = keyof typeof STEPS;

/** In their order; what has still to be done where a file stands, by the rule that says so. */
const BEFORE_FILING: readonly [state: FileState, missing: string][] = [
  ['DRAFT', 'SUBMISSION_FIRST'],
  ['SUBMITTED', 'HOME_VISIT_FIRST'],
  ['HOME_VISIT', 'DEMOCRATIC_REVIEW_FIRST'],
  ['DEMOCRATIC_REVIEW', 'PUBLICITY_FIRST'],
  ['OBJECTION', 'OBJECTION_FIRST'],
  ['PUBLICITY_UNIT', 'UPPER_REVIEW_FIRST'],
  ['UPPER_REVIEW', 'DATA_MATCH_FIRST'],
  ['DATA_MATCH', 'COUNTY_REVIEW_FIRST'],
  ['COUNTY_REVIEW', 'CONFIRMATION_FIRST'],
  ['FILED', ''],
];
const placeOf = (state: FileState): number => {
  if (state === 'RETURNED' || state === 'REOPENED') return 0;
  if (['IN_RELIEF', 'ANNUAL_VERIFY', 'EXIT_PROPOSED'].includes(state)) return placeOf('FILED');
  return BEFORE_FILING.findIndex(([one]) => one === state);
};

/** Refused with the rule that was skipped, or HARDSHIP_STATE_WRONG where the file is past the step. */
export function nextState(step: FileStep, state: FileState): FileState {
  const moves: Moves = STEPS[step];
  const next = moves[state];
  if (next !== undefined) return next;
  throw refused(skippedRule(moves, state) ?? 'HARDSHIP_STATE_WRONG', { state, step });
}

function skippedRule(moves: Moves, state: FileState): string | undefined {
  const at = placeOf(state);
  const asked = FILE_STATES.filter((from) => moves[from] !== undefined).map((one) => placeOf(one));
  const isAhead = at >= 0 && asked.length > 0 && asked.every((place) => place > at);
  return isAhead ? BEFORE_FILING[at]?.[1] : undefined;
}

/** As it did before: by whether it was ever helped. */
export function standing(helpedOn: string) {
  return helpedOn === ''
    ? ({ step: 'STAND', state: 'FILED' } as const)
    : ({ step: 'STAND_IN_RELIEF', state: 'IN_RELIEF' } as const);
}

/** Relief is for files alone: refused with the rule that is missing (先建档、后帮扶). */
export function requireFiled(state: FileState): void {
  nextState('RELIEVE', state);
}

export interface Acting {
  id: string;
  member: string;
  scope: string;
}

/** Refused HARDSHIP_OWN_FILE: nobody takes a step of the file of his own household but to ask. */
export function requireNotOwn(actor: Pick<Acting, 'member'>, memberIds: readonly string[]): void {
  if (actor.member !== '' && memberIds.includes(actor.member)) throw refused('HARDSHIP_OWN_FILE');
}

/** Refused HARDSHIP_SAME_PERSON: whoever made, visited or reviewed does not review it further up. */
export function requireAnother(actor: Pick<Acting, 'id'>, before: readonly string[]): void {
  if (before.includes(actor.id)) throw refused('HARDSHIP_SAME_PERSON');
}

/** Forbidden HARDSHIP_REVIEW_BELOW: a union does not review for its superior what it has filed itself. */
export function requireAbove(actor: Pick<Acting, 'scope'>, unionId: string): void {
  if (actor.scope === unionId) throw forbidden('HARDSHIP_REVIEW_BELOW');
}

/** In the order of refusals: each once, so many of them, none of the household. */
export function decideVisitors(
  visitorIds: readonly string[],
  of: { min: number; memberIds: readonly string[] },
): void {
  if (new Set(visitorIds).size < visitorIds.length) throw refused('HARDSHIP_VISITOR_TWICE');
  if (visitorIds.length < of.min) throw refused('HARDSHIP_VISITORS_FEW', { min: of.min });
  if (visitorIds.some((one) => of.memberIds.includes(one))) throw refused('HARDSHIP_OWN_FILE');
}

export interface PeerVotes {
  presentCount: number;
  agreedCount: number;
  againstCount: number;
  abstainedCount: number;
}

/** In the order of refusals: the counts add up, enough were there, enough of them agreed. */
export function decidePeers(
  { presentCount, agreedCount, againstCount, abstainedCount }: PeerVotes,
  rule: { presentMin: number; passAbove: { numerator: number; denominator: number } },
): void {
  if (agreedCount + againstCount + abstainedCount !== presentCount)
    throw refused('HARDSHIP_VOTES_WRONG', { presentCount });
  if (presentCount < rule.presentMin)
    throw refused('HARDSHIP_PEERS_FEW', { presentMin: rule.presentMin });
  const { numerator, denominator } = rule.passAbove;
  if (agreedCount * denominator <= presentCount * numerator)
    throw refused('HARDSHIP_PEERS_AGAINST', { agreedCount, presentCount });
}
