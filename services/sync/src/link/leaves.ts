// What one side has said, as a Merkle tree over (indicator, period): two nodes compare 32 bytes instead of all cells.
import { merkleRoot } from '@gonglian/kernel/hash.ts';
import type { Sql } from '../pipeline.ts';

/** The side of what this node says to its superior; any other side is a subordinate's region code. */
export const UP = 'up';

export interface LeafHash {
  indicator: string;
  period: string;
  hash: Buffer;
  cells: number;
}

const REFRESH_MAX = 20_000;

/** The leaves of a side, those hashed anew that have changed since. Runs under the lock of the cells. */
export async function freshLeaves(sql: Sql, side: string): Promise<LeafHash[]> {
  // A fresh database has no statistics, and row-level security hides them: the planner would go through all cells once
  // a leaf.
  await sql`select set_config('enable_nestloop', 'off', true)`;
  await sql`
    with stale as (
      select side, indicator, period from leaf
      where side = ${side} and hash is null order by indicator, period limit ${REFRESH_MAX}),
    hashed as (
      select s.indicator, s.period, count(l.line) as cells,
        sha256(convert_to(coalesce(string_agg(l.line, E'\n' order by l.line collate "C"), ''), 'UTF8'))
          as hash
      from stale as s
      left join said_line as l on l.side = ${side} and l.indicator = s.indicator and l.period = s.period
      group by s.indicator, s.period)
    update leaf as f set hash = h.hash, cells = h.cells
    from hashed as h
    where f.side = ${side} and f.indicator = h.indicator and f.period = h.period`;
  await sql`select set_config('enable_nestloop', 'on', true)`;
  return sql<LeafHash>`
    select indicator, period, hash, cells from leaf
    where side = ${side} and cells > 0 and hash is not null order by indicator, period`;
}

/** The same counted from the cells themselves, whatever is remembered: for who verifies. */
export function countedLeaves(sql: Sql, side: string): Promise<LeafHash[]> {
  return sql<LeafHash>`
    select indicator, period, count(*)::int as cells,
      sha256(convert_to(string_agg(line, E'\n' order by line collate "C"), 'UTF8')) as hash
    from said_line where side = ${side}
    group by indicator, period order by indicator, period`;
}

/** The root over leaves, in the order of their names. */
export function rootOf(leaves: readonly Pick<LeafHash, 'indicator' | 'period' | 'hash'>[]): Buffer {
  const named = leaves.map(({ indicator, period, hash }) => ({
    name: `${indicator}|${period}|`,
    hash,
  }));
  const sorted = named.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return merkleRoot(sorted.map(({ name, hash }) => Buffer.concat([Buffer.from(name), hash])));
}

/** The ranges that one list has otherwise than the other, or that only one of them has. */
export function differing(
  ours: readonly { indicator: string; period: string; hash: Uint8Array }[],
  theirs: readonly { indicator: string; period: string; hash: Uint8Array }[],
): { indicator: string; period: string }[] {
  const open = new Map(ours.map((leaf) => [`${leaf.indicator}|${leaf.period}`, leaf]));
  const differ: { indicator: string; period: string }[] = [];
  for (const leaf of theirs) {
    const key = `${leaf.indicator}|${leaf.period}`;
    const own = open.get(key);
    open.delete(key);
    if (own && Buffer.compare(own.hash, leaf.hash) === 0) continue;
    differ.push({ indicator: leaf.indicator, period: leaf.period });
  }
  return [...differ, ...[...open.values()].map(({ indicator, period }) => ({ indicator, period }))];
}
