// Which unions cover the payers of some lines, or covered them since their periods began.
import { texts } from '@gonglian/service/binary-arrays.ts';
import type { Sql } from '../pipeline.ts';
import type { Covering } from './match-line.ts';

/** A payer is covered by few; what is more is ambiguous all the same. */
const COVERINGS_MAX = 20;

/** By the place among the lines. */
export async function findCoverings(
  sql: Sql,
  lines: readonly { payerUscc: string; periodFrom: string }[],
): Promise<Map<number, Covering[]>> {
  const rows = await sql<Covering & { n: number }>`
    select l.n::int - 1 as n, c.* from unnest(${texts(lines, ({ payerUscc }) => payerUscc)}::text[],
      ${texts(lines, ({ periodFrom }) => periodFrom)}::text[]) with ordinality as l(uscc, period_from, n)
    cross join lateral (
      select e.union_id as "unionId", e.started_on::text as "startedOn",
        e.ended_on::text as "endedOn", u.dissolved_on::text as "dissolvedOn"
      from covered_employer as e join known_union as u on u.union_id = e.union_id
      where e.uscc = l.uscc and l.period_from <> ''
        and (e.ended_on is null or e.ended_on::text >= l.period_from)
      order by e.started_on desc limit ${COVERINGS_MAX}) as c`;
  const found = new Map<number, Covering[]>();
  for (const { n, ...covering } of rows) {
    const others = found.get(n);
    if (others) others.push(covering);
    else found.set(n, [covering]);
  }
  return found;
}
