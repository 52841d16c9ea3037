// The trace within one book: step by step, each step set-based, until every fen has come to an end.
import type { Sql } from '../pipeline.ts';
import {
  readHops,
  readSeed,
  readVouchers,
  type FoundHop,
  type Seed,
  type VoucherOf,
} from './read-hops.ts';
import {
  clipped,
  follow,
  leftOver,
  type Direction,
  type End,
  type Hop,
  type Piece,
} from './walk.ts';

/** Steps from what was asked to the end of it; real ways have two or three. */
const STEPS_MAX = 16;

const NONE: ReadonlyMap<number, VoucherOf> = new Map();

export interface TraceOf {
  bookId: number;
  direction: Direction;
  /** What is asked: moves of a voucher, or what went through a pot. */
  start: Seed | Piece;
  /** Hops a step; what is beyond is another page. */
  limit: number;
}

export interface Traced {
  /** With how many steps from the start; the start itself is 0. */
  hops: (Hop & { depth: number })[];
  /** By number, of every hop. */
  vouchers: ReadonlyMap<number, VoucherOf>;
  /** They cover what the page answers without a gap and without an overlap. */
  ends: End[];
  /** How far the page answers: where it is before the end of what was asked, the next one goes on. */
  to: number;
}

export async function traceBook(sql: Sql, of: TraceOf): Promise<Traced> {
  const { bookId, direction, start, limit } = of;
  const seed = 'no' in start ? start : undefined;
  let to = 'no' in start ? start.to : start.at + start.fen;
  let hops: Traced['hops'] = [];
  let ends: End[] = [];
  let pieces: Piece[] = 'no' in start ? [] : [start];
  for (let depth = seed ? 0 : 1; depth <= STEPS_MAX; depth += 1) {
    const first = seed !== undefined && depth === 0;
    if (!first && pieces.length === 0) break;
    // One more than fits says where the page ends.
    const found = first
      ? await readSeed(sql, bookId, direction, seed, limit + 1)
      : await readHops(sql, bookId, direction, pieces, limit + 1);
    to = Math.min(to, found.length > limit ? (found.at(-1)?.hop.at ?? to) : to);
    const kept = clipped(
      found.map(({ hop, piece }) => ({ ...hop, piece })),
      to,
    );
    const step = stepOf(clipped(pieces, to), kept.map(withPiece), depth, direction);
    hops = [...clipped(hops, to), ...step.hops.map((hop) => ({ ...hop, depth }))];
    ends = [...clipped(ends, to), ...step.ends];
    pieces = step.pieces;
  }
  const nos = hops.map(({ no }) => no);
  const vouchers = nos.length === 0 ? NONE : await readVouchers(sql, bookId, nos);
  return {
    hops,
    vouchers,
    ends: [...ends, ...pieces.map(tooDeep)].toSorted((a, b) => a.at - b.at),
    to,
  };
}

const withPiece = ({ piece, ...hop }: Hop & { piece: number }): FoundHop => ({ hop, piece });

/** What a step has found of its pieces: where each hop leads, and what was not found. */
export function stepOf(
  pieces: readonly Piece[],
  found: readonly FoundHop[],
  depth: number,
  direction: Direction,
): { hops: Hop[]; ends: End[]; pieces: Piece[] } {
  const ofPiece = Map.groupBy(found, ({ piece }) => piece);
  const hops = found.map(({ hop }) => hop);
  const next = hops.map((hop) => follow(hop, depth, direction));
  const lost = pieces.flatMap((piece, n) => {
    const its = ofPiece.get(n) ?? [];
    return leftOver(
      piece,
      its.map(({ hop }) => hop),
      direction,
    );
  });
  return {
    hops,
    ends: [...next.flatMap((one) => ('end' in one ? [one.end] : [])), ...lost],
    pieces: next.flatMap((one) => ('piece' in one ? [one.piece] : [])),
  };
}

function tooDeep(piece: Piece): End {
  const { at, fen, depth, last } = piece;
  const ref = 'ref' in piece ? piece.ref : piece.half.to;
  return { at, fen, kind: 'gap', reason: 'TOO_DEEP', ref, depth, last };
}
