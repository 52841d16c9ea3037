// The year that somebody means who names none.
import { queryOptions } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { today } from '../dates.ts';
import { queries } from '../queries.ts';
import type { Indicator, RollupRow } from '../shapes.ts';

// How far back somebody means a year by naming none.
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

/** Year by year: what is asked for grows with the years, and not with the indicators that there are. */
async function findLatestYear(cache: QueryClient): Promise<string> {
  const year = Number(thisYear());
  const indicators = await cache.ensureQueryData(queries.indicators());
  for (let back = 0; back < years; back += 1) {
    const period = String(year - back);
    const { rows } = await cache.ensureQueryData(queries.rollup({ unionId: '', period }));
    if (hasMoved(rows, indicators)) return period;
  }
  return String(year);
}

/** Whether a flow has a number that is not nothing; a loss is one too. */
export function hasMoved(
  rows: readonly Pick<RollupRow, 'indicator' | 'subtree'>[],
  indicators: readonly Pick<Indicator, 'code' | 'type'>[],
): boolean {
  const flows = new Set(indicators.filter(({ type }) => type === 'flow').map(({ code }) => code));
  return rows.some(({ indicator, subtree }) => subtree !== '0' && flows.has(indicator));
}
