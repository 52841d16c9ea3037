import type { MatchedBankLineList } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { id, limit, optionalText } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { numberCursor } from '../ledger/number-cursor.ts';
import { query } from '../pipeline.ts';
import { purposePlace } from './match-statement.ts';
import { month } from './month.ts';
import { readUnmatches } from './read-unmatches.ts';

interface Row {
  lineId: string;
  seq: number;
  postedOn: string;
  amountFen: string;
  serial: string;
  purpose: Buffer;
  vouchers: { voucherNo: number; eventOn: string; amountFen: number; summary: string }[];
  matchedBy: string;
}

/** In the order of the statement. */
export const listMatchedBankLines = query({
  schema: z.strictObject({
    unionId: id,
    bank: optionalText(40),
    month,
    cursor: numberCursor,
    limit: limit(200),
  }),
  permission: 'finance.bank.read',
  unions: ({ unionId }) => [unionId],
  async run({ sql, own }, ask): Promise<MatchedBankLineList> {
    const rows = await sql<Row>`
      select s.id as "lineId", s.seq, s.posted_on::text as "postedOn", s.amount_fen::text as "amountFen",
        s.serial, s.purpose, m.vouchers, case m.by when 'service' then '' else m.by end as "matchedBy"
      from statement_line as s cross join lateral (
        select max(m.matched_by) as by, json_agg(json_build_object('voucherNo', v.no,
          'eventOn', v.event_on::text, 'amountFen', l.amount_fen, 'summary', v.summary)
          order by v.no, l.n) as vouchers
        from statement_match as m join book as b using (union_id)
        join voucher as v on v.book_id = b.book_id and v.no = m.voucher_no
        join leg as l on l.book_id = v.book_id and l.fiscal_year = v.fiscal_year and l.no = v.no
          and l.n = m.leg_n
        where m.line_id = s.id) as m
      where s.union_id = ${ask.unionId} and s.bank = ${ask.bank} and s.month = ${ask.month}
        and s.seq > ${ask.cursor} and m.by is not null
      order by s.seq limit ${ask.limit}`;
    const unmatchOf = await readUnmatches(
      sql,
      rows.map(({ lineId }) => lineId),
    );
    const items = rows.map(({ lineId, postedOn, serial, matchedBy, ...line }) => ({
      lineId,
      postedOn,
      serial,
      matchedBy,
      ...unmatchOf(lineId),
      amountFen: BigInt(line.amountFen),
      purpose: own.vault.open(line.purpose, purposePlace(lineId)),
      vouchers: line.vouchers.map((one) => ({
        ...one,
        voucherNo: BigInt(one.voucherNo),
        amountFen: BigInt(one.amountFen),
      })),
    }));
    const nextCursor = rows.length === ask.limit ? String(rows.at(-1)?.seq ?? '') : '';
    return { items, nextCursor };
  },
});
