import { endCoverage, type Employer } from '../employer/coverage.ts';
import type { Tx } from '../pipeline.ts';

/**
 * What goes with a union that ends: its places in both lines, its officers, an election under way,
 * its coverage. The name stays, so that the ended union can still be read. `versions`: of each
 * union, the version it ends with. Answers the employers that were covered.
 */
export async function endUnions(
  tx: Tx,
  versions: ReadonlyMap<string, number>,
  on: string,
): Promise<Employer[]> {
  const ids = [...versions.keys()];
  await tx.sql`
    update union_parent set valid_to = ${on}
    where union_id = any(${ids}::uuid[]) and valid_to is null`;
  await tx.sql`
    update officer set until = greatest(since, ${on}::date)
    where union_id = any(${ids}::uuid[]) and until is null`;
  await tx.sql`
    update election
    set state = 'FAILED', open = false, failure = 'UNION_ENDED', version = version + 1
    where union_id = any(${ids}::uuid[]) and open`;
  return endCoverage(tx, versions, on);
}

/** The last day on which a place of one of these unions in the tree was decided to begin or end. */
export async function lastPlacedOn(tx: Tx, unionIds: readonly string[]): Promise<string> {
  const [row] = await tx.sql<{ on: string | null }>`
    select max(greatest(valid_from, coalesce(valid_to, valid_from)))::text as on from union_parent
    where union_id = any(${unionIds}::uuid[])`;
  return row?.on ?? '0001-01-01';
}
