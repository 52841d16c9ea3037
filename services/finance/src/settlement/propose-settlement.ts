import type { Settlement } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { chartAccount } from '@gonglian/kernel/chart.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId, nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { FUND_LEVELS } from '@gonglian/kernel/split.ts';
import { code, optionalDate, optionalText, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { amountFen } from '../amount.ts';
import { command } from '../pipeline.ts';
import { bank, region } from './settlement-fields.ts';
import { decideProposal, findSettlement, SETTLEMENT_KINDS, settlementView } from './settlement.ts';

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
});

/** What is proposed is posted nowhere yet. */
export const proposeSettlement = command({
  schema: ProposeSettlement,
  permission: 'finance.settlement.propose',
  async run({ sql, own, actor, node, now }, ask): Promise<Settlement> {
    decideProposal(own, ask);
    const settlementId = newId();
    await sql`
      insert into settlement (settlement_id, direction, union_id, neighbour, kind, period, amount_fen, shares, bank,
        purpose, project, doc_no, permitted_codes, deadline, state, proposed_by)
      values (${settlementId}, 'OUT', ${nodeRootUnionId(node)}, ${ask.toNode}, ${ask.kind}, ${ask.period},
        ${ask.amountFen}, ${JSON.stringify(ask.shares)}, ${ask.bank}, ${ask.purpose}, ${ask.project}, ${ask.docNo},
        ${ask.permittedCodes}, ${ask.deadline || null}, 'PROPOSED', ${actor.id})`;
    return settlementView(await findSettlement(sql, settlementId), chinaDate(now));
  },
});
