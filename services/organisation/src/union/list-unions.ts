import { chinaDate } from '@gonglian/kernel/dates.ts';
import { invalid } from '@gonglian/kernel/refusal.ts';
import { UNION_LEVELS, UNION_STATUSES } from '@gonglian/kernel/union.ts';
import { parseUscc } from '@gonglian/kernel/uscc.ts';
import { limit, optionalDate, optionalId, optionalText } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { optionalCode } from '../fields.ts';
import { query, type Reading } from '../pipeline.ts';
import { readUnions } from './union-view.ts';

const ListUnions = z.strictObject({
  parentId: optionalId,
  search: optionalText(100),
  level: optionalCode(UNION_LEVELS),
  status: optionalCode(UNION_STATUSES),
  asOf: optionalDate,
  cursor: optionalId,
  limit: limit(200),
});
type ListUnions = z.output<typeof ListUnions>;

/** Whoever sees many finds a page near where it begins; words are looked for in every name. */
const NAMED_MAX = 200;
const NAMED_IN_SEARCH_MAX = 5_000;

export const listUnions = query({
  schema: ListUnions,
  permission: 'organisation.union.read',
  async run(tx, ask) {
    const asOf = ask.asOf || chinaDate(tx.now);
    const ids = await findPage(tx, ask, asOf);
    const page = ids.slice(0, ask.limit);
    const unions = await readUnions(tx, page, asOf);
    const items = page.flatMap((unionId) => unions.get(unionId) ?? []);
    return { items, nextCursor: ids.length > page.length ? (page.at(-1) ?? '') : '' };
  },
});

/**
 * One id more than a page, by name. An ended union is listed only where its status is asked for.
 * A condition that is not asked for is a constant by the time the statement is planned.
 */
async function findPage(tx: Reading, ask: ListUnions, asOf: string): Promise<string[]> {
  const { parentId, level, status } = ask;
  const ended = status === 'MERGED' || status === 'DISSOLVED';
  const working = status === 'ACTIVE' || status === 'TERM_EXPIRED';
  const after = await nameOfCursor(tx, ask.cursor, asOf);
  const { uscc, part } = readSearch(ask.search);
  const unions = await namedUnions(tx, part === '' ? NAMED_MAX : NAMED_IN_SEARCH_MAX);
  const rows = await tx.sql<{ id: string }>`
    select n.union_id as id
    from union_name as n join union_record as r on r.id = n.union_id
    where (${unions}::uuid[] is null or n.union_id = any(${unions}::uuid[]))
      and n.valid_from <= ${asOf}::date and (n.valid_to is null or n.valid_to > ${asOf}::date)
      and r.established_on <= ${asOf}::date
      and (${ended} or r.dissolved_on is null or r.dissolved_on > ${asOf}::date)
      and (not ${ended} or r.dissolved_on <= ${asOf}::date and r.status = ${status})
      and (not ${working} or r.closing_on is null or r.closing_on > ${asOf}::date)
      and (${status} <> 'CLOSING' or r.closing_on <= ${asOf}::date)
      and (${status} <> 'TERM_EXPIRED' or r.term_end < ${asOf}::date)
      and (${level} = '' or r.level = ${level})
      and (${uscc} = '' or r.uscc = ${uscc} or r.host_uscc = ${uscc})
      and (${part} = '' or n.name ilike ${part})
      and (${parentId} = '' or r.id = any(array(
        select p.union_id from union_parent as p
        where p.parent_id = nullif(${parentId}, '')::uuid and p.line = 'territorial'
          and p.valid_from <= ${asOf}::date
          and (p.valid_to is null or p.valid_to > ${asOf}::date or ${ended}
            and p.seq = (select max(seq) from union_parent as l
              where l.union_id = p.union_id and l.line = 'territorial')))))
      and (${ask.cursor} = '' or (n.name collate "C", n.union_id)
        > (${after}::text collate "C", nullif(${ask.cursor}, '')::uuid))
    order by n.name collate "C", n.union_id
    limit ${ask.limit + 1}`;
  return rows.map((row) => row.id);
}

/**
 * The unions in sight, by name: an index finds them among all of a node, where the policies of the tables would be asked
 * of each. Null where the reach is the node, or holds too many to name.
 */
async function namedUnions({ sql, reach }: Reading, max: number): Promise<string[] | null> {
  if (reach === 'all') return null;
  const [seen] = await sql<{ unions: string[] }>`
    select array(
      select unnest(scope_above())
      union all select union_id from scope_below where above_id = scope_root()
      limit ${max + 1}) as unions`;
  const unions = seen?.unions ?? [];
  return unions.length > max ? null : unions;
}

/** A whole code finds the union, or its host; anything else is part of a name. */
function readSearch(search: string): { uscc: string; part: string } {
  if (search === '') return { uscc: '', part: '' };
  const parsed = parseUscc(search);
  if (parsed.ok) return { uscc: parsed.uscc, part: '' };
  return { uscc: '', part: `%${search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%` };
}

async function nameOfCursor(tx: Reading, cursor: string, asOf: string): Promise<string> {
  if (cursor === '') return '';
  const [row] = await tx.sql<{ name: string }>`
    select name from union_name
    where union_id = ${cursor} and valid_from <= ${asOf}::date
      and (valid_to is null or valid_to > ${asOf}::date)`;
  if (!row) throw invalid('CURSOR_INVALID');
  return row.name;
}
