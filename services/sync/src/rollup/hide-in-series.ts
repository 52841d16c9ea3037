// Takes from the months of a number what may not be shown of a sensitive indicator (ADR 0035).
import type { RollupRow, SeriesPoint } from '@gonglian/contracts/gen/gonglian/sync/v1/api.ts';
import { findIndicator, isStock } from '../indicator/catalogue.ts';
import type { Reading } from '../pipeline.ts';
import { marksOn } from './hide-small.ts';
import { keyOf } from './mark-page.ts';
import { getWithParts, type Reported } from './parts.ts';
import { spanOf } from './period.ts';
import { SHOWN_FROM } from './small-cells.ts';

type Row = Pick<RollupRow, 'indicator' | 'dims'>;

export const SHOWN = { ownHidden: '', subtreeHidden: '' };

/** `rows`: what the points are worked out from. */
export async function hideInSeries(
  tx: Reading,
  whole: Reported,
  rows: readonly Row[],
  points: readonly SeriesPoint[],
): Promise<SeriesPoint[]> {
  if (!rows.some(({ indicator }) => findIndicator(indicator)?.sensitive)) return [...points];
  const [row] = rows;
  if (row && isStock(row.indicator)) return hideStock(whole, row, points);
  const page = await getWithParts(tx, whole.union.unionId);
  const years = new Map<string, { own: boolean; subtree: boolean }>();
  for (const { period } of points) {
    const year = period.slice(0, 4);
    if (years.has(year)) continue;
    const marks = await marksOn(tx, page, spanOf(period), []);
    const found = rows.map((one) => marks.get(keyOf(one)));
    years.set(year, {
      own: found.some((one) => (one?.own ?? '') !== ''),
      subtree: found.some((one) => (one?.subtree ?? '') !== ''),
    });
  }
  return points.map((point) => {
    const hides = years.get(point.period.slice(0, 4));
    return hidden(point, hides?.own === true, hides?.subtree === true);
  });
}

/** From month to month what a page has hidden could be read off; so only the whole node's total has its months. */
function hideStock(whole: Reported, row: Row, points: readonly SeriesPoint[]): SeriesPoint[] {
  const isWhole = whole.depth === 0 && row.dims === '';
  return points.map((point) => {
    const small = point.subtree !== 0n && point.subtree < SHOWN_FROM;
    return hidden(point, true, !isWhole || small);
  });
}

const hidden = (point: SeriesPoint, own: boolean, subtree: boolean): SeriesPoint => ({
  ...point,
  ...(own ? { own: 0n, ownHidden: 'COVERED' } : {}),
  ...(subtree ? { subtree: 0n, subtreeHidden: 'COVERED' } : {}),
});
