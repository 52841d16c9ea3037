import type { PackedRows } from './row-batch.ts';

export interface SheetInfo {
  name: string;
  /** Rows with any content. */
  rows: number;
  /** Not shown in the tabs: where a template keeps its version and its lists. */
  hidden: boolean;
}

export interface SheetRow {
  /** From 1, as in the sheet. */
  row: number;
  /** By column index from 0; '' for none. Ends with the last cell that has content. */
  cells: string[];
  /** Indexes of cells whose digits Excel has lost: numbers of more than 15 digits. */
  damaged?: number[];
}

/** An open file, where it is read. */
export interface SheetSource {
  sheets: readonly SheetInfo[];
  rows(sheet: string): AsyncGenerator<PackedRows>;
}
