// Figures that were typed in, as cells hold them.

export interface Figure {
  period: string;
  /** As typed: for a stock the level at the end of the month. */
  figure: bigint;
}

/** A flow is as typed. A stock's level becomes the rise or fall since the level declared before it (ADR 0006). */
export function netChanges(figures: readonly Figure[], stock: boolean): Map<string, bigint> {
  const sorted = figures.toSorted((a, b) => (a.period < b.period ? -1 : 1));
  return new Map(
    sorted.map(({ period, figure }, n) => [
      period,
      stock ? figure - (sorted[n - 1]?.figure ?? 0n) : figure,
    ]),
  );
}
