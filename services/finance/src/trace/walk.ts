// Where each fen goes from one move to the next, and where it ends (ledger.md §3.1, §3.7): first in, first out within a
// pot; out of the book a reversal gives back what it takes back; everything else beyond the book is an end.
import { isOwnPot } from '../ledger/check-voucher.ts';
import type { PotKind, PotRef } from '../ledger/voucher.ts';

export const DIRECTIONS = ['BACK', 'FORWARD'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** A part of one move: `fen` of it from `skip` on, `at` from the beginning of what was asked about. */
export interface Hop {
  at: number;
  fen: number;
  skip: number;
  no: number;
  n: number;
  /** Where the move begins in the line of what left its source, and of what reached its target. */
  outStart: number;
  inStart: number;
  fromPot: number;
  from: Required<PotRef>;
  toPot: number;
  to: Required<PotRef>;
  /** The voucher whose other half this one is: back what it takes back, forward what takes it back; 0 for none. */
  other: number;
}

/** Of an interval of a pot, or of a move whose other half is in another voucher: what the next step asks about. */
export type Piece = { at: number; fen: number; depth: number; last: Hop | null } & (
  | { pot: number; ref: PotRef; lo: number }
  | { half: Hop; other: number }
);

export const GAPS = [
  'INTERVAL_MISSING',
  'REVERSAL_UNLIKE',
  'TOO_DEEP',
  'SETTLEMENT_UNNAMED',
  'NEIGHBOUR_NOT_ASKED',
  'NEIGHBOUR_SILENT',
  'NEIGHBOUR_REFUSED',
  'ELSEWHERE_INCOMPLETE',
] as const;
export type Gap = (typeof GAPS)[number];

/** `pot`: it still lies there. A gap says where the trace has lost it and why. */
export interface End {
  at: number;
  fen: number;
  kind: Exclude<PotKind, 'own' | 'upper' | 'lower' | 'prep' | 'trust' | 'project'> | 'pot' | 'gap';
  reason: '' | Gap;
  /** Where it is or comes from; of a gap where it was seen last. */
  ref: PotRef;
  /** Steps from the start to the last move. */
  depth: number;
  last: Hop | null;
}

/** What follows upon a hop. */
export function follow(
  hop: Hop,
  depth: number,
  direction: Direction,
): { piece: Piece } | { end: End } {
  const { at, fen, skip } = hop;
  const back = direction === 'BACK';
  const ref = back ? hop.from : hop.to;
  if (isOwnPot(ref.kind)) {
    const lo = skip + (back ? hop.outStart : hop.inStart);
    return { piece: { at, fen, depth, last: hop, pot: back ? hop.fromPot : hop.toPot, ref, lo } };
  }
  const { other } = hop;
  if (other !== 0) return { piece: { at, fen, depth, last: hop, half: hop, other } };
  return { end: { at, fen, kind: ref.kind as End['kind'], reason: '', ref, depth, last: hop } };
}

/**
 * What of a piece no move was found for. Forward, the rest of a pot's interval is what nobody has taken away yet;
 * anything else should have been there.
 */
export function leftOver(piece: Piece, found: readonly Hop[], direction: Direction): End[] {
  const ends: End[] = [];
  let at = piece.at;
  const pieceEnd = piece.at + piece.fen;
  for (const hop of found) {
    if (hop.at > at) ends.push(endOf(piece, at, hop.at - at, true));
    at = hop.at + hop.fen;
  }
  if (at < pieceEnd) ends.push(endOf(piece, at, pieceEnd - at, direction === 'BACK'));
  return ends;
}

function endOf(piece: Piece, at: number, fen: number, missing: boolean): End {
  const { last, depth } = piece;
  if (!('pot' in piece)) {
    const ref = piece.half.to;
    return { at, fen, kind: 'gap', reason: 'REVERSAL_UNLIKE', ref, depth, last };
  }
  const { ref } = piece;
  if (missing) return { at, fen, kind: 'gap', reason: 'INTERVAL_MISSING', ref, depth, last };
  return { at, fen, kind: 'pot', reason: '', ref, depth, last };
}

/** What lies before `to` of things that each begin somewhere. */
export function clipped<Thing extends { at: number; fen: number }>(
  things: readonly Thing[],
  to: number,
): Thing[] {
  return things
    .filter(({ at }) => at < to)
    .map((thing) => ({ ...thing, fen: Math.min(thing.fen, to - thing.at) }));
}
