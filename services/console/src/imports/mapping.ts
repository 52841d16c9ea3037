// What each column of a sheet means, as far as the page can say whether that will do.
import type { components } from '../gen/api.d.ts';
import type { Import, ImportSheet } from './import-state.ts';

export type Column = components['schemas']['membership.v1.ColumnMapping'];

/** A person's fields as the contract names them, in the order of the template. */
export const fields = [
  'name',
  'id_number',
  'id_type',
  'phone',
  'sex',
  'birth_date',
  'employment_form',
  'worker_group',
  'migrant_worker',
  'new_forms',
] as const;
export type Field = (typeof fields)[number];

export const requiredFields: readonly Field[] = ['name', 'id_number'];

export interface Mapping {
  sheet: string;
  /** From 1; 0: the sheet has no headings. */
  headerRow: number;
  columns: readonly Column[];
}

export interface MappingFaults {
  /** Fields that several columns are said to hold. */
  twice: readonly string[];
  /** Needed fields that no column holds. */
  missing: readonly Field[];
}

export function faultsOf(columns: readonly Column[]): MappingFaults {
  const named = columns.map(({ field }) => field).filter((field) => field !== '');
  const twice = named.filter((field, at) => named.indexOf(field) < at);
  return {
    twice: [...new Set(twice)],
    missing: requiredFields.filter((field) => !named.includes(field)),
  };
}

/** What was said before, or else what the node proposes for the sheet with the most rows. */
export function firstMapping({ sheet, headerRow, columns, sheets }: Import): Mapping | undefined {
  if (sheet !== '' && columns.length > 0) return { sheet, headerRow, columns };
  const [largest] = sheets.toSorted((a, b) => b.rows - a.rows);
  return largest && proposalOf(largest);
}

export function proposalOf({ name, headerRow, columns }: ImportSheet): Mapping {
  return { sheet: name, headerRow, columns };
}

/** The same sheet with its headings in another row: 0 for none, or one of the sample. */
export function withHeaderRow(sheet: ImportSheet, headerRow: number): Mapping {
  if (headerRow === sheet.headerRow) return proposalOf(sheet);
  const headings = sheet.sample[headerRow - sheet.headerRow - 1]?.cells ?? [];
  const width = Math.max(headings.length, ...sheet.columns.map(({ column }) => column));
  const columns = Array.from({ length: width }, (_, at) => ({
    column: at + 1,
    heading: headerRow === 0 ? '' : (headings[at] ?? ''),
    field: '',
  }));
  return { sheet: sheet.name, headerRow, columns };
}

/** The first few things that stand in a column below its heading. */
export function samplesOf(sheet: ImportSheet, headerRow: number, column: number): string[] {
  const below = sheet.sample.slice(Math.max(0, headerRow - sheet.headerRow));
  const cells = below.map((row) => row.cells[column - 1] ?? '');
  return cells.filter((cell) => cell !== '').slice(0, 3);
}

/** A column as sheets call it: A … Z, AA … */
export function lettersOf(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  const last = String.fromCodePoint(65 + ((column - 1) % 26));
  return rest === 0 ? last : lettersOf(rest) + last;
}
