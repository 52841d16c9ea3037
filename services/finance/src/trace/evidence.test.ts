import { expect, test } from 'vitest';
import {
  evidenceOf,
  EVIDENCE_STEPS,
  type Deposit,
  type LineFacts,
  type Source,
} from './evidence.ts';

/** A line with everything behind it. */
const line: LineFacts = {
  lineId: 'line',
  unionId: 'union',
  seq: 1,
  amountFen: 100_000,
  lineState: 'PAID',
  bankSerial: 'serial',
  failureCode: '',
  paidOn: '2026-04-10',
  voucherNo: 5,
  blockNo: 2,
  leaf: 'leaf',
  reissueOf: '',
  budgetLineId: 'budget',
  budgetFen: 1_000_000,
  budgetDocNo: '合工〔2026〕1号',
  paymentId: 'payment',
  batchNo: 'batch',
  sourceService: '',
  sourceId: '',
  sourceSeq: 1,
  madeBy: 'a',
  madeOn: '2026-04-01',
  checkedBy: 'b',
  checkedOn: '2026-04-02',
  approvedBy: 'c',
  approvedOn: '2026-04-03',
  decisionNo: '',
  decisionOn: '',
  decisionSha256: '',
  exportedBy: 'd',
  exportedOn: '2026-04-04',
  fileSha256: 'file',
  resultBy: 'd',
  resultOn: '2026-04-10',
  resultSha256: 'result',
};
const slip: Source = {
  kind: 'receipt',
  ref: 'S-1',
  voucherNo: 1,
  onDate: '2026-03-20',
  amountFen: 100_000,
  reason: '',
};
const deposit = (voucherNo: number): Deposit => ({
  statementLineId: 'statement',
  serial: '',
  postedOn: '2026-03-20',
  amountFen: 100_000,
  voucherNo,
});
const welfare = ['ACKNOWLEDGEMENT', 'PUBLICITY', 'HARDSHIP_FILE'].map((one) => [
  one,
  'NOT_KEPT_YET',
]);

function gaps(of: LineFacts, sources: readonly Source[], deposits: readonly Deposit[]) {
  const steps = evidenceOf(of, sources, deposits);
  expect(steps.map(({ step }) => step)).toEqual(EVIDENCE_STEPS);
  return Object.fromEntries(
    steps.filter(({ gap }) => gap !== '').map(({ step, gap }) => [step, gap]),
  );
}

// Each thing that can be missing, and the name of its gap; what welfare will bring is missing in all.
test.each<[string, Partial<LineFacts>, Source[], Deposit[], Record<string, string>]>([
  ['nothing', {}, [slip], [deposit(1), deposit(5)], {}],
  ['a matched deposit', {}, [slip], [deposit(5)], { BANK_DEPOSIT: 'NOT_MATCHED' }],
  ['a matched payment', {}, [slip], [deposit(1)], { RECONCILIATION: 'NOT_MATCHED' }],
  [
    'the deposit of one of two slips',
    {},
    [slip, { ...slip, voucherNo: 2 }],
    [deposit(1), deposit(5)],
    { BANK_DEPOSIT: 'NOT_MATCHED' },
  ],
  [
    'the slip: a voucher by hand',
    {},
    [{ ...slip, kind: 'by-hand' }],
    [deposit(1), deposit(5)],
    { RECEIPT: 'NO_RECEIPT' },
  ],
  [
    'the slip: it is the neighbour’s',
    {},
    [{ ...slip, kind: 'settlement' }],
    [deposit(1), deposit(5)],
    { RECEIPT: 'AT_NEIGHBOUR' },
  ],
  [
    'the end of the trace',
    {},
    [slip, { ...slip, kind: 'lost', voucherNo: 0 }],
    [deposit(1), deposit(5)],
    { RECEIPT: 'TRACE_INCOMPLETE' },
  ],
  [
    'a document',
    { budgetDocNo: '' },
    [slip],
    [deposit(1), deposit(5)],
    { BUDGET_LINE: 'NO_DOCUMENT' },
  ],
  ['a signature', { approvedBy: '' }, [slip], [deposit(1), deposit(5)], { SIGNATURES: 'UNSIGNED' }],
  ['the file', { fileSha256: '' }, [slip], [deposit(1), deposit(5)], { LIST: 'NOT_EXPORTED' }],
  [
    'the answer',
    { resultSha256: '' },
    [slip],
    [deposit(1), deposit(5)],
    { BANK_RESULT: 'NO_RESULT' },
  ],
])('missing: %s', (_, over, sources, deposits, missing) => {
  expect(gaps({ ...line, ...over }, sources, deposits)).toEqual({
    ...missing,
    ...Object.fromEntries(welfare),
  });
});

test('the large sum’s decision, the source of the request and what was reissued are told', () => {
  const over = {
    decisionNo: '主席办公会 7',
    decisionSha256: 'minutes',
    sourceService: 'welfare',
    sourceId: 'grant-1',
    reissueOf: 'earlier',
  };
  const steps = evidenceOf({ ...line, ...over }, [slip], []);
  const parts = steps.flatMap(({ items }) => items.map(({ part, ref }) => [part, ref]));
  expect(parts).toEqual(
    expect.arrayContaining([
      ['DECISION', '主席办公会 7'],
      ['SOURCE', 'grant-1'],
      ['SOURCE_LINE', '1'],
      ['REISSUE_OF', 'earlier'],
    ]),
  );
});

test('of very many slips some are shown, and the others counted', () => {
  const many = Array.from({ length: 70 }, (_, n) => ({ ...slip, voucherNo: n + 1 }));
  const [receipts] = evidenceOf(line, many, []);
  expect(receipts).toMatchObject({ step: 'RECEIPT', leftOut: 20 });
  expect(receipts?.items).toHaveLength(50);
});
