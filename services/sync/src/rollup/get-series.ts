// One number month by month.
import type { Series, SeriesPoint } from '@gonglian/contracts/gen/gonglian/sync/v1/api.ts';
import { monthsBetween } from '@gonglian/kernel/dates.ts';
import { invalid } from '@gonglian/kernel/refusal.ts';
import { optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { findIndicator, type IndicatorType } from '../indicator/catalogue.ts';
import { canonicalDims } from '../indicator/dims.ts';
import { query, type Sql } from '../pipeline.ts';
import { hideInSeries, SHOWN } from './hide-in-series.ts';
import { getReported, type Reported } from './parts.ts';
import { shareOf } from './share.ts';
import { isTownship } from './township.ts';
import { dims, indicator } from './fields.ts';
import { month } from './period.ts';

const MONTHS_MAX = 240;

const GetSeries = z.strictObject({ unionId: optionalId, indicator, dims, from: month, to: month });

interface Point {
  scope: 'own' | 'subtree';
  period: string;
  value: string;
}

export const getSeries = query({
  schema: GetSeries,
  permission: 'sync.rollup.read',
  unions: (ask) => [ask.unionId],
  async run(tx, ask): Promise<Series> {
    const months = monthsBetween(ask.from, ask.to);
    if (months.length > MONTHS_MAX) throw invalid('PERIOD_TOO_LONG', { monthsMax: MONTHS_MAX });
    const whole = await getReported(tx, ask.unionId);
    const spec = findIndicator(ask.indicator);
    const read = (code: string, row: string) =>
      readPoints(tx.sql, whole, { code, row, months, type: spec?.type ?? 'flow' });
    if (!spec?.share) {
      const code = spec?.readFrom ?? ask.indicator;
      const row = { indicator: code, dims: canonicalDims(ask.dims) ?? '' };
      return { points: await hideInSeries(tx, whole, [row], await read(code, row.dims)) };
    }
    const parts = await read(spec.share.of, spec.share.dims);
    const wholes = await read(spec.share.of, '');
    const points = wholes.map(({ period, own, subtree }, at) => ({
      period,
      own: shareOf(parts[at]?.own ?? 0n, own),
      subtree: shareOf(parts[at]?.subtree ?? 0n, subtree),
      ...SHOWN,
    }));
    const { share } = spec;
    const both = [share.dims, ''].map((row) => ({ indicator: share.of, dims: row }));
    return { points: await hideInSeries(tx, whole, both, points) };
  },
});

/** One row of cells: of an indicator, by its dimensions. */
interface Asked {
  code: string;
  row: string;
  months: readonly string[];
  type: IndicatorType;
}

/** Of a set how many members each month had: one cell of a month is one member. */
async function readPoints(
  sql: Sql,
  whole: Reported,
  { code, row, months, type }: Asked,
): Promise<SeriesPoint[]> {
  const stock = type === 'stock';
  const set = type === 'set';
  const [from = '', to = ''] = [months[0], months.at(-1)];
  const rows = await sql<Point>`
    select scope, case when period < ${from} then '' else period end as period,
      case when ${set} then count(*) filter (where value > 0) else sum(value) end as value
    from cell
    where union_id = ${whole.union.unionId} and scope in ('own', 'subtree') and indicator = ${code}
      and (${set} or dims = ${row}) and period <= ${to} and (${stock} or period >= ${from})
    group by 1, 2`;
  const values = new Map(rows.map((one) => [`${one.scope} ${one.period}`, BigInt(one.value)]));
  const at = (scope: string, period: string): bigint => values.get(`${scope} ${period}`) ?? 0n;
  let own = at('own', '');
  let subtree = at('subtree', '');
  return months.map((period) => {
    own = (stock ? own : 0n) + at('own', period);
    subtree = (stock ? subtree : 0n) + at('subtree', period);
    return { period, own: isTownship(whole) ? subtree : own, subtree, ...SHOWN };
  });
}
