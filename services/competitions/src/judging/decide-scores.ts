// Which score sheets a judge may hand in: the order of the checks is the order of refusals.
import { notFound, refused } from '@gonglian/kernel/refusal.ts';
import type { TradeContent } from '../competition/content.ts';
import type { CompetitionState } from '../competition/state.ts';

interface Scoring {
  state: CompetitionState;
  trade: Pick<TradeContent, 'modules'> | undefined;
  /** Whether his account judges the trade. */
  judges: boolean;
  /** The bench numbers that are scored at this stage. */
  benches: ReadonlySet<number>;
  moduleNo: number;
  scored: readonly number[];
}

const LOCKED: readonly CompetitionState[] = [
  'SCORING_LOCKED',
  'APPEAL_WINDOW',
  'RESULT_PUBLISHED',
  'AWARDS_ISSUED',
  'ARCHIVED',
];

export const isLocked = (state: CompetitionState) => LOCKED.includes(state);

export type ScoringStage = 'QUALIFYING' | 'FINAL';

/** Answers the stage that is scored. */
export function decideScores(scoring: Scoring): ScoringStage {
  const { state, trade, judges, benches, moduleNo, scored } = scoring;
  if (isLocked(state)) throw refused('SCORES_LOCKED');
  if (state !== 'QUALIFYING' && state !== 'FINAL') throw refused('COMPETITION_STATE', { state });
  if (!trade) throw notFound('COMPETITION_TRADE_UNKNOWN');
  if (!judges) throw refused('JUDGE_ONLY');
  if (!trade.modules.some((module) => module.moduleNo === moduleNo))
    throw refused('COMPETITION_MODULE_UNKNOWN', { moduleNo });
  const stray = scored.find((benchNo) => !benches.has(benchNo));
  if (stray !== undefined) throw refused('BENCH_UNKNOWN', { benchNo: stray });
  if (new Set(scored).size < scored.length) throw refused('BENCH_TWICE');
  return state;
}
