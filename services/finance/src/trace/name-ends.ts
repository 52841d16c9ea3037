// What an end is called elsewhere: the receipt behind a payer, the line behind a recipient, the settlement behind a node.
import type { Sql } from '../pipeline.ts';
import type { Traced } from './trace-book.ts';
import type { End } from './walk.ts';

export interface NamedEnd extends End {
  receiptId: string;
  slipNo: string;
  periodFrom: string;
  periodTo: string;
  paymentId: string;
  lineId: string;
  batchNo: string;
  seq: number;
  settlementId: string;
  /** Where in the settlement it begins: both ends count its fen alike. */
  settlementFromFen: number;
}

type Named = Omit<NamedEnd, keyof End>;
type Row = Partial<Named> & { no: number };

const NOTHING: Named = {
  receiptId: '',
  slipNo: '',
  periodFrom: '',
  periodTo: '',
  paymentId: '',
  lineId: '',
  batchNo: '',
  seq: 0,
  settlementId: '',
  settlementFromFen: 0,
};

/** A payer whose voucher was written by hand has no receipt. What is at a neighbour was not asked for there. */
export async function nameEnds(
  sql: Sql,
  unionId: string,
  bookId: number,
  { ends, vouchers }: Traced,
): Promise<NamedEnd[]> {
  const nosOf = (kind: End['kind']) => [
    ...new Set(ends.flatMap((end) => (end.kind === kind && end.last ? [end.last.no] : []))),
  ];
  const [payers, recipients, nodes] = [nosOf('payer'), nosOf('recipient'), nosOf('node')];
  const slips = payers.map((no) => ({ no, docId: vouchers.get(no)?.docId ?? '' }));
  const rows = [
    ...(payers.length === 0 ? [] : await findReceipts(sql, slips)),
    ...(recipients.length === 0 ? [] : await findLines(sql, unionId, recipients)),
    ...(nodes.length === 0 ? [] : await findSettlements(sql, unionId, nodes)),
  ];
  const named = new Map(rows.map(({ no, ...row }) => [no, { ...NOTHING, ...row }]));
  const before = nodes.length === 0 ? [] : await findBefore(sql, bookId, nodes);
  return ends.map((end) => nameEnd(end, named.get(end.last?.no ?? 0) ?? NOTHING, before));
}

interface Before {
  no: number;
  n: number;
  fen: number;
}

function nameEnd(end: End, found: Named, before: readonly Before[]): NamedEnd {
  const { kind, last } = end;
  if (kind === 'pot' || kind === 'gap' || last === null) return { ...end, ...NOTHING };
  if (kind !== 'node') return { ...end, ...found };
  if (found.settlementId === '')
    return { ...end, kind: 'gap', reason: 'SETTLEMENT_UNNAMED', ...NOTHING };
  const earlier = before.find(({ no, n }) => no === last.no && n === last.n)?.fen ?? 0;
  const settlementFromFen = earlier + last.skip;
  return { ...end, reason: 'NEIGHBOUR_NOT_ASKED', ...found, settlementFromFen };
}

function findReceipts(sql: Sql, slips: readonly { no: number; docId: string }[]): Promise<Row[]> {
  return sql<Row>`
    select r.voucher_no::float8 as no, r.id as "receiptId", r.slip_no as "slipNo", r.period_from as "periodFrom",
      r.period_to as "periodTo"
    from unnest(${slips.map(({ no }) => no)}::bigint[], ${slips.map(({ docId }) => docId)}::text[]) as v(no, slip_no)
    join fund_receipt as r on r.slip_no = v.slip_no and r.voucher_no = v.no`;
}

function findLines(sql: Sql, unionId: string, nos: readonly number[]): Promise<Row[]> {
  return sql<Row>`
    select l.voucher_no::float8 as no, l.payment_id as "paymentId", l.id as "lineId", p.batch_no as "batchNo", l.seq
    from payment_line as l join payment as p on p.id = l.payment_id
    where l.union_id = ${unionId} and l.voucher_no = any(${nos}::bigint[])`;
}

function findSettlements(sql: Sql, unionId: string, nos: readonly number[]): Promise<Row[]> {
  return sql<Row>`
    select voucher_no::float8 as no, settlement_id as "settlementId" from settlement
    where union_id = ${unionId} and voucher_no = any(${nos}::bigint[])`;
}

/** What the moves before each of a settlement's come to: they are the settlement, one after another. */
function findBefore(sql: Sql, bookId: number, nos: readonly number[]): Promise<Before[]> {
  return sql<Before>`
    select no::float8 as no, n::int as n,
      (sum(amount_fen) over (partition by no order by n) - amount_fen)::float8 as fen
    from move where book_id = ${bookId} and no = any(${nos}::bigint[])`;
}
