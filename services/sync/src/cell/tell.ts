// Says what was published: upward to the superior, and as facts to whoever shows numbers.
import { cellChanged } from '@gonglian/contracts/sync.ts';
import type { Cell } from '@gonglian/contracts/gen/gonglian/sync/v1/events.ts';
import { sayUpward } from '../link/say.ts';
import { type Changed, type Writing } from './cell.ts';

const WINDOW = 500;
const FACTS_MAX = 100;
/** A node says upward its own cells and those of the two levels below it (architecture §5). */
export const SAID_DEPTH = 2;

export async function tell(writing: Writing, changed: readonly Changed[]): Promise<void> {
  if (changed.length === 0) return;
  const { tx } = writing;
  for (const fact of changeFacts(changed, writing.rootUnionId)) tx.emit(cellChanged, fact);
  if (!writing.says) return;
  await sayCells(writing, await saidAmong(writing, changed));
}

/** Windows of cells, in the order given. */
export async function sayCells(writing: Writing, cells: readonly Changed[]): Promise<void> {
  const windows = Array.from({ length: Math.ceil(cells.length / WINDOW) }, (_, n) => ({
    cells: { cells: cells.slice(n * WINDOW, (n + 1) * WINDOW).map(toCell) },
  }));
  await sayUpward(writing, windows);
}

export function toCell(changed: Changed): Cell {
  const { unionId, scope, indicator, period, dims, value, version, declared } = changed;
  return { unionId, scope, indicator, period, dims, value, version, declared };
}

async function saidAmong({ sql }: Writing, changed: readonly Changed[]): Promise<Changed[]> {
  const received = [...new Set(changed.filter((c) => c.saidBy !== '').map((c) => c.unionId))];
  if (received.length === 0) return [...changed];
  const rows = await sql<{ id: string }>`
    select union_id as id from reporting_union
    where union_id = any(${received}::uuid[]) and depth <= ${SAID_DEPTH}`;
  const said = new Set(rows.map(({ id }) => id));
  return changed.filter((cell) => cell.saidBy === '' || said.has(cell.unionId));
}

/**
 * One fact for each (union, month) that moved; for each (union, year) where that would be many; one for the root and
 * no period, meaning all of them, where that would be many too.
 */
export function changeFacts(
  changed: readonly Changed[],
  rootUnionId: string,
): { unionId: string; period: string; indicators: string[] }[] {
  for (const length of [7, 4]) {
    const groups = Map.groupBy(changed, (c) => `${c.unionId} ${c.period.slice(0, length)}`);
    if (groups.size > FACTS_MAX) continue;
    return [...groups].map(([key, cells]) => {
      const [unionId = '', period = ''] = key.split(' ');
      return { unionId, period, indicators: indicatorsOf(cells) };
    });
  }
  return [{ unionId: rootUnionId, period: '', indicators: indicatorsOf(changed) }];
}

function indicatorsOf(cells: readonly Changed[]): string[] {
  return [...new Set(cells.map(({ indicator }) => indicator))].toSorted();
}
