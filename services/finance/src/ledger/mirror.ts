import { accountKey, potKey } from './check-voucher.ts';
import type { Leg, Move } from './voucher.ts';

interface Lines {
  legs: readonly Leg[];
  moves: readonly Move[];
}

/** What takes a voucher back: each leg on the other side, each move the other way, the last one first. */
export function mirrorOf({ legs, moves }: Lines): Lines {
  return {
    legs: legs.map(({ account, amountFen }) => ({ account, amountFen: -amountFen })),
    moves: moves.map(({ from, to, amountFen }) => ({ from: to, to: from, amountFen })).toReversed(),
  };
}

/** Whether two vouchers together leave every account and every pair of pots as they were. */
export function mirrors(one: Lines, other: Lines): boolean {
  const left = new Map<string, number>();
  const add = (key: string, fen: number) => left.set(key, (left.get(key) ?? 0) + fen);
  for (const { account, amountFen } of [...one.legs, ...other.legs])
    add(accountKey(account), amountFen);
  for (const { from, to, amountFen } of [...one.moves, ...other.moves]) {
    add(`${potKey(from)}\n${potKey(to)}`, amountFen);
    add(`${potKey(to)}\n${potKey(from)}`, -amountFen);
  }
  return [...left.values()].every((fen) => fen === 0);
}
