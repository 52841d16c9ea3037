import type { MoneyEvidence } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { notFound } from '@gonglian/kernel/refusal.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query, type Reading, type Sql } from '../pipeline.ts';
import { evidenceOf, type Deposit, type LineFacts, type Source } from './evidence.ts';
import { nameEnds, type NamedEnd } from './name-ends.ts';
import type { VoucherOf } from './read-way.ts';
import { traceBook } from './trace-book.ts';
import { HOPS_MAX } from './trace-fields.ts';

export const getMoneyEvidence = query({
  schema: z.strictObject({ lineId: id }),
  permission: 'finance.evidence.read',
  async run(tx, { lineId }): Promise<MoneyEvidence> {
    const line = await readLineFacts(tx.sql, lineId);
    const { unionId, voucherNo, amountFen } = line;
    const sources = voucherNo === 0 ? [] : await findSources(tx, line);
    const nos = [voucherNo, ...sources.map((one) => one.voucherNo)].filter((no) => no !== 0);
    const steps = evidenceOf(line, sources, await findDeposits(tx.sql, unionId, nos));
    const complete = steps.every(({ gap }) => gap === '');
    return { lineId, unionId, amountFen: BigInt(amountFen), steps, complete };
  },
});

/** PAYMENT_LINE_UNKNOWN for one out of reach. */
async function readLineFacts(sql: Sql, lineId: string): Promise<LineFacts> {
  const [line] = await sql<LineFacts>`
    select l.id as "lineId", l.union_id as "unionId", l.seq,
      l.amount_fen::float8 as "amountFen", l.state as "lineState", l.bank_serial as "bankSerial",
      l.failure_code as "failureCode", coalesce(l.paid_on::text, '') as "paidOn",
      coalesce(l.voucher_no, 0)::float8 as "voucherNo", coalesce(v.block_no, 0)::float8 as "blockNo",
      coalesce(encode(v.leaf, 'hex'), '') as leaf, coalesce(l.reissue_of::text, '') as "reissueOf",
      g.id as "budgetLineId", g.amount_fen::float8 as "budgetFen",
      coalesce((select c.document_no from budget_change as c
        where c.line_id = g.id and c.in_force_at is not null order by c.id desc limit 1), '') as "budgetDocNo",
      p.id as "paymentId", p.batch_no as "batchNo", p.source_service as "sourceService", p.source_id as "sourceId",
      l.source_seq as "sourceSeq",
      p.made_by as "madeBy", china_day(p.made_at) as "madeOn",
      coalesce(p.checked_by, '') as "checkedBy", china_day(p.checked_at) as "checkedOn",
      coalesce(p.approved_by, '') as "approvedBy", china_day(p.approved_at) as "approvedOn",
      p.decision_no as "decisionNo", coalesce(p.decision_on::text, '') as "decisionOn",
      p.decision_sha256 as "decisionSha256", coalesce(p.exported_by, '') as "exportedBy",
      china_day(p.exported_at) as "exportedOn", coalesce(p.file_sha256, '') as "fileSha256",
      coalesce(p.result_by, '') as "resultBy", china_day(p.result_at) as "resultOn",
      coalesce(p.result_sha256, '') as "resultSha256"
    from payment_line as l join payment as p on p.id = l.payment_id
    join budget_line as g on g.id = l.budget_line_id
    left join book as b on b.union_id = l.union_id
    left join voucher as v on v.book_id = b.book_id and v.no = l.voucher_no
    where l.id = ${lineId}`;
  if (!line) throw notFound('PAYMENT_LINE_UNKNOWN', { lineId });
  return line;
}

/** Where the first page of the trace ends the rest is said to be lost: nobody has looked further. */
async function findSources(
  { sql }: Pick<Reading, 'sql'>,
  { unionId, voucherNo, amountFen }: LineFacts,
): Promise<Source[]> {
  const start = { no: voucherNo, n: 0 };
  const of = {
    unionId,
    direction: 'BACK',
    start,
    from: 0,
    to: amountFen,
    limit: HOPS_MAX,
  } as const;
  const traced = await traceBook(sql, of);
  if (!traced) return [];
  const { to, vouchers } = traced;
  const sources = nameEnds(traced).map((end) => toSource(end, vouchers.get(end.last?.no ?? 0)));
  if (to === amountFen) return sources;
  const rest = { ref: '', voucherNo: 0, onDate: '', amountFen: amountFen - to };
  return [...sources, { kind: 'lost', ...rest, reason: 'MANY' }];
}

function toSource(end: NamedEnd, voucher: VoucherOf | undefined): Source {
  const { kind, fen, reason, last, receiptId, slipNo, settlementId } = end;
  const of = {
    voucherNo: last?.no ?? 0,
    onDate: voucher?.eventOn ?? '',
    amountFen: fen,
    reason,
  };
  if (kind === 'gap') return { kind: 'lost', ref: '', ...of };
  if (kind === 'node') return { kind: 'settlement', ref: settlementId, ...of };
  if (kind === 'payer' && receiptId !== '') return { kind: 'receipt', ref: slipNo, ...of };
  return { kind: 'by-hand', ref: voucher?.docId ?? '', ...of };
}

function findDeposits(sql: Sql, unionId: string, nos: readonly number[]): Promise<Deposit[]> {
  return sql<Deposit>`
    select distinct s.id as "statementLineId", s.serial, s.posted_on::text as "postedOn",
      s.amount_fen::float8 as "amountFen", m.voucher_no::float8 as "voucherNo"
    from statement_match as m join statement_line as s on s.id = m.line_id
    where m.union_id = ${unionId} and m.voucher_no = any(${nos}::bigint[])
    order by "postedOn", "statementLineId"`;
}
