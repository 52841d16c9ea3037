// What an end is called elsewhere: the receipt behind a payer, the line behind a recipient, the settlement behind a node.
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
export function nameEnds({ ends, receipts, lines, settlements, befores }: Traced): NamedEnd[] {
  const rows = [...receipts, ...lines, ...settlements];
  const named = new Map(rows.map(({ no, ...row }) => [no, { ...NOTHING, ...row }]));
  return ends.map((end) => nameEnd(end, named.get(end.last?.no ?? 0) ?? NOTHING, befores));
}

function nameEnd(end: End, found: Named, befores: Traced['befores']): NamedEnd {
  const { kind, last } = end;
  if (kind === 'pot' || kind === 'gap' || last === null) return { ...end, ...NOTHING };
  if (kind !== 'node') return { ...end, ...found };
  if (found.settlementId === '')
    return { ...end, kind: 'gap', reason: 'SETTLEMENT_UNNAMED', ...NOTHING };
  const earlier = befores.find(({ no, n }) => no === last.no && n === last.n)?.fen ?? 0;
  const settlementFromFen = earlier + last.skip;
  return { ...end, reason: 'NEIGHBOUR_NOT_ASKED', ...found, settlementFromFen };
}
