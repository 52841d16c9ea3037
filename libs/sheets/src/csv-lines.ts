import { stringify } from 'csv-stringify/sync';

/** Lines of RFC 4180; what a spreadsheet would take for a formula begins with a quote. */
export function csvLines(rows: readonly (readonly string[])[]): string {
  return stringify(rows as string[][], {
    escape_formulas: true,
    record_delimiter: 'windows',
    quoted_match: /[\r\n]/,
  });
}
