import type { Settlement } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { notFound } from '@gonglian/kernel/refusal.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { settlementView, type SettlementRow } from './settlement.ts';

export const getSettlement = query({
  schema: z.strictObject({ settlementId: id }),
  permission: 'finance.settlement.read',
  async run({ sql, now }, { settlementId }): Promise<Settlement> {
    const [row] = await sql<SettlementRow>`
      select * from settlement_row where "settlementId" = ${settlementId}`;
    if (!row) throw notFound('SETTLEMENT_UNKNOWN', { settlementId });
    return settlementView(row, chinaDate(now));
  },
});
