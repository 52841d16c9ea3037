import { invalid, refused } from '@gonglian/kernel/refusal.ts';
import type { SheetLimits } from './limits.ts';
import type { SheetRow } from './sheet-row.ts';

const ROW_MAX = 1_048_576;
const COLUMN_MAX = 16_384;

/** Puts the cells of a sheet where they belong, under the limits; rows without content are left out. */
export class RowBuilder {
  /** Complete rows, for the reader to take. */
  ready: SheetRow[] = [];
  readonly #sheet: string;
  readonly #limits: SheetLimits;
  #row = 0;
  #column = -1;
  #cells: string[] = [];
  #damaged: number[] = [];

  constructor(sheet: string, limits: SheetLimits) {
    this.#sheet = sheet;
    this.#limits = limits;
  }

  /** Without a number it is the one after the last. Numbers only rise: Excel opens no other file. */
  openRow(number: string | undefined): void {
    const row = number === undefined ? this.#row + 1 : Number(number);
    if (!Number.isInteger(row) || row <= this.#row || row > ROW_MAX) this.#broken('row');
    this.#row = row;
    this.#column = -1;
  }

  /** Without a reference it is the one after the last. */
  openCell(reference: string | undefined): void {
    const column = reference === undefined ? this.#column + 1 : columnOf(reference);
    if (column === undefined || column <= this.#column || column >= COLUMN_MAX) {
      return this.#broken('cell');
    }
    this.#column = column;
  }

  put(text: string, damaged = false): void {
    if (text === '') return;
    const { columns, cellChars } = this.#limits;
    const at = { sheet: this.#sheet, row: this.#row, column: this.#column + 1 };
    if (this.#column >= columns) throw refused('SHEET_TOO_WIDE', { ...at, limit: columns });
    if (text.length > cellChars) throw refused('SHEET_CELL_TOO_LONG', { ...at, limit: cellChars });
    while (this.#cells.length < this.#column) this.#cells.push('');
    this.#cells.push(text);
    if (damaged) this.#damaged.push(this.#column);
  }

  closeRow(): void {
    if (this.#cells.length === 0) return;
    const row: SheetRow = { row: this.#row, cells: this.#cells };
    if (this.#damaged.length > 0) {
      row.damaged = this.#damaged;
      this.#damaged = [];
    }
    this.#cells = [];
    this.ready.push(row);
  }

  take(): SheetRow[] {
    const rows = this.ready;
    this.ready = [];
    return rows;
  }

  #broken(why: string): never {
    throw invalid('SHEET_BROKEN', { why, sheet: this.#sheet, row: this.#row });
  }
}

/** A1 → 0, XFD1 → 16383; undefined for what is no reference. */
export function columnOf(reference: string): number | undefined {
  let column = 0;
  let at = 0;
  for (; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  const letters = at >= 1 && at <= 3;
  return letters && /^\d{1,7}$/.test(reference.slice(at)) ? column - 1 : undefined;
}
