import type { VoucherList } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { id, limit } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { numberCursor } from './number-cursor.ts';
import { optionalPeriod } from './voucher-fields.ts';

interface Row {
  no: string;
  period: string;
  periodNo: number;
  kind: string;
  eventOn: string;
  postedAt: string;
  summary: string;
  amountFen: string;
  reversesNo: string;
  reversedByNo: string;
}

export const listVouchers = query({
  schema: z.strictObject({
    unionId: id,
    period: optionalPeriod,
    cursor: numberCursor,
    limit: limit(200),
  }),
  permission: 'finance.ledger.read',
  unions: ({ unionId }) => [unionId],
  async run({ sql }, { unionId, period, cursor, limit: most }): Promise<VoucherList> {
    const rows = await sql<Row>`
      select v.no, v.period, v.period_no as "periodNo", v.kind, v.event_on::text as "eventOn",
        to_char(v.posted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "postedAt",
        v.summary, coalesce(v.reverses_no, 0) as "reversesNo", coalesce(r.no, 0) as "reversedByNo",
        (select sum(l.amount_fen) from leg as l
          where l.book_id = v.book_id and l.no = v.no and l.amount_fen > 0) as "amountFen"
      from book as b join voucher as v using (book_id)
      left join reversal as r on r.book_id = b.book_id and r.original_no = v.no
      where b.union_id = ${unionId} and v.no > ${cursor}
        and (${period} = '' or v.period = ${period})
      order by v.no limit ${most}`;
    return {
      items: rows.map((row) => ({
        ...row,
        no: BigInt(row.no),
        periodNo: BigInt(row.periodNo),
        amountFen: BigInt(row.amountFen),
        reversesNo: BigInt(row.reversesNo),
        reversedByNo: BigInt(row.reversedByNo),
      })),
      nextCursor: rows.length === most ? (rows.at(-1)?.no ?? '') : '',
    };
  },
});
