// The year that somebody means who names none.
import { queryOptions } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { answer, client } from '../client.ts';
import { today } from '../dates.ts';
import { queries } from '../queries.ts';
import type { SeriesPoint } from '../shapes.ts';

// What the gateway answers in one series at most.
const years = 20;
const askAgainMs = 600_000;

/**
 * This year, or, where nothing has happened in it yet, the latest in which something has. Stocks
 * say nothing here: they stand in every year after the one that made them.
 */
export function latestYear(cache: QueryClient) {
  return queryOptions({
    queryKey: ['latest-year', thisYear()],
    queryFn: () => findLatestYear(cache),
    staleTime: askAgainMs,
  });
}

export function thisYear(): string {
  return today().slice(0, 4);
}

async function findLatestYear(cache: QueryClient): Promise<string> {
  const year = thisYear();
  const [indicators, now] = await Promise.all([
    cache.ensureQueryData(queries.indicators()),
    cache.ensureQueryData(queries.rollup({ unionId: '', period: year })),
  ]);
  const flows = indicators.filter(({ type }) => type === 'flow').map(({ code }) => code);
  const moved = now.rows.some((row) => row.subtree !== '0' && flows.includes(row.indicator));
  if (moved) return year;
  const span = { unionId: '', dims: '', from: `${Number(year) - years + 1}-01`, to: `${year}-12` };
  const series = await Promise.all(
    flows.map((indicator) => {
      const query = { ...span, indicator };
      return answer(client.GET('/rollup/series', { params: { query } }));
    }),
  );
  return lastMovement(series.flatMap(({ points }) => points))?.slice(0, 4) ?? year;
}

/** The latest period with a number in it. */
export function lastMovement(points: readonly SeriesPoint[]): string | undefined {
  return points
    .filter(({ subtree }) => subtree !== '0')
    .map(({ period }) => period)
    .toSorted()
    .at(-1);
}
