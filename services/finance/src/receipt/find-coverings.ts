// Which unions cover the payers of some lines, or covered them since their periods began.
import type { Sql } from '../pipeline.ts';
import type { Covering } from './match-line.ts';

/** A payer is covered by few; what is more is ambiguous all the same. */
const COVERINGS_MAX = 20;

export async function findCoverings(
  sql: Sql,
  lines: readonly { id: string; payerUscc: string; periodFrom: string }[],
): Promise<Map<string, Covering[]>> {
  const rows = await sql<Covering & { id: string }>`
    select l.id, c.* from unnest(${lines.map(({ id }) => id)}::text[],
      ${lines.map(({ payerUscc }) => payerUscc)}::text[],
      ${lines.map(({ periodFrom }) => periodFrom)}::text[]) as l(id, uscc, period_from)
    cross join lateral (
      select e.union_id as "unionId", e.started_on::text as "startedOn",
        e.ended_on::text as "endedOn", u.dissolved_on::text as "dissolvedOn"
      from covered_employer as e join fund_union as u on u.union_id = e.union_id
      where e.uscc = l.uscc and l.period_from <> ''
        and (e.ended_on is null or e.ended_on::text >= l.period_from)
      order by e.started_on desc limit ${COVERINGS_MAX}) as c`;
  const found = new Map<string, Covering[]>();
  for (const { id, ...covering } of rows) {
    const others = found.get(id);
    if (others) others.push(covering);
    else found.set(id, [covering]);
  }
  return found;
}
