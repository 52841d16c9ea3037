import type { TrialLine } from '../ledger/trial-balance.ts';
import { expect, test } from 'vitest';
import type { BookExtent, ExportedAccount, ExportedVoucher } from './book-lines.ts';
import { balanceRow, voucherRows } from './csv-rows.ts';
import { accountName, headText, monthEndText, openingText, voucherText } from './journal-text.ts';

const bank: ExportedAccount = {
  accountNo: 1,
  code: '102',
  partyId: '',
  project: '',
  mark: 'bank-1',
};
const fund: ExportedAccount = { accountNo: 2, code: '402', partyId: '', project: '', mark: '' };

const made: ExportedVoucher = {
  no: 12,
  period: '2026-03',
  periodNo: 3,
  eventOn: '2026-03-05',
  kind: 'RECEIPT',
  summary: '收到经费',
  docKind: 'TAX_SLIP',
  docId: 'TS-1',
  reversesNo: 0,
  makerId: 'm',
  checkerId: '',
  approverId: '',
  leaf: 'ab',
  legs: [
    { ...bank, n: 1, amountFen: 2_000_001n },
    { ...fund, n: 2, amountFen: -2_000_001n },
  ],
};

const line = (over: Partial<TrialLine>): TrialLine => ({
  ...bank,
  openingFen: 0,
  debitFen: 0,
  creditFen: 0,
  ...over,
});

test.each([
  [bank, '资产:102 银行存款:1 bank-1'],
  [fund, '收入:402 拨缴经费收入'],
  [{ ...bank, mark: 'a:b;c,d|e' }, '资产:102 银行存款:1 a：b；c，d｜e'],
  [{ ...bank, mark: 'a  b\t\n c' }, '资产:102 银行存款:1 a b c'],
  [{ ...bank, partyId: 'p', project: 'q' }, '资产:102 银行存款:1 p q bank-1'],
])('an account is a name that nothing in it cuts short: %#', (account, name) => {
  expect(accountName(account)).toBe(name);
});

test('a voucher is a transaction of yuan with two decimals', () => {
  expect(voucherText(made).split('\n')).toEqual([
    '2026-03-05 (12) 收到经费  ; period:2026-03, period-no:3, kind:RECEIPT, doc:TAX_SLIP TS-1',
    '    资产:102 银行存款:1 bank-1  20000.01 CNY',
    '    收入:402 拨缴经费收入  -20000.01 CNY',
    '',
    '',
  ]);
});

test.each([
  ['late', '2026-02-27', '2026-03-01=2026-02-27 '],
  ['in its month', '2026-03-31', '2026-03-31 '],
  ['early', '2026-04-02', '2026-03-31=2026-04-02 '],
])('%s: its first date is in its month', (_, eventOn, begins) => {
  expect(voucherText({ ...made, eventOn }).startsWith(begins)).toBe(true);
});

test('what takes another one back says which, and no summary begins a comment or a payee', () => {
  const text = voucherText({ ...made, reversesNo: 7, summary: '* a;b|c' });
  expect(text.split('\n')[0]).toMatch(/^2026-03-05 \(12\) \* a；b｜c {2}; .*, reverses:7$/);
});

test('a month ends with what each account holds; a year begins with what it held', () => {
  const held = line({ openingFen: 5, debitFen: 10, creditFen: 3 });
  const even = line({ ...fund, debitFen: 7, creditFen: 7 });
  expect(monthEndText('2024-02', [held, even]).split('\n').slice(0, 3)).toEqual([
    '2024-02-29 (月末) 2024-02 余额核对',
    '    资产:102 银行存款:1 bank-1  0.00 CNY = 0.12 CNY',
    '    收入:402 拨缴经费收入  0.00 CNY = 0.00 CNY',
  ]);
  expect(openingText('2024-01', [held, even]).split('\n').slice(0, 2)).toEqual([
    '2024-01-01 (期初) 期初余额',
    '    资产:102 银行存款:1 bank-1  0.05 CNY',
  ]);
  expect(openingText('2024-01', [even])).toBe('');
});

test('the head declares the currency and each account with its class', () => {
  const book = { unionId: 'u', unionName: '某;工会', accountSet: 'COUNTY', lastNo: 12 };
  const accounts = new Map([bank, fund].map((one) => [one.accountNo, one]));
  const text = headText({ ...book, bookId: 1, periods: [], accounts } satisfies BookExtent);
  expect(text).toContain('; 某；工会 u COUNTY 至第 12 号凭证\n');
  expect(text).toContain('commodity 1000.00 CNY\n');
  expect(text).toContain('account 资产:102 银行存款:1 bank-1  ; type:A\n');
  expect(text).toContain('account 收入:402 拨缴经费收入  ; type:R\n');
});

test('rows of a spreadsheet: debit and credit apart, no amount below zero', () => {
  const [debit, credit] = voucherRows(made);
  expect(debit?.slice(12)).toEqual([
    '1',
    '102',
    '银行存款',
    '',
    '',
    'bank-1',
    '20000.01',
    '',
    'ab',
  ]);
  expect(credit?.slice(18, 20)).toEqual(['', '20000.01']);
  expect(balanceRow('2026-03', line({ openingFen: -5, debitFen: 5, creditFen: 9 }))).toEqual([
    '2026-03',
    '102',
    '银行存款',
    '',
    '',
    'bank-1',
    '贷',
    '0.05',
    '0.05',
    '0.09',
    '贷',
    '0.09',
  ]);
  expect(balanceRow('2026-03', line({ debitFen: 4, creditFen: 4 })).slice(6)).toEqual([
    '平',
    '0.00',
    '0.04',
    '0.04',
    '平',
    '0.00',
  ]);
});
