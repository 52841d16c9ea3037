// What happened in welfare and rights, as a fact and a group of records say it alike, and how it is spread over cells.
import type { CellIndicator } from './catalogue.ts';
import { TOTAL } from './dims.ts';
import { spread, type Movement } from './movements.ts';

export interface Helped {
  unionId: string;
  on: string;
  /** The campaign, the programme, the kind of case, of place or of activity. */
  kind: string;
  /** The occasion, the register, the result, the level of a place. */
  level: string;
  /** Who it was for, from which money, or by what it came in. */
  source: string;
  count: bigint;
  fen: bigint;
}

export type Moves = (one: Helped) => Movement[];
export type Words = Readonly<Record<string, string>>;

/** The "of which" of a code; none of one that is new here: that counts in the total only. */
export function pairOf(key: string, known: Words, code: string): string[] {
  const value = Object.hasOwn(known, code) ? known[code] : undefined;
  return value === undefined ? [] : [`${key}=${value}`];
}

/** Two at once, where both are known: the keys in the order of the alphabet. */
export function both([one]: readonly string[], [other]: readonly string[]): string[] {
  return one === undefined || other === undefined ? [] : [`${one};${other}`];
}

export const times = (
  indicator: CellIndicator,
  { unionId, on, count }: Helped,
  ...dims: readonly string[]
): Movement[] => spread(indicator, unionId, on, [TOTAL, ...dims], count);

export const money = (
  indicator: CellIndicator,
  { unionId, on, fen }: Helped,
  ...dims: readonly string[]
): Movement[] => spread(indicator, unionId, on, [TOTAL, ...dims], fen);

/** Of what is counted as it stands, one that is there no longer; of money what came back. */
export const lessOf = (one: Helped): Helped => ({ ...one, count: -one.count, fen: -one.fen });
