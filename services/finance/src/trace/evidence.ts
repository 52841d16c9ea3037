// The chain that an auditor follows (domain §5.11, §9.13): each step is there, or its gap has a name.
import {
  EvidenceItem,
  type EvidenceStep,
} from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';

export const EVIDENCE_STEPS = [
  'RECEIPT',
  'BANK_DEPOSIT',
  'VOUCHER',
  'BUDGET_LINE',
  'REQUEST',
  'SIGNATURES',
  'LIST',
  'LINE',
  'BANK_RESULT',
  'ACKNOWLEDGEMENT',
  'PUBLICITY',
  'HARDSHIP_FILE',
  'RECONCILIATION',
] as const;
export type EvidenceName = (typeof EVIDENCE_STEPS)[number];

/** What finance keeps of a line. Absent texts are '', absent numbers 0. */
export interface LineFacts {
  lineId: string;
  unionId: string;
  seq: number;
  amountFen: number;
  lineState: string;
  bankSerial: string;
  failureCode: string;
  paidOn: string;
  voucherNo: number;
  blockNo: number;
  leaf: string;
  reissueOf: string;
  budgetLineId: string;
  budgetFen: number;
  budgetDocNo: string;
  paymentId: string;
  batchNo: string;
  sourceService: string;
  sourceId: string;
  /** Which line of what was asked for: the whole of it is one source. */
  sourceSeq: number;
  madeBy: string;
  madeOn: string;
  checkedBy: string;
  checkedOn: string;
  approvedBy: string;
  approvedOn: string;
  decisionNo: string;
  decisionOn: string;
  decisionSha256: string;
  exportedBy: string;
  exportedOn: string;
  fileSha256: string;
  resultBy: string;
  resultOn: string;
  resultSha256: string;
}

/** Where the money of the line came from, as the trace says. */
export interface Source {
  kind: 'receipt' | 'by-hand' | 'settlement' | 'lost';
  ref: string;
  voucherNo: number;
  onDate: string;
  amountFen: number;
  reason: string;
}

/** A line of the bank's statement that was matched with a voucher. */
export interface Deposit {
  statementLineId: string;
  serial: string;
  postedOn: string;
  amountFen: number;
  voucherNo: number;
}

/** Shown of one step; the rest is counted. */
const ITEMS_MAX = 50;

type Part = Partial<EvidenceItem> & { part: string };
interface Found {
  gap: string;
  items: Part[];
}

export function evidenceOf(
  line: LineFacts,
  sources: readonly Source[],
  deposits: readonly Deposit[],
): EvidenceStep[] {
  const of: Record<EvidenceName, () => Found> = {
    RECEIPT: () => receipts(line, sources),
    BANK_DEPOSIT: () => bankDeposits(line, sources, deposits),
    VOUCHER: () => voucher(line),
    BUDGET_LINE: () => budget(line),
    REQUEST: () => request(line),
    SIGNATURES: () => signatures(line),
    LIST: () => list(line),
    LINE: () => ofLine(line),
    BANK_RESULT: () => bankResult(line),
    ACKNOWLEDGEMENT: notKept,
    PUBLICITY: notKept,
    HARDSHIP_FILE: notKept,
    RECONCILIATION: () => reconciliation(line, deposits),
  };
  return EVIDENCE_STEPS.map((step) => {
    const { gap, items } = of[step]();
    const shown = items.slice(0, ITEMS_MAX).map((item) => EvidenceItem.fromPartial(item));
    return { step, gap, items: shown, leftOut: items.length - shown.length };
  });
}

const gapIf = (missing: boolean, gap: string) => (missing ? gap : '');

/** Of the recipient and of his file welfare keeps what there is; as long as it is not asked, that is said. */
const notKept = (): Found => ({ gap: 'NOT_KEPT_YET', items: [] });

const PART_OF: Record<Source['kind'], string> = {
  receipt: 'RECEIPT',
  'by-hand': 'VOUCHER',
  settlement: 'SETTLEMENT',
  lost: 'GAP',
};

function receipts(line: LineFacts, sources: readonly Source[]): Found {
  if (line.voucherNo === 0) return { gap: 'NOT_PAID', items: [] };
  const has = (kind: Source['kind']) => sources.some((one) => one.kind === kind);
  const items = sources.map((one) => ({
    part: PART_OF[one.kind],
    ref: one.ref,
    onDate: one.onDate,
    amountFen: BigInt(one.amountFen),
    voucherNo: BigInt(one.voucherNo),
    code: one.reason,
  }));
  const gap = has('lost') ? 'TRACE_INCOMPLETE' : gapIf(has('settlement'), 'AT_NEIGHBOUR');
  return { gap: gap || gapIf(has('by-hand'), 'NO_RECEIPT'), items };
}

