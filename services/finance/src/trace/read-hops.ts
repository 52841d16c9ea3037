import type { PotKind } from '../ledger/voucher.ts';
import type { Sql } from '../pipeline.ts';
import type { Direction, Hop, Piece } from './walk.ts';

/** The moves of a voucher that a trace begins with: of all of them or one, from how many fen to how many. */
export interface Seed {
  no: number;
  /** 0 for all. */
  n: number;
  from: number;
  to: number;
}

type Row = Omit<Hop, 'from' | 'to'> &
  Record<'fromKind' | 'toKind', PotKind> &
  Record<'fromKey' | 'fromBank' | 'toKey' | 'toBank', string> & { piece: number };

export interface FoundHop {
  hop: Hop;
  /** Which of the pieces it follows upon; -1 for none. */
  piece: number;
}

/** The moves of a voucher that a trace begins with; the first `most`. */
export async function readSeed(
  sql: Sql,
  bookId: number,
  direction: Direction,
  seed: Seed,
  most: number,
): Promise<FoundHop[]> {
  const rows = await sql<Row>`
    select * from trace_seed(${bookId}, ${direction === 'BACK'}, ${seed.no}, ${seed.n}, ${seed.from}, ${seed.to}, ${most})`;
  return rows.map((row) => ({ hop: toHop(row), piece: -1 }));
}

/** The next step of all pieces, the first `most` by where they begin. */
export async function readHops(
  sql: Sql,
  bookId: number,
  direction: Direction,
  pieces: readonly Piece[],
  most: number,
): Promise<FoundHop[]> {
  const intervals = pieces.flatMap((one, place) => ('pot' in one ? [{ ...one, place }] : []));
  const halves = pieces.flatMap((one, place) => ('half' in one ? [{ ...one, place }] : []));
  const found = [
    ...(intervals.length === 0 ? [] : await readStep(sql, bookId, direction, intervals, most)),
    ...(halves.length === 0 ? [] : await readOtherHalves(sql, bookId, direction, halves, most)),
  ];
  return found.toSorted((a, b) => a.hop.at - b.hop.at).slice(0, most);
}

type Placed<Kind> = Extract<Piece, Kind> & { place: number };

async function readStep(
  sql: Sql,
  bookId: number,
  direction: Direction,
  intervals: readonly Placed<{ pot: number }>[],
  most: number,
): Promise<FoundHop[]> {
  const rows = await sql<Row>`
    select * from trace_step(${bookId}, ${direction === 'BACK'}, ${intervals.map(({ pot }) => pot)}::int[],
      ${intervals.map(({ lo }) => lo)}::bigint[], ${intervals.map(({ lo, fen }) => lo + fen)}::bigint[],
      ${intervals.map(({ at }) => at)}::bigint[], ${most})`;
  return rows.map((row) => ({ hop: toHop(row), piece: intervals[row.piece - 1]?.place ?? -1 }));
}

async function readOtherHalves(
  sql: Sql,
  bookId: number,
  direction: Direction,
  halves: readonly Placed<{ half: Hop }>[],
  most: number,
): Promise<FoundHop[]> {
  const rows = await sql<Row>`
    select * from trace_other_half(${bookId}, ${direction === 'BACK'}, ${halves.map(({ half }) => half.no)}::bigint[],
      ${halves.map(({ half }) => half.n)}::int[], ${halves.map(({ other }) => other)}::bigint[],
      ${halves.map(({ half }) => half.skip)}::bigint[], ${halves.map(({ fen }) => fen)}::bigint[],
      ${halves.map(({ at }) => at)}::bigint[], ${most})`;
  return rows.map((row) => ({ hop: toHop(row), piece: halves[row.piece - 1]?.place ?? -1 }));
}

function toHop(row: Row): Hop {
  const { piece: _, fromKind, fromKey, fromBank, toKind, toKey, toBank, ...rest } = row;
  const from = { kind: fromKind, key: fromKey, bank: fromBank };
  return { ...rest, from, to: { kind: toKind, key: toKey, bank: toBank } };
}

/** What the voucher of a hop says, with its seal. */
export interface VoucherOf {
  period: string;
  periodNo: number;
  eventOn: string;
  kind: string;
  summary: string;
  docKind: string;
  docId: string;
  blockNo: number;
  leaf: string;
  /** 0 for none, as the one below. */
  reversesNo: number;
  reversedByNo: number;
}

/** By number. */
export async function readVouchers(
  sql: Sql,
  bookId: number,
  nos: readonly number[],
): Promise<ReadonlyMap<number, VoucherOf>> {
  const rows = await sql<VoucherOf & { no: number }>`
    select * from trace_vouchers(${bookId}, ${[...new Set(nos)]}::bigint[])`;
  return new Map(rows.map(({ no, ...voucher }) => [no, voucher]));
}
