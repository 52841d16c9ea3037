// What the facts of welfare and rights move.
import type { WelfareRecountRow } from '@gonglian/contracts/gen/gonglian/welfare/v1/recount.ts';
import type { Movement } from './movements.ts';

type Moves = (row: WelfareRecountRow) => Movement[];

/** By movement of the records; a movement that is counted by nothing has no line. */
const MOVES: Readonly<Record<string, Moves>> = {};

/** The movements behind one group of the records. */
export const recountedWelfare: Moves = (row) => MOVES[row.movement]?.(row) ?? [];
