// The trace within one book: what was found, step by step, until every fen has come to an end.
import { STEPS_MAX } from '../migrations/0006-trace.ts';
import type { Sql } from '../pipeline.ts';
import { readWay, type Way, type WayOf } from './read-way.ts';
import {
  clipped,
  follow,
  leftOver,
  type Direction,
  type End,
  type Hop,
  type Piece,
} from './walk.ts';

export interface Traced extends Way {
  /** They cover what the page answers without a gap and without an overlap. */
  ends: End[];
  /** How far the page answers: where it is before the end of what was asked, the next one goes on. */
  to: number;
}

/** Undefined for what is not in this book, or out of reach. */
export async function traceBook(sql: Sql, of: WayOf): Promise<Traced | undefined> {
  const way = await readWay(sql, of);
  return way && walked(way, of);
}

type Asked = Pick<WayOf, 'direction' | 'start' | 'from' | 'to' | 'limit'>;

/** One hop more than fits says where the page ends: nothing beyond is told, of no step. */
export function walked(way: Way, { direction, start, from, to: asked, limit }: Asked): Traced {
  const found = Map.groupBy(way.hops, ({ depth }) => depth);
  const beyond = [...found.values()].flatMap((hops) => hops[limit]?.at ?? []);
  const to = Math.min(asked === 0 ? way.wholeFen : asked, ...beyond);
  let pieces: Piece[] =
    'pot' in start
      ? [{ at: from, fen: to - from, depth: 0, last: null, leads: 'POT', ref: start.pot }]
      : [];
  const first = 'pot' in start ? 1 : 0;
  const ends: End[] = [];
  for (let depth = first; depth <= STEPS_MAX; depth += 1) {
    if (depth > 0 && pieces.length === 0) break;
    const step = stepOf(pieces, clipped(found.get(depth) ?? [], to), direction);
    ends.push(...step.ends);
    pieces = step.pieces;
  }
  ends.push(...pieces.map(tooDeep));
  const hops = clipped(way.hops, to);
  return { ...way, hops, ends: ends.toSorted((a, b) => a.at - b.at), to };
}

/** What a step has found of its pieces: where each hop leads, and what was not found. */
export function stepOf(
  pieces: readonly Piece[],
  hops: readonly Hop[],
  direction: Direction,
): { ends: End[]; pieces: Piece[] } {
  const ofPiece = Map.groupBy(hops, ({ after }) => after);
  const next = hops.map((hop) => follow(hop, direction));
  const lost = pieces.flatMap((piece) => leftOver(piece, ofPiece.get(piece.at) ?? [], direction));
  return {
    ends: [...next.flatMap((one) => ('end' in one ? [one.end] : [])), ...lost],
    pieces: next.flatMap((one) => ('piece' in one ? [one.piece] : [])),
  };
}

function tooDeep({ at, fen, depth, last, ref }: Piece): End {
  return { at, fen, kind: 'gap', reason: 'TOO_DEEP', ref, depth, last };
}
