import type { Settlement } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { chartAccount } from '@gonglian/kernel/chart.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { FUND_LEVELS } from '@gonglian/kernel/split.ts';
import { code, optionalDate, optionalText, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { amountFen } from '../amount.ts';
import { command } from '../pipeline.ts';
import { bank, region } from './settlement-fields.ts';
import { findSettlement, SETTLEMENT_KINDS, settlementView } from './settlement.ts';
import { writeSettlement } from './write-settlement.ts';

const PERMITTED_MAX = 20;

const ProposeSettlement = z.strictObject({
  toNode: region,
  kind: code(SETTLEMENT_KINDS),
  period: z.string().regex(/^(19|20|21)\d{2}(-(0[1-9]|1[0-2]))?$/, 'not_a_period'),
  amountFen,
  shares: z
    .array(z.strictObject({ level: code(FUND_LEVELS), amountFen }))
    .max(FUND_LEVELS.length, 'too_many'),
  bank,
  purpose: text(200),
  project: optionalText(60),
  docNo: optionalText(80),
  permittedCodes: z
    .array(z.string().refine((one) => chartAccount(one)?.kind === 'EXPENDITURE', 'not_an_account'))
    .max(PERMITTED_MAX, 'too_many'),
  deadline: optionalDate,
  emergencyEvent: optionalText(80),
  emergencyReason: optionalText(200),
});

/** What is proposed is posted nowhere yet. */
export const proposeSettlement = command({
  schema: ProposeSettlement,
  permission: 'finance.settlement.propose',
  async run(tx, ask): Promise<Settlement> {
    const settlementId = await writeSettlement(tx, ask);
    return settlementView(await findSettlement(tx.sql, settlementId), chinaDate(tx.now));
  },
});
