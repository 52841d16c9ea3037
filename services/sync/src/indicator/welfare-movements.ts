// What welfare and rights move. A fact and a group of records say the same of it: what happened, where, when and how often.
import type { WelfareRecountRow } from '@gonglian/contracts/gen/gonglian/welfare/v1/recount.ts';
import { HELP_MOVES } from './help-moves.ts';
import type { Helped } from './helped.ts';
import type { Movement } from './movements.ts';
import { RIGHTS_MOVES } from './rights-moves.ts';
import { SERVICE_MOVES } from './service-moves.ts';

const MOVES = { ...HELP_MOVES, ...RIGHTS_MOVES, ...SERVICE_MOVES };
export type WelfareMove = keyof typeof MOVES;

/** Once and no money, where nothing else is said. */
export function movesOfWelfare(
  move: WelfareMove,
  unionId: string,
  on: string,
  more: Partial<Helped> = {},
): Movement[] {
  const one = { kind: '', level: '', source: '', count: 1n, fen: 0n, ...more };
  return MOVES[move]({ unionId, on, ...one }).filter(({ delta }) => delta !== 0n);
}

/** The movements behind one group of the records; none for one that this reader does not know. */
export function recountedWelfare(row: WelfareRecountRow): Movement[] {
  const { movement, unionId, month, kind, level, source, count, amountFen: fen } = row;
  if (!isWelfareMove(movement)) return [];
  return movesOfWelfare(movement, unionId, `${month}-01`, { kind, level, source, count, fen });
}

function isWelfareMove(text: string): text is WelfareMove {
  return Object.hasOwn(MOVES, text);
}
