import type { SettlementList } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { region } from './settlement-fields.ts';
import {
  SETTLEMENT_KINDS,
  SETTLEMENT_STATES,
  settlementView,
  type SettlementRow,
} from './settlement.ts';

/** By id, which is the order in which they were proposed: the one that has waited longest is first. */
export const listSettlements = query({
  schema: z.strictObject({
    direction: z.string().pipe(z.enum(['', 'OUT', 'IN'], 'unknown_code')),
    unmatched: z.boolean(),
    neighbour: z.union([z.literal(''), region], 'not_a_region'),
    cursor: optionalId,
    limit: limit(200),
    kind: z.string().pipe(z.enum(['', ...SETTLEMENT_KINDS], 'unknown_code')),
    state: z.string().pipe(z.enum(['', ...SETTLEMENT_STATES], 'unknown_code')),
    year: z.int().min(0, 'too_small').max(2199, 'too_large'),
  }),
  permission: 'finance.settlement.read',
  async run({ sql, now }, ask): Promise<SettlementList> {
    const rows = await sql<SettlementRow>`
      select * from settlement_row
      where (${ask.cursor} = '' or "settlementId" > nullif(${ask.cursor}, '')::uuid)
        and (${ask.direction} = '' or direction = ${ask.direction})
        and (${ask.neighbour} = '' or neighbour = ${ask.neighbour})
        and (${ask.kind} = '' or kind = ${ask.kind})
        and (${ask.state} = '' or state = ${ask.state})
        and (${ask.year}::int = 0 or left(period, 4) = ${ask.year}::text)
        and (not ${ask.unmatched}::boolean or state in ('SENT', 'EXPECTED', 'DISPUTED'))
      order by "settlementId" limit ${ask.limit}`;
    const [open] = await sql<{ out: string; in: string }>`
      select coalesce(sum(amount_fen) filter (where direction = 'OUT'), 0) as out,
        coalesce(sum(amount_fen) filter (where direction = 'IN'), 0) as in
      from settlement
      where state in ('SENT', 'EXPECTED', 'DISPUTED')
        and (${ask.neighbour} = '' or neighbour = ${ask.neighbour})`;
    const today = chinaDate(now);
    return {
      items: rows.map((row) => settlementView(row, today)),
      nextCursor: rows.length === ask.limit ? (rows.at(-1)?.settlementId ?? '') : '',
      unmatchedOutFen: BigInt(open?.out ?? 0),
      unmatchedInFen: BigInt(open?.in ?? 0),
    };
  },
});
