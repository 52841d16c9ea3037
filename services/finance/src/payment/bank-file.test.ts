import { expect, test } from 'vitest';
import { bankFile } from './bank-file.ts';
import { paymentVoucher } from './payment-voucher.ts';
import { decideClose } from './close-payment.ts';
import { decideReissue } from './reissue-payment.ts';
import { decideSource } from './request-payment.ts';

const line = {
  seq: 1,
  payeeName: '李小明',
  account: '6222000000000001234',
  bankCode: '105312500018',
  amountFen: 350_050,
  purpose: '帮扶, 三月',
  project: '',
  source: 'union',
  upperFen: 0,
  beneficiaryId: 'b-1',
};

test('the file a bank takes: a head, then a line a payee, in fen', () => {
  const head = {
    batchNo: '20260302-0a1b2c3d',
    debitAccount: '32050174883600000123',
    count: 1,
    totalFen: 350_050,
  };
  expect(bankFile(head, [line])).toBe(
    [
      'batch_no,debit_account,currency,count,total_fen',
      '20260302-0a1b2c3d,32050174883600000123,CNY,1,350050',
      'seq,payee_name,account_no,bank_code,amount_fen,purpose,project_code,source_code,beneficiary_id',
      '1,李小明,6222000000000001234,105312500018,350050,"帮扶, 三月",,union,b-1',
      '',
    ].join('\r\n'),
  );
});

const payment = {
  batchNo: '20260302-0a1b2c3d',
  bank: 'main',
  accountCode: '50404',
  madeBy: 'maker',
  checkedBy: 'checker',
  approvedBy: 'approver',
  fileSha256: 'a'.repeat(64),
};
const paid = { ...line, id: 'line-1' };

test('a paid line is spent, has left the bank, and went from the own pot to a commitment', () => {
  expect(paymentVoucher(payment, paid, '2026-03-03')).toEqual({
    key: 'payment-line:line-1',
    kind: 'PAYMENT',
    eventOn: '2026-03-03',
    summary: '付款 20260302-0a1b2c3d 第 1 笔',
    docKind: 'PAYMENT_LINE',
    docId: 'line-1',
    docHash: 'a'.repeat(64),
    makerId: 'maker',
    checkerId: 'checker',
    approverId: 'approver',
    legs: [
      { account: { code: '50404', project: '', mark: 'basic.union' }, amountFen: 350_050 },
      { account: { code: '102', mark: 'main' }, amountFen: -350_050 },
    ],
    moves: [
      {
        from: { kind: 'own', key: '', bank: 'main' },
        to: { kind: 'recipient', key: 'b-1' },
        amountFen: 350_050,
      },
    ],
  });
});

test('a refund is less income here, and less owed above', () => {
  const refund = { ...payment, accountCode: '402' };
  const { legs, moves } = paymentVoucher(refund, { ...paid, upperFen: 100_050 }, '2026-03-03');
  expect(legs).toEqual([
    { account: { code: '402' }, amountFen: 250_000 },
    { account: { code: '211' }, amountFen: 100_050 },
    { account: { code: '102', mark: 'main' }, amountFen: -350_050 },
  ]);
  expect(moves.map(({ from, amountFen }) => [from.kind, amountFen])).toEqual([
    ['own', 250_000],
    ['upper', 100_050],
  ]);
  const allAbove = paymentVoucher(refund, { ...paid, upperFen: paid.amountFen }, '2026-03-03');
  expect(allAbove.legs).toHaveLength(2);
  expect(allAbove.moves).toHaveLength(1);
});

test('money for a project comes from its own pot', () => {
  const ofProject = { ...paid, project: 'SWN-2026', beneficiaryId: '' };
  const { legs, moves } = paymentVoucher(payment, ofProject, '2026-03-03');
  expect(legs[0]?.account).toEqual({ code: '50404', project: 'SWN-2026', mark: 'project.union' });
  expect(moves[0]).toMatchObject({
    from: { kind: 'project', key: 'SWN-2026' },
    to: { key: 'line-1' },
  });
});

test('a line that failed is reissued once', () => {
  const lines = [
    { id: 'a', seq: 1, state: 'PAID' },
    { id: 'b', seq: 2, state: 'FAILED' },
  ];
  expect(decideReissue(lines, [{ seq: 2 }], new Set())).toEqual([lines[1]]);
  const codes = [
    ['LINE_UNKNOWN', 3, new Set<string>()],
    ['LINE_NOT_FAILED', 1, new Set<string>()],
    ['LINE_REISSUED', 2, new Set(['b'])],
  ] as const;
  for (const [code, seq, reissued] of codes) {
    const decide = () => decideReissue(lines, [{ seq }], reissued);
    expect(decide).toThrow(expect.objectContaining({ code }));
  }
});

test('closed when reconciled, and nothing is left that failed without a word', () => {
  expect(() => decideClose({ state: 'RECONCILED' }, { open: 0, reason: '' })).not.toThrow();
  expect(() => decideClose({ state: 'RECONCILED' }, { open: 1, reason: '本人放弃' })).not.toThrow();
  expect(() => decideClose({ state: 'RECONCILED' }, { open: 1, reason: '' })).toThrow(
    expect.objectContaining({ code: 'FAILED_LINES_OPEN' }),
  );
  expect(() => decideClose({ state: 'RESULT' }, { open: 0, reason: '' })).toThrow(
    expect.objectContaining({ code: 'PAYMENT_STATE_WRONG' }),
  );
});

test('a service names its record, a person has none', () => {
  expect(decideSource({ id: 'welfare', duty: 'service' }, 'grant-1', '')).toBe('welfare');
  expect(decideSource({ id: 'welfare', duty: 'service' }, 'grant-1', 'person')).toBe('welfare');
  expect(decideSource({ id: 'person', duty: 'clerk' }, '', '')).toBe('');
  for (const [duty, sourceId, askedBy] of [
    ['service', '', ''],
    ['clerk', 'grant-1', ''],
    ['clerk', '', 'another'],
  ] as const) {
    expect(() => decideSource({ id: 'x', duty }, sourceId, askedBy)).toThrow(
      expect.objectContaining({ kind: 'invalid', code: 'FIELD_INVALID' }),
    );
  }
});
