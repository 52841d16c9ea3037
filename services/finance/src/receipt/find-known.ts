// Which of some lines name a slip or a period that something was received for before.
import { int8s, texts } from '@gonglian/service/binary-arrays.ts';
import type { Sql } from '../pipeline.ts';
import type { Known } from './match-line.ts';
import type { ReadLine } from './read-line.ts';

export interface Before extends Pick<Known, 'slip' | 'overlaps'> {
  /** The slip stands further up in the same file. */
  twice: boolean;
}

export const NOTHING_BEFORE: Before = { slip: 'new', overlaps: false, twice: false };

/** By the place among the lines; of most there is nothing. */
export async function findKnown(
  sql: Sql,
  collectionId: string,
  lines: readonly ReadLine[],
): Promise<Map<number, Before>> {
  const rows = await sql<{ n: number; same: boolean | null; twice: boolean; overlaps: boolean }>`
    select w.n::int - 1 as n, s.same, coalesce(s.twice, false) as twice, o.overlaps
    from unnest(${texts(lines, (l) => l.slipNo)}::text[],
      ${texts(lines, (l) => l.payerUscc)}::text[], ${texts(lines, (l) => l.periodFrom)}::text[],
      ${texts(lines, (l) => l.periodTo)}::text[], ${int8s(lines, (l) => l.amountFen)}::bigint[],
      ${int8s(lines, (l) => l.lateFeeFen)}::bigint[], ${texts(lines, (l) => l.receivedOn ?? '')}::text[])
      with ordinality as w(slip_no, payer, period_from, period_to, amount, late_fee, received_on, n)
    cross join lateral (
      select bool_or(e.collection_id = ${collectionId}) as twice,
        bool_or((e.payer_uscc, e.period_from, e.period_to, e.amount_fen, e.late_fee_fen)
            = (w.payer, w.period_from, w.period_to, w.amount, w.late_fee)
          and e.received_on is not distinct from nullif(w.received_on, '')::date)
          filter (where e.stands and e.collection_id is distinct from ${collectionId}) as same
      from (
        select collection_id, payer_uscc, period_from, period_to, amount_fen, late_fee_fen, received_on,
          true as stands
        from fund_receipt
        where slip_no = w.slip_no and doc_kind = 'tax-slip' and reversed_no is null
        union all
        select collection_id, payer_uscc, period_from, period_to, amount_fen, late_fee_fen, received_on,
          state not in ('KNOWN', 'REJECTED')
        from collection_line where slip_no = w.slip_no and w.slip_no <> '') as e) as s
    cross join lateral (
      select exists (select from fund_receipt as r
        where r.payer_uscc = w.payer and r.period_to >= w.period_from and r.period_from <= w.period_to
          and (r.period_from, r.period_to) <> (w.period_from, w.period_to) and r.fund_fen > 0
          and r.reversed_no is null) as overlaps) as o
    where s.twice is not null or s.same is not null or o.overlaps`;
  return new Map(
    rows.map(({ n, same, twice, overlaps }) => {
      const slip = same === null ? 'new' : same ? 'same' : 'other';
      return [n, { slip, twice, overlaps }];
    }),
  );
}