function bankDeposits(
  line: LineFacts,
  sources: readonly Source[],
  deposits: readonly Deposit[],
): Found {
  if (line.voucherNo === 0) return { gap: 'NOT_PAID', items: [] };
  const nos = new Set(sources.map(({ voucherNo }) => voucherNo).filter((no) => no !== 0));
  const matched = deposits.filter(({ voucherNo }) => nos.has(voucherNo));
  const known = new Set(matched.map(({ voucherNo }) => voucherNo));
  const missing = nos.size === 0 || [...nos].some((no) => !known.has(no));
  return { gap: gapIf(missing, 'NOT_MATCHED'), items: matched.map(depositItem) };
}

const depositItem = ({ serial, statementLineId, postedOn, amountFen, voucherNo }: Deposit) => ({
  part: 'STATEMENT_LINE',
  ref: serial || statementLineId,
  onDate: postedOn,
  amountFen: BigInt(amountFen),
  voucherNo: BigInt(voucherNo),
});

function voucher({ voucherNo, blockNo, leaf, paidOn, amountFen }: LineFacts): Found {
  if (voucherNo === 0) return { gap: 'NOT_PAID', items: [] };
  const sealed = { voucherNo: BigInt(voucherNo), blockNo: BigInt(blockNo), hash: leaf };
  const item = { part: 'VOUCHER', onDate: paidOn, amountFen: BigInt(amountFen), ...sealed };
  return { gap: '', items: [item] };
}

function budget({ budgetLineId: ref, budgetFen, budgetDocNo }: LineFacts): Found {
  const item = { part: 'BUDGET_LINE', ref, amountFen: BigInt(budgetFen), code: budgetDocNo };
  return { gap: gapIf(budgetDocNo === '', 'NO_DOCUMENT'), items: [item] };
}

function request(line: LineFacts): Found {
  const { paymentId, madeBy, madeOn, sourceService, sourceId, sourceSeq } = line;
  const asked = { part: 'REQUEST', ref: paymentId, onDate: madeOn, accountId: madeBy };
  const source = { part: 'SOURCE', ref: sourceId, code: sourceService };
  const which = { part: 'SOURCE_LINE', ref: String(sourceSeq) };
  return { gap: '', items: sourceService === '' ? [asked] : [asked, source, which] };
}

function signatures(line: LineFacts): Found {
  const signed = [
    { part: 'MAKER', accountId: line.madeBy, onDate: line.madeOn },
    { part: 'CHECKER', accountId: line.checkedBy, onDate: line.checkedOn },
    { part: 'APPROVER', accountId: line.approvedBy, onDate: line.approvedOn },
  ].filter(({ accountId }) => accountId !== '');
  const { decisionNo: ref, decisionOn: onDate, decisionSha256: hash } = line;
  const decision = ref === '' ? [] : [{ part: 'DECISION', ref, onDate, hash }];
  return { gap: gapIf(signed.length < 3, 'UNSIGNED'), items: [...signed, ...decision] };
}

function list({ batchNo, fileSha256, exportedBy, exportedOn }: LineFacts): Found {
  if (fileSha256 === '') return { gap: 'NOT_EXPORTED', items: [] };
  const of = { ref: batchNo, hash: fileSha256, accountId: exportedBy, onDate: exportedOn };
  return { gap: '', items: [{ part: 'FILE', ...of }] };
}

function ofLine({ lineId, amountFen, lineState, reissueOf }: LineFacts): Found {
  const of = { ref: lineId, amountFen: BigInt(amountFen), code: lineState };
  const before = reissueOf === '' ? [] : [{ part: 'REISSUE_OF', ref: reissueOf }];
  return { gap: '', items: [{ part: 'LINE', ...of }, ...before] };
}

function bankResult(line: LineFacts): Found {
  if (line.resultSha256 === '') return { gap: 'NO_RESULT', items: [] };
  const { bankSerial: ref, paidOn: onDate, resultSha256: hash, resultBy: accountId } = line;
  const item = { part: 'RESULT', ref, onDate, hash, accountId, code: line.failureCode };
  return { gap: gapIf(line.voucherNo === 0, 'NOT_PAID'), items: [item] };
}

function reconciliation({ voucherNo }: LineFacts, deposits: readonly Deposit[]): Found {
  if (voucherNo === 0) return { gap: 'NOT_PAID', items: [] };
  const items = deposits.filter((one) => one.voucherNo === voucherNo).map(depositItem);
  return { gap: gapIf(items.length === 0, 'NOT_MATCHED'), items };
}
