// What a competition goes through, and by which step (domain §4.1). Filing and its decision have commands of their own,
// since who decides must be another; every other step is taken one by one.
import { refused } from '@gonglian/kernel/refusal.ts';

export const COMPETITION_STATES = [
  'DRAFT',
  'FILED',
  'APPROVED',
  'ANNOUNCED',
  'ENROLLING',
  'QUALIFYING',
  'FINAL',
  'SCORING_LOCKED',
  'APPEAL_WINDOW',
  'RESULT_PUBLISHED',
  'AWARDS_ISSUED',
  'ARCHIVED',
] as const;
export type CompetitionState = (typeof COMPETITION_STATES)[number];

/** One that a superior holds is filed there; here are only who enters, and what they came back with. */
export const ORIGINS = ['HELD', 'JOINED'] as const;
export type Origin = (typeof ORIGINS)[number];

/** The steps that `stepCompetition` takes; what is not here is refused. */
export const STEPS = {
  HELD: {
    APPROVED: 'ANNOUNCED',
    ANNOUNCED: 'ENROLLING',
    ENROLLING: 'QUALIFYING',
    QUALIFYING: 'FINAL',
    FINAL: 'SCORING_LOCKED',
    SCORING_LOCKED: 'APPEAL_WINDOW',
    APPEAL_WINDOW: 'RESULT_PUBLISHED',
    RESULT_PUBLISHED: 'AWARDS_ISSUED',
    AWARDS_ISSUED: 'ARCHIVED',
  },
  JOINED: {
    APPROVED: 'ENROLLING',
    ENROLLING: 'RESULT_PUBLISHED',
    RESULT_PUBLISHED: 'ARCHIVED',
  },
} as const satisfies Record<Origin, Partial<Record<CompetitionState, CompetitionState>>>;

interface Standing {
  state: CompetitionState;
  origin: Origin;
}

/** Refused COMPETITION_STEP, which says where it stands and what would follow. */
export function decideStep({ state, origin }: Standing, toState: CompetitionState): void {
  const steps: Partial<Record<CompetitionState, CompetitionState>> = STEPS[origin];
  const next = steps[state] ?? '';
  if (next !== toState) throw refused('COMPETITION_STEP', { state, next });
}

/** Refused COMPETITION_STATE, which says where it stands. */
export function requireState(
  { state }: Pick<Standing, 'state'>,
  ...allowed: CompetitionState[]
): void {
  if (!allowed.includes(state)) throw refused('COMPETITION_STATE', { state });
}

interface Filed extends Standing {
  filedBy: string;
}

/** In the order of refusals: where it stands, whoever has filed it, the reason of a no. */
export function decideFiled(
  competition: Filed,
  { account, approve, reason }: { account: string; approve: boolean; reason: string },
): CompetitionState {
  requireState(competition, 'FILED');
  if (competition.filedBy === account) throw refused('FILER_IS_APPROVER');
  if (!approve && reason === '') throw refused('COMPETITION_REASON_MISSING');
  return approve ? 'APPROVED' : 'DRAFT';
}
