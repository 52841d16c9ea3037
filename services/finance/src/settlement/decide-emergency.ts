import type { Settlement } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { date, expectedVersion, id, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { decideLater } from './emergency.ts';
import { findSettlement, lockSettlement, requireDirection, settlementView } from './settlement.ts';

/** Late or not: what was missing is there from now on, and when it came stays visible. */
export const decideEmergency = command({
  schema: z.strictObject({
    settlementId: id,
    expectedVersion,
    decisionNo: text(100),
    decisionOn: date,
    decisionSha256: z.string().regex(/^[0-9a-f]{64}$/, 'not_a_hash'),
  }),
  permission: 'finance.settlement.approve',
  async run({ sql, now }, ask): Promise<Settlement> {
    const row = await lockSettlement(sql, ask);
    requireDirection(row, 'OUT');
    const today = chinaDate(now);
    decideLater(row, ask, today);
    await sql`
      update settlement set decision_no = ${ask.decisionNo}, decision_on = ${ask.decisionOn},
        decision_sha256 = ${ask.decisionSha256}, version = version + 1
      where settlement_id = ${row.settlementId}`;
    return settlementView(await findSettlement(sql, row.settlementId), today);
  },
});
