// A book in the plain text that hledger reads: each voucher a transaction, each month's end a transaction of nothing that
// asserts what every account then holds. What it says of a month comes from the sums of months, and not from the legs, so
// that whoever adds the legs up again says whether the two agree.
import { chartAccount, type AccountKind } from '@gonglian/kernel/chart.ts';
import { lastDayOfMonth } from '@gonglian/kernel/dates.ts';
import { yuanOf } from '@gonglian/kernel/money.ts';
import { closingOf, type TrialLine } from '../ledger/trial-balance.ts';
import type { BookExtent, ExportedAccount, ExportedVoucher } from './book-lines.ts';

/** Its name in the journal, and the letter by which hledger knows such accounts. */
const CLASSES: Readonly<Record<AccountKind, readonly [nameZh: string, letter: string]>> = {
  ASSET: ['资产', 'A'],
  LIABILITY: ['负债', 'L'],
  NET_ASSET: ['净资产', 'E'],
  INCOME: ['收入', 'R'],
  EXPENDITURE: ['支出', 'X'],
};

/** What ends a name, begins a comment or divides one is written in its wide form. */
const WIDE: Readonly<Record<string, string>> = { ';': '；', ':': '：', ',': '，', '|': '｜' };

const plain = (text: string): string =>
  text
    .replaceAll(/[;:,|]/g, (char) => WIDE[char] ?? char)
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();

/** 资产:102 银行存款:1 bank-1. The number keeps two apart whose words are the same. */
export function accountName({ accountNo, code, partyId, project, mark }: ExportedAccount): string {
  const found = chartAccount(code);
  const [nameZh] = CLASSES[found?.kind ?? 'ASSET'];
  const detail = plain([partyId, project, mark].filter(Boolean).join(' '));
  const name = `${nameZh}:${code} ${found?.nameZh ?? ''}`.trimEnd();
  return detail === '' ? name : `${name}:${accountNo} ${detail}`;
}

export function headText(book: BookExtent): string {
  const { unionId, unionName, accountSet, lastNo, accounts } = book;
  const declared = [...accounts.values()].map((one) => {
    const [, letter] = CLASSES[chartAccount(one.code)?.kind ?? 'ASSET'];
    return `account ${accountName(one)}  ; type:${letter}`;
  });
  return lines([
    `; ${plain(unionName)} ${unionId} ${accountSet} 至第 ${lastNo} 号凭证`,
    '; hledger -s -f 本文件 check：借贷、科目与每月末余额',
    'decimal-mark .',
    'commodity 1000.00 CNY',
    ...declared,
    '',
  ]);
}

/**
 * Its day is in its month: what came late is dated on the month's first day and bears its own day as the second date,
 * so that a month's end is after all that was booked into it.
 */
export function voucherText(voucher: ExportedVoucher): string {
  const { no, period, periodNo, eventOn, kind, summary, docKind, docId, reversesNo } = voucher;
  const day = dayIn(period, eventOn);
  const dates = day === eventOn ? day : `${day}=${eventOn}`;
  const tags = [
    `period:${period}`,
    `period-no:${periodNo}`,
    `kind:${kind}`,
    `doc:${plain(`${docKind} ${docId}`)}`,
    ...(reversesNo === 0 ? [] : [`reverses:${reversesNo}`]),
  ];
  return lines([
    `${dates} (${no}) ${plain(summary)}  ; ${tags.join(', ')}`,
    ...voucher.legs.map((leg) => `    ${accountName(leg)}  ${yuanOf(leg.amountFen)} CNY`),
    '',
  ]);
}

/** What the accounts held before the first month that is exported. */
export function openingText(period: string, balances: readonly TrialLine[]): string {
  const held = balances.filter(({ openingFen }) => openingFen !== 0);
  if (held.length === 0) return '';
  return lines([
    `${period}-01 (期初) 期初余额`,
    ...held.map((line) => `    ${accountName(line)}  ${yuanOf(line.openingFen)} CNY`),
    '',
  ]);
}

export function monthEndText(period: string, balances: readonly TrialLine[]): string {
  return lines([
    `${lastDayOfMonth(period)} (月末) ${period} 余额核对`,
    ...balances.map(
      (line) => `    ${accountName(line)}  0.00 CNY = ${yuanOf(closingOf(line))} CNY`,
    ),
    '',
  ]);
}

function dayIn(period: string, eventOn: string): string {
  if (eventOn.startsWith(period)) return eventOn;
  return eventOn < period ? `${period}-01` : lastDayOfMonth(period);
}

const lines = (all: readonly string[]): string => all.map((line) => `${line}\n`).join('');
