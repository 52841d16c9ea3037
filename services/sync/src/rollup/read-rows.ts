// Every number of one reporting union and of the parts its subtree is made of, as it is counted.
import type { RollupRow } from '@gonglian/contracts/gen/gonglian/sync/v1/api.ts';
import { INDICATORS, SETS, STOCKS, type IndicatorSpec } from '../indicator/catalogue.ts';
import type { Reading } from '../pipeline.ts';
import type { Reported } from './parts.ts';
import type { Span } from './period.ts';
import { sharedRow } from './share.ts';
import { isTownship } from './township.ts';

export interface Page {
  whole: Reported;
  parts: readonly Reported[];
}

/** Of all indicators, or of some. */
export async function readRows(
  tx: Pick<Reading, 'sql'>,
  page: Page,
  span: Span,
  only: readonly string[] = [],
): Promise<RollupRow[]> {
  return toRows(page, await readSums(tx, [page.whole, ...page.parts], span, only), only);
}

/** One cell over a period: its months added, and for a stock what stood before. */
interface Sum {
  unionId: string;
  /** Pending: what the count says beyond what is published, where the year is closed. */
  scope: 'own' | 'subtree' | 'pending';
  indicator: string;
  dims: string;
  within: string;
  before: string;
  declared: boolean;
  version: string;
}

/** All from rows of whole years; a part is read by its subtree only. Of a set its members are counted. */
async function readSums(
  { sql }: Pick<Reading, 'sql'>,
  reported: readonly Reported[],
  span: Span,
  only: readonly string[],
): Promise<Sum[]> {
  const [whole, ...parts] = reported.map(({ union }) => union.unionId);
  return sql<Sum>`
    with wanted as (
      select ${whole}::uuid as union_id, unnest(array['own', 'subtree']) as scope
      union all select unnest(${parts}::uuid[]), 'subtree'),
    sums as (
      select y.union_id, y.scope, y.indicator, y.dims,
        case when y.year < ${span.year} then 0
          when ${span.whole} then y.value else y.months[${span.month}] end as within,
        case when y.year < ${span.year} then y.value when ${span.whole} then 0
          else (select sum(m) from unnest(y.months[1:${span.month}::int - 1]) as m) end as before,
        case when y.year < ${span.year} or ${span.whole} then y.declared_months
          when y.indicator = any(${STOCKS}::text[])
            then y.declared_months & ((1 << ${span.month}::int) - 1)
          else y.declared_months & (1 << (${span.month}::int - 1)) end <> 0 as declared,
        y.version
      from wanted as w join cell_year as y on y.union_id = w.union_id and y.scope = w.scope
      where (y.year = ${span.year} or (y.year < ${span.year} and y.indicator = any(${STOCKS}::text[])))
        and (${only.length === 0} or y.indicator = any(${only}::text[]))
      union all
      select p.union_id, 'pending', p.indicator, p.dims,
        case when p.period >= ${span.from} then p.value - coalesce(c.value, 0) else 0 end,
        case when p.period < ${span.from} then p.value - coalesce(c.value, 0) else 0 end, false, 0
      from cell_pending as p left join cell as c using (union_id, scope, indicator, dims, period)
      where p.union_id = ${whole} and p.scope = 'subtree' and p.period <= ${span.to}
        and (${only.length === 0} or p.indicator = any(${only}::text[])))
    select union_id as "unionId", scope, indicator, dims, sum(within) as within,
      coalesce(sum(before), 0) as before, bool_or(declared) as declared, max(version) as version
    from sums where indicator <> all(${SETS}::text[]) group by union_id, scope, indicator, dims
    union all
    select union_id, scope, indicator, '', count(*) filter (where within > 0), 0, false, max(version)
    from sums where indicator = any(${SETS}::text[]) and scope <> 'pending'
    group by union_id, scope, indicator
    union all
    select ${whole}::uuid, 'pending', indicator, '',
      count(*) filter (where said + late > 0) - count(*) filter (where said > 0), 0, false, 0
    from (
      select indicator, dims, coalesce(sum(within) filter (where scope = 'subtree'), 0) as said,
        coalesce(sum(within) filter (where scope = 'pending'), 0) as late
      from sums where indicator = any(${SETS}::text[]) and union_id = ${whole} and scope <> 'own'
      group by indicator, dims) as member
    group by indicator`;
}

/** A row for the total of each indicator, also where it is nothing yet, and for each "of which" there is. */
function toRows(
  { whole, parts }: Page,
  sums: readonly Sum[],
  only: readonly string[],
): RollupRow[] {
  const columns = new Map(parts.map(({ union }, n) => [union.unionId, n]));
  const byIndicator = Map.groupBy(sums, ({ indicator }) => indicator);
  const asked = INDICATORS.filter(({ code }) => only.length === 0 || only.includes(code));
  return asked.flatMap((indicator: IndicatorSpec) => {
    if (indicator.share) {
      const of = Map.groupBy(byIndicator.get(indicator.share.of) ?? [], ({ dims }) => dims);
      const row = (dims: string) => toRow(indicator, '', whole, columns, of.get(dims) ?? []);
      return [sharedRow(row(indicator.share.dims), row(''))];
    }
    const cells = byIndicator.get(indicator.readFrom ?? indicator.code) ?? [];
    const byDims = Map.groupBy(cells, ({ dims }) => dims);
    const dims = [...new Set(['', ...byDims.keys()])].toSorted();
    return dims.map((text) => toRow(indicator, text, whole, columns, byDims.get(text) ?? []));
  });
}

function toRow(
  { code: indicator, type }: IndicatorSpec,
  dims: string,
  whole: Reported,
  columns: ReadonlyMap<string, number>,
  sums: readonly Sum[],
): RollupRow {
  const row: RollupRow = {
    indicator,
    dims,
    own: 0n,
    subtree: 0n,
    partValues: Array.from({ length: columns.size }, () => 0n),
    declared: false,
    version: 0n,
    pending: 0n,
    ownHidden: '',
    subtreeHidden: '',
    partHidden: [],
  };
  for (const sum of sums) {
    const value = BigInt(sum.within) + (type === 'stock' ? BigInt(sum.before) : 0n);
    const column = columns.get(sum.unionId);
    if (column !== undefined) row.partValues[column] = value;
    if (sum.unionId !== whole.union.unionId) continue;
    row[sum.scope] = value;
    row.declared ||= sum.declared;
    if (BigInt(sum.version) > row.version) row.version = BigInt(sum.version);
  }
  // Below a township nothing is reported, so all of it is its own level.
  if (isTownship(whole)) row.own = row.subtree;
  return row;
}
