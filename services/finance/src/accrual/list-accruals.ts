import type { AccrualPage } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { accrualView, type AccrualRow } from './accrual.ts';

/** The newest first; what is open is summed over all pages. */
export const listAccruals = query({
  schema: z.strictObject({
    year: z.int().min(0, 'negative').max(2199, 'too_large'),
    open: z.boolean(),
    cursor: optionalId,
    limit: limit(200),
  }),
  permission: 'finance.accrual.read',
  async run({ sql }, ask): Promise<AccrualPage> {
    const rows = await sql<AccrualRow>`
      select * from accrual_row
      where (${ask.cursor} = '' or "accrualId" < nullif(${ask.cursor}, '')::uuid)
        and (${ask.year} = 0 or year = ${ask.year})
        and (not ${ask.open}::boolean or "openOwnFen" + "openUpperFen" + "openLowerFen" > 0)
      order by "accrualId" desc limit ${ask.limit}`;
    const [sums] = await sql<{ in: string; out: string }>`
      select coalesce(sum(fen) filter (where direction = 'IN'), 0)::text as in,
        coalesce(sum(fen) filter (where direction = 'OUT'), 0)::text as out
      from (select direction, open_own_fen + open_upper_fen + open_lower_fen as fen from accrual
        where ${ask.year} = 0 or fiscal_year = ${ask.year}) as a`;
    return {
      items: rows.map(accrualView),
      nextCursor: rows.length === ask.limit ? (rows.at(-1)?.accrualId ?? '') : '',
      openInFen: BigInt(sums?.in ?? 0),
      openOutFen: BigInt(sums?.out ?? 0),
    };
  },
});
