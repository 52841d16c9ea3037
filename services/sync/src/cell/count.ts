// Takes movements into the cells: first each union's own, then those of the reporting unions they count in.
import { summed, type Movement } from '../indicator/movements.ts';
import { placed, type Contribution } from '../tree/contributions.ts';
import { placeUnknown, segmentsOf, type Segment } from '../tree/placement.ts';
import { addContributions } from './add.ts';
import { writeCells, type Writing } from './cell.ts';
import { tell } from './tell.ts';
import type { SyncTx } from '../pipeline.ts';

/**
 * Counts one batch of movements. `shifted` is what unions that moved in the tree take away from and bring to reporting
 * unions, counted before these movements were.
 */
export async function count(
  writing: Writing,
  movements: readonly Movement[],
  shifted: readonly Contribution[] = [],
): Promise<void> {
  const moves = summed(movements);
  if (moves.length + shifted.length === 0) return;
  await addToUnions(writing, moves);
  const segments = await findSegments(writing, new Set(moves.map(({ unionId }) => unionId)));
  await tell(writing, await addContributions(writing, [...shifted, ...placed(moves, segments)]));
}

/** The same under a version of its own; nothing to count takes no lock. */
export async function countMovements(tx: SyncTx, movements: readonly Movement[]): Promise<void> {
  if (movements.length > 0) await count(await writeCells(tx), movements);
}

/** Where the unions stand; those that no fact has named yet are given a place. */
async function findSegments(
  { sql, rootUnionId }: Writing,
  unionIds: ReadonlySet<string>,
): Promise<Map<string, Segment[]>> {
  const segments = await segmentsOf(sql, [...unionIds]);
  const unplaced = [...unionIds].filter((unionId) => !segments.has(unionId));
  if (unplaced.length === 0) return segments;
  await placeUnknown(sql, rootUnionId, unplaced);
  return new Map([...segments, ...(await segmentsOf(sql, unplaced))]);
}

async function addToUnions({ sql }: Writing, moves: readonly Movement[]): Promise<void> {
  if (moves.length === 0) return;
  await sql`
    insert into union_cell as c (union_id, indicator, dims, period, value)
    select * from unnest(${moves.map((m) => m.unionId)}::uuid[], ${moves.map((m) => m.indicator)}::text[],
      ${moves.map((m) => m.dims)}::text[], ${moves.map((m) => m.period)}::text[],
      ${moves.map((m) => m.delta)}::bigint[])
    on conflict (union_id, indicator, dims, period) do update set value = c.value + excluded.value`;
}
