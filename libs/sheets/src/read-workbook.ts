import { busy } from '@gonglian/kernel/refusal.ts';
import { sheetLimits, type SheetLimits } from './limits.ts';
import { unpackRows } from './row-batch.ts';
import type { SheetInfo, SheetRow } from './sheet-row.ts';
import { startThread, type SheetThread } from './sheet-thread.ts';

export type { SheetLimits } from './limits.ts';
export type { SheetInfo, SheetRow } from './sheet-row.ts';

export interface OpenWorkbook {
  sheets: readonly SheetInfo[];
  /** Rows with content, in their order; a batch is read when the one before it has been used up. */
  rows(sheet: string): AsyncIterable<SheetRow>;
  /** Ends the reader's thread; to be called on every way out. */
  close(): Promise<void>;
}

/** Each reader may take memoryMb: so many at once, the rest is refused with SHEET_BUSY. */
const READERS_MAX = 8;
let readers = 0;

/**
 * Opens an uploaded file (xlsx, or csv by its name) in a thread of its own and checks all of it
 * against the limits of security.md §4. Throws a Refusal that names the rule. `invalid`:
 * SHEET_NOT_XLSX, SHEET_OLD_XLS, SHEET_NOT_TEXT, SHEET_ENCRYPTED, SHEET_BROKEN, SHEET_DTD,
 * SHEET_ZIP_PATHS; `refused`: SHEET_TOO_LARGE, SHEET_TOO_MANY_PARTS, SHEET_ZIP_BOMB, SHEET_MACROS,
 * SHEET_EXTERNAL_LINK, SHEET_EMBEDDED, SHEET_TOO_WIDE, SHEET_TOO_MANY_ROWS, SHEET_TOO_MANY_STRINGS,
 * SHEET_CELL_TOO_LONG, SHEET_TIMEOUT, SHEET_MEMORY; `busy`: SHEET_BUSY. Details say where (sheet,
 * row, column from 1) and the limit, never what a cell holds.
 */
export async function openWorkbook(
  file: string,
  fileName: string,
  limits: Partial<SheetLimits> = {},
): Promise<OpenWorkbook> {
  if (readers >= READERS_MAX) throw busy('SHEET_BUSY', { limit: READERS_MAX });
  readers += 1;
  const thread = startThread({ file, fileName, limits: { ...sheetLimits, ...limits } });
  let open = true;
  const close = async () => {
    if (open) readers -= 1;
    open = false;
    await thread.end();
  };
  try {
    const sheets = await thread.ask('open', { ask: 'open' });
    return { sheets, rows: (sheet) => rowsOf(thread, sheet), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function* rowsOf(thread: SheetThread, sheet: string): AsyncGenerator<SheetRow> {
  const cursor = await thread.ask('rows', { ask: 'rows', sheet });
  let done = false;
  try {
    while (!done) {
      const batch = await thread.ask('next', { ask: 'next', cursor });
      done = batch === undefined;
      if (batch) yield* unpackRows(batch);
    }
  } catch (error) {
    done = true;
    throw error;
  } finally {
    // Where the thread has ended meanwhile, there is nothing left to stop.
    if (!done) await thread.ask('stop', { ask: 'stop', cursor }).catch(() => undefined);
  }
}
