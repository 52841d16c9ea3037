import type { BookList } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';

export const listBooks = query({
  schema: z.strictObject({ cursor: optionalId, limit: limit(200) }),
  permission: 'finance.ledger.read',
  async run({ sql }, { cursor, limit: most }): Promise<BookList> {
    const rows = await sql<{
      unionId: string;
      unionName: string;
      accountSet: string;
      voucherCount: string;
      closedThrough: string;
    }>`
      select b.union_id as "unionId", u.name as "unionName", b.account_set as "accountSet",
        b.last_no as "voucherCount", b.closed_through as "closedThrough"
      from book as b join known_union as u using (union_id)
      where ${cursor} = '' or b.union_id > nullif(${cursor}, '')::uuid
      order by b.union_id limit ${most}`;
    return {
      items: rows.map((row) => ({ ...row, voucherCount: BigInt(row.voucherCount) })),
      nextCursor: rows.length === most ? (rows.at(-1)?.unionId ?? '') : '',
    };
  },
});
