// Whether first digits fall as they do in amounts that nobody made up: Benford's law, tested by chi-square.

/** How often each of 1 to 9 is the first digit by that law. */
const EXPECTED = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((digit) => Math.log10(1 + 1 / digit));

export interface Benford {
  tooFew: boolean;
  /** Chi-square with eight degrees of freedom, in thousandths. */
  statisticMilli: number;
  /** The digit that is most above its share where chance does not explain it; 0 for none. */
  digit: number;
}

/** `counts` of the digits 1 to 9, in this order. */
export function decideBenford(
  counts: readonly number[],
  { leastCount, criticalMilli }: { leastCount: number; criticalMilli: number },
): Benford {
  const all = counts.reduce((sum, one) => sum + one, 0);
  if (all < leastCount) return { tooFew: true, statisticMilli: 0, digit: 0 };
  const parts = EXPECTED.map((share, at) => {
    const above = (counts[at] ?? 0) - share * all;
    return { above, part: above ** 2 / (share * all) };
  });
  const statisticMilli = Math.round(1000 * parts.reduce((sum, { part }) => sum + part, 0));
  if (statisticMilli <= criticalMilli) return { tooFew: false, statisticMilli, digit: 0 };
  const most = parts.reduce(
    (best, { above, part }, at) => (above > 0 && part > best.part ? { above: at + 1, part } : best),
    { above: 0, part: 0 },
  );
  return { tooFew: false, statisticMilli, digit: most.above };
}
