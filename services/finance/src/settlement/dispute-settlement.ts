import type { Settlement } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { code, date, expectedVersion, id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { optionalFen } from '../amount.ts';
import { command } from '../pipeline.ts';
import {
  decideDispute,
  findSettlement,
  lockSettlement,
  REASONS,
  requireDirection,
  settlementView,
} from './settlement.ts';
import { tellAnswer } from './tell-answer.ts';

/** Nothing is posted: the money is not here, or not as it was told. */
export const disputeSettlement = command({
  schema: z.strictObject({
    settlementId: id,
    expectedVersion,
    disputedOn: date,
    reasonCode: code(REASONS),
    receivedFen: optionalFen,
  }),
  permission: 'finance.settlement.receive',
  async run(tx, ask): Promise<Settlement> {
    const { sql } = tx;
    const row = await lockSettlement(sql, ask);
    requireDirection(row, 'IN');
    decideDispute(row, ask);
    await sql`
      update settlement set state = 'DISPUTED', answered_on = ${ask.disputedOn},
        received_fen = ${ask.receivedFen}, reason_code = ${ask.reasonCode}, version = version + 1
      where settlement_id = ${row.settlementId}`;
    const disputed = await findSettlement(sql, row.settlementId);
    tellAnswer(tx, disputed);
    return settlementView(disputed, chinaDate(tx.now));
  },
});
