import type { Settlement } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { expectedVersion, id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { findSettlement, lockSettlement, requireState, settlementView } from './settlement.ts';

/** As long as nothing has left the bank. */
export const withdrawSettlement = command({
  schema: z.strictObject({ settlementId: id, expectedVersion }),
  permission: 'finance.settlement.propose',
  async run({ sql, now }, ask): Promise<Settlement> {
    const row = await lockSettlement(sql, ask);
    requireState(row, 'PROPOSED');
    await sql`
      update settlement set state = 'WITHDRAWN', version = version + 1
      where settlement_id = ${row.settlementId}`;
    return settlementView(await findSettlement(sql, row.settlementId), chinaDate(now));
  },
});
