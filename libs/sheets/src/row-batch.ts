import type { SheetRow } from './sheet-row.ts';

/** Rows as they are kept and sent between threads: JSON, in bytes, which no collector looks into. */
export type PackedRows = Uint8Array<ArrayBuffer>;

const ROWS_A_BATCH = 500;
const CHARS_A_BATCH = 256 * 1024;

/** The same rows in batches that are worth the way to another thread, and not too heavy for it. */
export async function* batchesOf(portions: AsyncIterable<SheetRow[]>): AsyncGenerator<SheetRow[]> {
  let rows: SheetRow[] = [];
  let chars = 0;
  for await (const portion of portions) {
    for (const row of portion) {
      rows.push(row);
      for (const cell of row.cells) chars += cell.length;
      if (rows.length < ROWS_A_BATCH && chars < CHARS_A_BATCH) continue;
      yield rows;
      rows = [];
      chars = 0;
    }
  }
  if (rows.length > 0) yield rows;
}

export function packRows(rows: readonly SheetRow[]): PackedRows {
  return new TextEncoder().encode(JSON.stringify(rows));
}

export function unpackRows(packed: Uint8Array): SheetRow[] {
  return JSON.parse(new TextDecoder().decode(packed)) as SheetRow[];
}
