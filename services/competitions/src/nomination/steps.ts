// What may become of a nomination: two reviews, three publicities, and one table of the steps allowed (domain §4.3).
import type { CalendarDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';

export const NOMINATION_STATES = [
  'DRAFT',
  'RECOMMENDED',
  'PUBLISHED_IN_UNIT',
  // Of a node below: here, but its slate is not whole yet.
  'ARRIVED',
  'SUBMITTED',
  // By a node that does not decide: it may go up.
  'REVIEWED',
  'FIRST_REVIEWED',
  'PUBLISHED_IN_REGION',
  'FINALLY_REVIEWED',
  'PUBLISHED_AT_DECISION',
  'DECIDED',
  'AWARDED',
  'REVOKED',
  'WITHDRAWN',
  'VETOED',
  'REJECTED',
  // To the node below that sent it.
  'RETURNED',
] as const;
export type NominationState = (typeof NOMINATION_STATES)[number];

type Moves = Partial<Record<NominationState, NominationState>>;

const withinPublicities: Moves = {
  PUBLISHED_IN_UNIT: 'PUBLISHED_IN_UNIT',
  PUBLISHED_IN_REGION: 'PUBLISHED_IN_REGION',
  PUBLISHED_AT_DECISION: 'PUBLISHED_AT_DECISION',
};
const ended = (state: NominationState, ...from: NominationState[]): Moves =>
  Object.fromEntries(from.map((one) => [one, state]));
const underReview = [
  'SUBMITTED',
  'REVIEWED',
  'FIRST_REVIEWED',
  'PUBLISHED_IN_REGION',
  'FINALLY_REVIEWED',
  'PUBLISHED_AT_DECISION',
] as const;

/** By step: from which state into which. Whatever is not here is refused. */
export const STEPS = {
  RECOMMEND: { DRAFT: 'RECOMMENDED' },
  PUBLISH: {
    RECOMMENDED: 'PUBLISHED_IN_UNIT',
    FIRST_REVIEWED: 'PUBLISHED_IN_REGION',
    FINALLY_REVIEWED: 'PUBLISHED_AT_DECISION',
  },
  OBJECT: withinPublicities,
  CLOSE_OBJECTION: withinPublicities,
  SUBMIT: { PUBLISHED_IN_UNIT: 'SUBMITTED' },
  CONSULT: { SUBMITTED: 'SUBMITTED' },
  REPLY: { SUBMITTED: 'SUBMITTED' },
  // Between nodes: reviewed here, sent up, taken or returned there; asked for by who sent it, and kept all the same.
  ENDORSE: { SUBMITTED: 'REVIEWED' },
  SEND: { REVIEWED: 'REVIEWED' },
  TAKE: { ARRIVED: 'SUBMITTED' },
  RETURN: { ARRIVED: 'RETURNED' },
  RECALL: {},
  KEEP: {},
  PASS: { SUBMITTED: 'FIRST_REVIEWED', PUBLISHED_IN_REGION: 'FINALLY_REVIEWED' },
  REJECT: ended('REJECTED', 'SUBMITTED', 'PUBLISHED_IN_REGION'),
  DECIDE: { PUBLISHED_AT_DECISION: 'DECIDED' },
  AWARD: { DECIDED: 'AWARDED' },
  REVOKE: { AWARDED: 'REVOKED' },
  WITHDRAW: ended('WITHDRAWN', 'DRAFT', 'RECOMMENDED', 'PUBLISHED_IN_UNIT', ...underReview),
  VETO: ended('VETOED', ...underReview, 'DECIDED'),
} as const satisfies Record<string, Moves>;
export type NominationStep = keyof typeof STEPS;

/** These stand in nobody's way: no place is theirs, and who is in them may be nominated. */
export const NOT_STANDING: readonly NominationState[] = [
  'ARRIVED',
  'RETURNED',
  'WITHDRAWN',
  'VETOED',
  'REJECTED',
];

/** Refused NOMINATION_STATE, which says where it stands and what was asked. */
export function nextState(step: NominationStep, state: NominationState): NominationState {
  const moves: Moves = STEPS[step];
  const next = moves[state];
  if (next === undefined) throw refused('NOMINATION_STATE', { state, step });
  return next;
}

/** Refused HONOUR_DATE_WRONG: what has not happened yet is not written down, nor before what came before it. */
export function decideDate(after: CalendarDate, on: CalendarDate, today: CalendarDate): void {
  if (on < after || on > today) throw refused('HONOUR_DATE_WRONG', { after, today });
}

export type PublicityStage = 'UNIT' | 'REGION' | 'DECIDING';

/** Which of the three publicities a state is. */
export function stageOf(state: NominationState): PublicityStage {
  if (state === 'PUBLISHED_IN_UNIT') return 'UNIT';
  return state === 'PUBLISHED_IN_REGION' ? 'REGION' : 'DECIDING';
}

interface Recommendation {
  congressPresent: number;
  congressFor: number;
  consentedOn: string;
  recordClear: boolean;
}

/** In the order of refusals: the congress, the nominee's consent, his record. */
export function decideRecommendation(
  holder: string,
  ask: Recommendation,
  share: { numerator: number; denominator: number },
): void {
  const enough =
    ask.congressPresent > 0 &&
    ask.congressFor * share.denominator >= ask.congressPresent * share.numerator;
  if (!enough) throw refused('HONOUR_CONGRESS_AGAINST', { needed: neededOf(ask, share) });
  if (holder === 'PERSON' && ask.consentedOn === '') throw refused('HONOUR_CONSENT_MISSING');
  if (!ask.recordClear) throw refused('HONOUR_RECORD_NOT_CLEAR');
}

function neededOf(
  { congressPresent }: Recommendation,
  { numerator, denominator }: { numerator: number; denominator: number },
): number {
  return Math.ceil((congressPresent * numerator) / denominator);
}

interface Consulted {
  holder: string;
  traits: readonly string[];
  consultations: readonly { body: string; reply: string }[];
}

/** Of a unit or its leader the bodies of the policy are asked; of anybody, whoever was asked has answered. */
export function decideConsulted(
  { holder, traits, consultations }: Consulted,
  bodies: readonly string[],
): void {
  const asked = new Set(consultations.map(({ body }) => body));
  const needed = holder === 'UNIT' || traits.includes('UNIT_LEADER') ? bodies : [];
  const missing = needed.find((body) => !asked.has(body));
  if (missing !== undefined) throw refused('HONOUR_CONSULTATION_MISSING', { body: missing });
  const open = consultations.find(({ reply }) => reply === '');
  if (open) throw refused('HONOUR_CONSULTATION_OPEN', { body: open.body });
  const against = consultations.find(({ reply }) => reply === 'OBJECTION');
  if (against) throw refused('HONOUR_CONSULTATION_AGAINST', { body: against.body });
}
