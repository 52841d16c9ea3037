/** What an uploaded file may ask of us (security.md §4). */
export interface SheetLimits {
  packedBytes: number;
  entries: number;
  /** Of all parts together, by what the archive declares; more than declared is never inflated. */
  inflatedBytes: number;
  /** Inflated to packed, of each part that is larger than RATIO_FROM_BYTES. */
  ratio: number;
  /** Rows with content, of all sheets together. */
  rows: number;
  columns: number;
  cellChars: number;
  sharedStrings: number;
  /** Of the whole life of the reader, opening and rows together. */
  cpuMs: number;
  memoryMb: number;
}

export const sheetLimits: SheetLimits = {
  packedBytes: 20 * 1024 ** 2,
  entries: 200,
  inflatedBytes: 400 * 1024 ** 2,
  ratio: 200,
  rows: 200_000,
  columns: 64,
  cellChars: 1_000,
  sharedStrings: 1_000_000,
  cpuMs: 60_000,
  memoryMb: 512,
};

/** A small part may be packed as well as it likes: an empty sheet of many styles is. */
export const RATIO_FROM_BYTES = 1024 ** 2;
