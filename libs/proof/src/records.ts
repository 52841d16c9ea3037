// What each frame of the body holds. Names of fields are those that a finding gives.
import { Cursor, Malformed, type Field } from './cursor.ts';
import type { RecordKind } from './finding.ts';
import { DOCUMENT_FORM, HASH_BYTES, TAG, type Tag } from './layout.ts';
import { KEY_BYTES, SIGNATURE_BYTES } from './signing.ts';

export interface Leg {
  account: number;
  amountFen: number;
  balanceFen: number;
  version: number;
}

export interface Move {
  from: number;
  to: number;
  amountFen: number;
  outEnd: number;
  inEnd: number;
}

export interface VoucherRecord {
  unionId: string;
  no: number;
  key: string;
  period: string;
  periodNo: number;
  postedMs: number;
  reversesNo: number;
  legs: Leg[];
  moves: Move[];
}

/** More lines than a voucher may have, so that a wrong number of them is not believed. */
const LINES_MAX = 100_000;
const FORM = 1;

/** What is hashed of a kind begins with these. */
function begin(c: Cursor, domain: number, type: string): void {
  if (c.byte('domain') !== domain || c.byte('form') !== FORM) throw new Malformed('domain');
  if (type !== '' && c.text('type') !== type) throw new Malformed('type');
}

export function readAccount(c: Cursor) {
  begin(c, 0, 'account');
  const read = { unionId: c.text('unionId'), no: c.int('no'), code: c.text('code') };
  const [partyId, project] = [c.text('partyId'), c.text('project')];
  return { ...read, partyId, project, mark: c.text('mark') };
}

export function readPot(c: Cursor) {
  begin(c, 0, 'pot');
  const read = { unionId: c.text('unionId'), no: c.int('no'), kind: c.text('kind') };
  return { ...read, key: c.text('key'), bank: c.text('bank') };
}

export function readVoucher(c: Cursor): VoucherRecord {
  begin(c, 0, 'voucher');
  const unionId = c.text('unionId');
  const no = c.int('no');
  const key = c.text('key');
  c.raw(HASH_BYTES, 'requestHash');
  c.skip('kind');
  c.skip('eventOn');
  const period = c.text('period');
  const periodNo = c.int('periodNo');
  const postedMs = c.int('postedMs');
  for (const name of TEXTS) c.skip(name);
  const reversesNo = c.int('reversesNo');
  const { legs, moves } = readLines(c);
  return { unionId, no, key, period, periodNo, postedMs, reversesNo, legs, moves };
}

const TEXTS = ['summary', 'docKind', 'docId', 'docHash', 'makerId', 'checkerId', 'approverId'];

function readLines(c: Cursor): { legs: Leg[]; moves: Move[] } {
  const legs: Leg[] = [];
  for (let n = count(c, 'legs'); n > 0; n -= 1) {
    const account = c.int('leg.account');
    const amountFen = c.int('leg.amountFen');
    const balanceFen = c.int('leg.balanceFen');
    legs.push({ account, amountFen, balanceFen, version: c.int('leg.version') });
  }
  const moves: Move[] = [];
  for (let n = count(c, 'moves'); n > 0; n -= 1) {
    const from = c.int('move.from');
    const to = c.int('move.to');
    const amountFen = c.int('move.amountFen');
    const outEnd = c.int('move.outEnd');
    moves.push({ from, to, amountFen, outEnd, inEnd: c.int('move.inEnd') });
  }
  return { legs, moves };
}

function count(c: Cursor, name: string): number {
  const value = c.int(name);
  if (value < 0 || value > LINES_MAX) throw new Malformed(name);
  return value;
}

export function readPeriod(c: Cursor) {
  begin(c, 0, 'period');
  const read = { unionId: c.text('unionId'), no: c.int('no'), period: c.text('period') };
  const change = c.text('change');
  const afterNo = c.int('afterNo');
  c.skip('actorId');
  c.skip('reason');
  return { ...read, change, afterNo, atMs: c.int('atMs') };
}

export function readBlock(c: Cursor) {
  begin(c, 2, '');
  const read = { unionId: c.text('unionId'), no: c.int('no'), firstNo: c.int('firstNo') };
  const [lastNo, postedMs] = [c.int('lastNo'), c.int('postedMs')];
  const prev = c.raw(HASH_BYTES, 'prev');
  return { ...read, lastNo, postedMs, prev, body: c.raw(HASH_BYTES, 'body') };
}

export function readCheckpoint(c: Cursor) {
  begin(c, 6, 'checkpoint');
  const read = { node: c.text('node'), unionId: c.text('unionId'), blockNo: c.int('blockNo') };
  const head = c.raw(HASH_BYTES, 'head');
  return { ...read, head, lastNo: c.int('lastNo'), atMs: c.int('atMs') };
}

