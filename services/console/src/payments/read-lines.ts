// A list of payees as it is pasted from a sheet or a csv: one a line, in the order of the columns. What cannot be meant is
// named by line and column before anything is sent; whether it may be paid, the node says.
import { fenOf } from '../settlements/fen.ts';
import type { PaymentLineAsk } from '../shapes.ts';

export type Line = Required<PaymentLineAsk>;

export const columns = [
  'payeeKind',
  'payeeName',
  'accountNumber',
  'bankCode',
  'amount',
  'purpose',
  'beneficiaryId',
  'projectCode',
  'sourceCode',
] as const;
export type Column = (typeof columns)[number];

export interface Fault {
  /** From 1, as pasted. */
  row: number;
  column: Column;
}

/** What a list says for each code, in the language of whoever pastes it; the codes themselves will do too. */
export interface Words {
  kinds: Readonly<Record<'PERSON' | 'UNIT', string>>;
  sources: Readonly<Record<'union' | 'fiscal', string>>;
}

export function readLines(text: string, words: Words): { lines: Line[]; faults: Fault[] } {
  const lines: Line[] = [];
  const faults: Fault[] = [];
  for (const [at, row] of text.split(/\r?\n/).entries()) {
    const cells = row.split(row.includes('\t') ? '\t' : /[,，]/).map((cell) => cell.trim());
    if (cells.every((cell) => cell === '') || isHeading(cells, at)) continue;
    const said = Object.fromEntries(columns.map((column, place) => [column, cells[place] ?? '']));
    const read = readLine(said as Record<Column, string>, words);
    if ('payeeKind' in read) lines.push(read);
    else faults.push({ row: at + 1, column: read.fault });
  }
  return { lines, faults };
}

/** A first row without any digit names the columns. */
const isHeading = (cells: readonly string[], at: number): boolean =>
  at === 0 && !/\d/.test(cells.slice(2, 5).join(''));

/** One line, or the first column of it that cannot be meant. */
export function readLine(
  said: Readonly<Record<Column, string>>,
  { kinds, sources }: Words,
): Line | { fault: Column } {
  const payeeKind = meant(kinds, said.payeeKind);
  const sourceCode = said.sourceCode === '' ? 'union' : meant(sources, said.sourceCode);
  const amountFen = fenOf(said.amount);
  const accountNumber = said.accountNumber.replaceAll(' ', '');
  if (payeeKind === undefined) return { fault: 'payeeKind' };
  if (said.payeeName.length < 2) return { fault: 'payeeName' };
  if (!/^\d{8,30}$/.test(accountNumber)) return { fault: 'accountNumber' };
  if (!/^\d{12}$/.test(said.bankCode)) return { fault: 'bankCode' };
  if (amountFen === '0' || BigInt(amountFen) === 0n) return { fault: 'amount' };
  if (said.purpose === '') return { fault: 'purpose' };
  if (payeeKind === 'PERSON' && said.beneficiaryId === '') return { fault: 'beneficiaryId' };
  if (sourceCode === undefined) return { fault: 'sourceCode' };
  const { payeeName, bankCode, purpose, beneficiaryId, projectCode } = said;
  const payee = { payeeKind, payeeName, accountNumber, bankCode, beneficiaryId };
  return { ...payee, amountFen, purpose, projectCode, sourceCode };
}

function meant(words: Readonly<Record<string, string>>, said: string): string | undefined {
  const same = (one: string) => one.toLowerCase() === said.toLowerCase();
  return Object.keys(words).find((code) => same(code) || same(words[code] ?? ''));
}
