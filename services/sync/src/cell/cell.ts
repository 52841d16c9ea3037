// The cells as they are written: one writer at a time, every change under a new version.
import type { SyncTx, Sql } from '../pipeline.ts';
import { firstOf } from './rows.ts';

export type Scope = 'own' | 'subtree';

export interface CellKey {
  unionId: string;
  scope: Scope;
  indicator: string;
  period: string;
  dims: string;
}

/** A published cell after it changed. */
export interface Changed extends CellKey {
  value: bigint;
  version: bigint;
  declared: boolean;
  /** '' for a cell of this node's own. */
  saidBy: string;
}

/** What every writer of cells works under, until its transaction ends. */
export interface Writing {
  tx: SyncTx;
  sql: Sql;
  rootUnionId: string;
  /** Given to every cell that this transaction changes. */
  version: bigint;
  /** The last month of the closed years; '' where none is closed. */
  closedThrough: string;
  /** Whether changes are said to a superior, one by one: only after everything was said once. */
  says: boolean;
}

/**
 * Makes this transaction the only writer of cells. The lock is taken before anything is read, so that versions rise
 * in the order of commits, and what is said upward is in the order in which it became true.
 */
export async function writeCells(tx: SyncTx): Promise<Writing> {
  const { sql, own, node } = tx;
  await sql`select pg_advisory_xact_lock(hashtextextended('gonglian sync cells', 0))`;
  const state = firstOf(
    await sql<{ version: string; year: string | null; saidTo: string }>`
      with root as (
        insert into reporting_union
          (union_id, name, level, region_code, node, said_by, depth, version)
        values (${own.rootUnionId}, ${own.name}, ${own.level}, ${own.regionCode}, ${node}, '', 0, 0)
        on conflict (union_id) do nothing)
      select nextval('cell_version') as version, (select max(year) from period) as year,
        (select said_to from uplink_state) as "saidTo"`,
  );
  return {
    tx,
    sql,
    rootUnionId: own.rootUnionId,
    version: BigInt(state.version),
    closedThrough: state.year ? `${state.year}-12` : '',
    says: own.superior !== null && state.saidTo === own.superior.region,
  };
}

/** Columns of cells for unnest, in the order union_id, scope, indicator, dims, period. */
export function keyColumns(cells: readonly CellKey[]): string[][] {
  return [
    cells.map((cell) => cell.unionId),
    cells.map((cell) => cell.scope),
    cells.map((cell) => cell.indicator),
    cells.map((cell) => cell.dims),
    cells.map((cell) => cell.period),
  ];
}

export function keyText({ unionId, scope, indicator, dims, period }: CellKey): string {
  return `${unionId} ${scope} ${indicator} ${period} ${dims}`;
}

/** A row as PostgreSQL answers it: bigints as texts. */
export interface ChangedRow extends CellKey {
  value: string;
  version: string;
  declared: boolean;
  saidBy: string;
}

export function changedOf(row: ChangedRow): Changed {
  return { ...row, value: BigInt(row.value), version: BigInt(row.version) };
}
