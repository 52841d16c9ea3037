import { refused } from '@gonglian/kernel/refusal.ts';
import { cellStyle, lettersOf, xmlText } from './workbook-xml.ts';

const CELL_CHARS_MAX = 32_767;

/** Writes the cells of one row as text, so that nothing in them is ever a formula or a number. */
export type RowWriter = (row: number, cells: readonly string[]) => string;

/** For as many columns as there are styles. What is the same in every row is put together once. */
export function rowWriter(styles: readonly number[]): RowWriter {
  const before = styles.map((_, index) => `<c r="${lettersOf(index + 1)}`);
  const after = styles.map((style) => `" s="${style}" t="inlineStr"><is><t`);
  return (row, cells) => {
    if (cells.length > styles.length) {
      throw new RangeError(`row ${row} has more cells than columns`);
    }
    let xml = `<row r="${row}">`;
    for (let index = 0; index < cells.length; index += 1) {
      const cell = cells[index] ?? '';
      if (cell === '') continue;
      if (cell.length > CELL_CHARS_MAX) {
        throw refused('SHEET_CELL_TOO_LONG', { row, column: index + 1, limit: CELL_CHARS_MAX });
      }
      // Space within stays; only that around needs saying.
      const space = /^\s|\s$/.test(cell) ? ' xml:space="preserve">' : '>';
      xml += `${before[index]}${row}${after[index]}${space}${xmlText(cell)}</t></is></c>`;
    }
    return `${xml}</row>`;
  };
}

/** Rows as a portion of a sheet that is written elsewhere: plain text, one below the other. */
export function rowsXml(rows: readonly (readonly string[])[], firstRow: number): string {
  const columns = Math.max(0, ...rows.slice(0, 1).map((row) => row.length));
  const write = rowWriter(Array.from({ length: columns }, () => cellStyle.text));
  return rows.map((cells, index) => write(firstRow + index, cells)).join('');
}
