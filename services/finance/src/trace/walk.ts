// What follows of the moves that were found (ledger.md §3.1, §3.7): a piece that no move was found for still lies in its
// pot, or is lost; what leads no further is an end. Which moves follow upon which migrations/0006-trace.ts says.
import type { PotKind, PotRef } from '../ledger/voucher.ts';

export const DIRECTIONS = ['BACK', 'FORWARD'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** A part of one move: `fen` of it from `skip` on, `at` from the beginning of what was asked about. */
export interface Hop {
  /** With how many steps from the start; the start itself is 0. */
  depth: number;
  at: number;
  fen: number;
  skip: number;
  no: number;
  n: number;
  from: Required<PotRef>;
  to: Required<PotRef>;
  /** Where the piece begins upon which it follows. */
  after: number;
  /** To the interval of a pot of the book, to the other half of a reversal, or beyond the book. */
  leads: 'POT' | 'HALF' | '';
}

/** What the next step asks about. */
export interface Piece {
  at: number;
  fen: number;
  depth: number;
  last: Hop | null;
  leads: 'POT' | 'HALF';
  ref: PotRef;
}

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
export function follow(hop: Hop, direction: Direction): { piece: Piece } | { end: End } {
  const { at, fen, depth, leads } = hop;
  const ref = direction === 'BACK' ? hop.from : hop.to;
  if (leads === 'POT') return { piece: { at, fen, depth, last: hop, leads, ref } };
  if (leads === 'HALF') return { piece: { at, fen, depth, last: hop, leads, ref: hop.to } };
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
  const { last, depth, ref, leads } = piece;
  if (leads === 'HALF')
    return { at, fen, kind: 'gap', reason: 'REVERSAL_UNLIKE', ref, depth, last };
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
