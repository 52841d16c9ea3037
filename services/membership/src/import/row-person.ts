// A row of somebody's sheet as the person it means: spellings are evened out, and what is not understood stays as it
// was typed, for the rules to refuse by name.
import { Person } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { cleanName } from '../member/name-text.ts';
import { cleanPhone } from '../member/person.ts';
import {
  EMPLOYMENT_WORDS,
  ID_TYPE_WORDS,
  NEW_FORM_WORDS,
  SEX_WORDS,
  wordOf,
  YES_NO_WORDS,
  type ImportField,
} from './import-fields.ts';

export interface SheetCells {
  /** From 1. */
  row: number;
  cells: readonly string[];
  /** Indexes of cells whose digits Excel has lost. */
  damaged?: readonly number[];
}

/** Field → index of its column, from 0. */
export type Columns = ReadonlyMap<ImportField, number>;

export interface RowFault {
  code: string;
  field: ImportField;
}

export interface RowPerson {
  row: number;
  person: Person;
  /** What is wrong with the row already as a row of a sheet. */
  fault?: RowFault;
}

const EXPONENT = /^\d(\.\d+)?e\+?1[4-9]$/i;

/** The row's person; undefined where no mapped column has anything in it. */
export function personOf(
  { row, cells, damaged }: SheetCells,
  columns: Columns,
): RowPerson | undefined {
  const text = (field: ImportField) => cells[columns.get(field) ?? -1] ?? '';
  if (![...columns.values()].some((index) => cells[index])) return undefined;
  const idNumber = text('id_number').replaceAll(/[\s-]+/g, '');
  const migrant = YES_NO_WORDS.get(wordOf(text('migrant_worker')));
  const person = Person.fromPartial({
    idType: codeOr(ID_TYPE_WORDS, text('id_type'), '01'),
    idNumber: idType01(text('id_type')) ? idNumber : text('id_number').trim(),
    name: cleanName(text('name')),
    phone: cleanPhone(text('phone').replaceAll(/[()-]/g, '')),
    sex: codeOr(SEX_WORDS, text('sex'), ''),
    birthDate: plainDate(text('birth_date')),
    employmentForm: codeOr(EMPLOYMENT_WORDS, text('employment_form'), ''),
    workerGroup: text('worker_group').trim(),
    migrantWorker: migrant === 'yes',
    newForms: formsOf(text('new_forms')),
  });
  const idColumn = columns.get('id_number') ?? -1;
  if (damaged?.includes(idColumn) || EXPONENT.test(idNumber)) {
    return { row, person, fault: { code: 'ID_DAMAGED_BY_EXCEL', field: 'id_number' } };
  }
  if (migrant === undefined) {
    return { row, person, fault: { code: 'MIGRANT_WORKER_UNKNOWN', field: 'migrant_worker' } };
  }
  return { row, person };
}

const ZEROS_AT_END = /^\d{15}000$/;
const NUMBER_RULES = new Set(['CHECKSUM', 'DATE_INVALID', 'LENGTH_OR_CHARSET']);

/**
 * A number that lost its last three digits in Excel and became a text afterwards looks like any other with a wrong
 * check digit: who has to mend it is told what happened.
 */
export function damagedOr(code: string, field: string, { idType, idNumber }: Person): string {
  const lost = idType === '01' && field === 'id_number' && NUMBER_RULES.has(code);
  return lost && ZEROS_AT_END.test(idNumber) ? 'ID_DAMAGED_BY_EXCEL' : code;
}

function idType01(text: string): boolean {
  return codeOr(ID_TYPE_WORDS, text, '01') === '01';
}

function codeOr(words: ReadonlyMap<string, string>, text: string, absent: string): string {
  const word = wordOf(text);
  return word === '' ? absent : (words.get(word) ?? text.trim());
}

const DATE = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/;
const DIGITS = /^(\d{4})(\d{2})(\d{2})$/;

function plainDate(text: string): string {
  const plain = text.normalize('NFKC').trim();
  const [, year, month = '', day = ''] = DATE.exec(plain) ?? DIGITS.exec(plain) ?? [];
  return year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : plain;
}

const NONE = new Set(['', '无', '否', 'no', 'none', '-', '/']);

function formsOf(text: string): string[] {
  if (NONE.has(wordOf(text))) return [];
  const named = text.split(/[、,，;；|\n]+/).filter((part) => part.trim() !== '');
  return [...new Set(named.map((part) => codeOr(NEW_FORM_WORDS, part, '')))].toSorted();
}
