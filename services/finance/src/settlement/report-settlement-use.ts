import type { Settlement } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { expectedVersion, id, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command, type Tx } from '../pipeline.ts';
import { usedOf } from './emergency.ts';
import {
  findSettlement,
  lockSettlement,
  requireDirection,
  requireState,
  settlementView,
  type SettlementRow,
} from './settlement.ts';
import { tellAnswer } from './tell-answer.ts';

/** How much was spent is read from the books; only the words are the reporter's. As often as there is something to say. */
export const reportSettlementUse = command({
  schema: z.strictObject({ settlementId: id, expectedVersion, note: text(500) }),
  permission: 'finance.settlement.receive',
  async run(tx, ask): Promise<Settlement> {
    const { sql } = tx;
    const row = await lockSettlement(sql, ask);
    requireDirection(row, 'IN');
    requireState(row, 'RECEIVED');
    if (row.kind !== 'SPECIAL_TRANSFER') throw refused('SETTLEMENT_NOT_EARMARKED');
    const today = chinaDate(tx.now);
    await sql`
      update settlement set used_fen = ${await readUsed(tx, row)}, used_on = ${today},
        used_note = ${ask.note}, version = version + 1
      where settlement_id = ${row.settlementId}`;
    const reported = await findSettlement(sql, row.settlementId);
    tellAnswer(tx, reported, 'USED');
    return settlementView(reported, today);
  },
});

/** By the move that brought it and all that has left its fund. */
async function readUsed({ sql, node }: Tx, row: SettlementRow): Promise<number> {
  const [pot] = await sql<{ inEndFen: number; outFen: number }>`
    select m.in_end::float8 as "inEndFen", t.out_fen::float8 as "outFen"
    from book as b
    join move as m on m.book_id = b.book_id and m.no = ${row.voucherNo}
    join pot_total as t on t.book_id = b.book_id and t.pot_no = m.to_pot
    where b.union_id = ${nodeRootUnionId(node)} limit 1`;
  return pot ? usedOf({ amountFen: row.amountFen, ...pot }) : 0;
}
