// Targets of a unit in a labour competition, and how far it has come: sums of what it has reported month by month.
import { refused } from '@gonglian/kernel/refusal.ts';
import { requireState, type CompetitionState } from '../competition/state.ts';

export interface Target {
  targetId: string;
  title: string;
  measure: string;
  /** Hundredths of the measure. */
  targetHundredths: number;
  reachedHundredths: number;
  months: number;
}

const BP = 10_000;

/** Rounded down: what is not reached does not show as reached. */
export function attainedBp({ targetHundredths, reachedHundredths }: Target): number {
  return Math.floor((reachedHundredths * BP) / targetHundredths);
}

interface Progress {
  state: CompetitionState;
  /** The months of the competition, and the present one. */
  first: string;
  last: string;
  present: string;
  month: string;
  known: ReadonlySet<string>;
  targetIds: readonly string[];
}

/** In the order of refusals: where the competition stands, the month, the targets. */
export function decideProgress(progress: Progress): void {
  const { month, first, last, present, known, targetIds } = progress;
  requireState(progress, 'QUALIFYING', 'FINAL');
  if (month < first || month > last) throw refused('PROGRESS_MONTH_OUTSIDE', { first, last });
  if (month > present) throw refused('IN_FUTURE', { month });
  if (new Set(targetIds).size < targetIds.length || !targetIds.every((one) => known.has(one)))
    throw refused('LABOUR_TARGET_UNKNOWN');
}