export function readBook(c: Cursor) {
  begin(c, 7, 'book');
  return { unionId: c.text('unionId'), accountSet: c.text('accountSet') };
}

/** A file that the node has kept the hash of: of which record it is, and which of several. */
export interface DocumentRecord {
  unionId: string;
  kind: string;
  id: string;
  /** Empty where the record has one of this kind. */
  place: string;
  /** 64 hexadecimal digits. */
  sha256: string;
  /** Where the hash begins in the record; -1 where it is text. */
  hashAt: number;
}

/** Packages of before had no places, and the hash as text. */
export function readDocument(c: Cursor): DocumentRecord {
  if (c.byte('domain') !== 7) throw new Malformed('domain');
  const form = c.byte('form');
  if (form !== FORM && form !== DOCUMENT_FORM) throw new Malformed('form');
  if (c.text('type') !== 'document') throw new Malformed('type');
  const read = { unionId: c.text('unionId'), kind: c.text('kind'), id: c.text('id') };
  if (form === FORM) return { ...read, place: '', sha256: c.text('sha256'), hashAt: -1 };
  const place = c.text('place');
  const hashAt = c.at;
  const sha256 = c.raw(HASH_BYTES, 'sha256').toString('hex');
  c.end();
  return { ...read, place, sha256, hashAt };
}

export function readEnd(c: Cursor) {
  begin(c, 7, 'end');
  const read = { unionId: c.text('unionId'), blocks: c.int('blocks'), vouchers: c.int('vouchers') };
  const [accounts, pots, periods] = [c.int('accounts'), c.int('pots'), c.int('periods')];
  const [checkpoints, documents] = [c.int('checkpoints'), c.int('documents')];
  const head = c.raw(HASH_BYTES, 'head');
  return { ...read, accounts, pots, periods, checkpoints, documents, head };
}

/** What a finding calls it. */
export const KINDS = {
  [TAG.readme]: 'readme',
  [TAG.book]: 'book',
  [TAG.account]: 'account',
  [TAG.pot]: 'pot',
  [TAG.voucher]: 'voucher',
  [TAG.period]: 'period',
  [TAG.block]: 'block',
  [TAG.checkpoint]: 'checkpoint',
  [TAG.document]: 'document',
  [TAG.end]: 'end',
} as const satisfies Record<Tag, RecordKind>;

/** What stands before the canonical bytes: the hash they give, or who has signed them. */
export const BEFORE: Partial<Record<Tag, [name: string, length: number][]>> = {
  [TAG.account]: [['leaf', HASH_BYTES]],
  [TAG.pot]: [['leaf', HASH_BYTES]],
  [TAG.voucher]: [['leaf', HASH_BYTES]],
  [TAG.period]: [['leaf', HASH_BYTES]],
  [TAG.block]: [['hash', HASH_BYTES]],
  [TAG.checkpoint]: [
    ['publicKey', KEY_BYTES],
    ['signature', SIGNATURE_BYTES],
  ],
};

const READERS: Partial<Record<Tag, (c: Cursor) => object>> = {
  [TAG.account]: readAccount,
  [TAG.pot]: readPot,
  [TAG.voucher]: readVoucher,
  [TAG.period]: readPeriod,
  [TAG.block]: readBlock,
  [TAG.checkpoint]: readCheckpoint,
  [TAG.book]: readBook,
  [TAG.document]: readDocument,
  [TAG.end]: readEnd,
};

/** Where each field of a frame's content lies, as far as it can be read; lines carry their number. */
export function fieldsOf(tag: Tag, content: Buffer): Field[] {
  const fields: Field[] = [];
  const c = new Cursor(content, 0, fields);
  try {
    for (const [name, length] of BEFORE[tag] ?? []) c.raw(length, name);
    READERS[tag]?.(c);
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
  }
  return numbered(fields);
}

/** `leg.amountFen` of the second leg is `leg 2.amountFen`. */
function numbered(fields: readonly Field[]): Field[] {
  const seen = new Map<string, number>();
  return fields.map((field) => {
    const [line, name] = field.name.split('.');
    if (name === undefined) return field;
    const n = (seen.get(field.name) ?? 0) + 1;
    seen.set(field.name, n);
    return { ...field, name: `${line} ${n}.${name}` };
  });
}

/** The field that a byte of a frame's content lies in. */
export function fieldAt(tag: Tag, content: Buffer, at: number): string {
  const found = fieldsOf(tag, content).find(({ from, to }) => at >= from && at < to);
  return found?.name ?? (tag === TAG.readme ? 'text' : 'end');
}
