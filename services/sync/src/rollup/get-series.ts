// One number month by month.
import type { Series } from '@gonglian/contracts/gen/gonglian/sync/v1/api.ts';
import { monthsBetween } from '@gonglian/kernel/dates.ts';
import { invalid } from '@gonglian/kernel/refusal.ts';
import { optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { findIndicator } from '../indicator/catalogue.ts';
import { canonicalDims } from '../indicator/dims.ts';
import { query } from '../pipeline.ts';
import { getReported } from './parts.ts';
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
    const cells = spec?.readFrom ?? ask.indicator;
    const stock = spec?.type === 'stock';
    const rows = await tx.sql<Point>`
      select scope, case when period < ${ask.from} then '' else period end as period,
        sum(value) as value
      from cell
      where union_id = ${whole.union.unionId} and scope in ('own', 'subtree') and indicator = ${cells}
        and dims = ${canonicalDims(ask.dims)} and period <= ${ask.to}
        and (${stock} or period >= ${ask.from})
      group by 1, 2`;
    const values = new Map(rows.map((row) => [`${row.scope} ${row.period}`, BigInt(row.value)]));
    const at = (scope: string, period: string): bigint => values.get(`${scope} ${period}`) ?? 0n;
    let own = at('own', '');
    let subtree = at('subtree', '');
    const points = months.map((period) => {
      own = (stock ? own : 0n) + at('own', period);
      subtree = (stock ? subtree : 0n) + at('subtree', period);
      return { period, own: isTownship(whole) ? subtree : own, subtree };
    });
    return { points };
  },
});
