// The unions behind a reporting union's number, largest first.
import type { ContributorList } from '@gonglian/contracts/gen/gonglian/sync/v1/api.ts';
import { isId } from '@gonglian/kernel/id.ts';
import { invalid, refused } from '@gonglian/kernel/refusal.ts';
import { cursor, limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { findIndicator } from '../indicator/catalogue.ts';
import { canonicalDims } from '../indicator/dims.ts';
import { query } from '../pipeline.ts';
import { dims, indicator } from './fields.ts';
import { getReported } from './parts.ts';
import { period, spanOf } from './period.ts';

const ListContributors = z.strictObject({
  unionId: optionalId,
  indicator,
  dims,
  period,
  cursor,
  limit: limit(200),
});

const FIRST = { value: '9223372036854775807', unionId: '00000000-0000-0000-0000-000000000000' };

/**
 * Unions that stand in the reporting union at the end of the period; a flow adds the months they stood in it. Of a sensitive
 * indicator no number of a single union is told.
 */
export const listContributors = query({
  schema: ListContributors,
  permission: 'sync.rollup.read',
  unions: (ask) => [ask.unionId],
  async run(tx, ask): Promise<ContributorList> {
    const whole = await getReported(tx, ask.unionId);
    const { unionId, node } = whole.union;
    if (whole.saidBy !== '') throw refused('HELD_BY_ANOTHER_NODE', { unionId, node });
    const span = spanOf(ask.period);
    const spec = findIndicator(ask.indicator);
    const stock = spec?.type === 'stock';
    const set = spec?.type === 'set';
    // Shares of single unions are none of a whole: what is listed is of what they are shares.
    const of = spec?.share ?? { of: spec?.readFrom ?? ask.indicator, dims: ask.dims };
    // The largest first would tell what is hidden, and so would the cursor.
    const hides = findIndicator(of.of)?.sensitive !== undefined;
    const after = ask.cursor === '' ? FIRST : parseCursor(ask.cursor);
    const items = await tx.sql<{ unionId: string; name: string; value: string }>`
      with summed as (
        select union_id, case when ${set} then count(*) filter (where value > 0) else sum(value) end as value
        from (
          select p.union_id, c.dims, sum(c.value) as value
          from placement as p
          join union_cell as c on c.union_id = p.union_id and c.indicator = ${of.of}
            and (${set} or c.dims = ${canonicalDims(of.dims)}) and c.period <= ${span.to}
            and (${stock} or (c.period >= ${span.from}
              and c.period >= p.from_month and c.period < p.to_month))
          where p.reporting_union_id = ${unionId} and p.from_month <= ${span.to}
            and p.to_month > case when ${stock} then ${span.to} else ${span.from} end
          group by p.union_id, c.dims) as d
        group by union_id),
      shown as (
        select union_id, case when ${hides} then 0 else value end as value from summed where value <> 0)
      select s.union_id as "unionId", coalesce(n.name, '') as name, s.value
      from shown as s left join union_node as n on n.id = s.union_id
      where (s.value < ${after.value}::bigint
        or (s.value = ${after.value}::bigint and s.union_id > ${after.unionId}::uuid))
      order by s.value desc, s.union_id
      limit ${ask.limit}`;
    const last = items.length === ask.limit ? items.at(-1) : undefined;
    return {
      items: items.map((item) => ({
        ...item,
        value: BigInt(item.value),
        hidden: hides ? 'COVERED' : '',
      })),
      nextCursor: last ? `${last.value}_${last.unionId}` : '',
    };
  },
});

function parseCursor(text: string): { value: string; unionId: string } {
  const [value = '', unionId = ''] = text.split('_');
  if (!/^-?\d{1,18}$/.test(value) || !isId(unionId)) throw invalid('CURSOR_INVALID');
  return { value, unionId };
}
