// A book for a spreadsheet: a line a leg, and a line for what each account of a month moved and holds.
import { chartAccount } from '@gonglian/kernel/chart.ts';
import { yuanOf } from '@gonglian/kernel/money.ts';
import { closingOf, type TrialLine } from '../ledger/trial-balance.ts';
import type { ExportedVoucher } from './book-lines.ts';

export const VOUCHER_HEADINGS = [
  '会计期间',
  '凭证号',
  '全账序号',
  '业务日期',
  '类别',
  '摘要',
  '原始单据种类',
  '原始单据号',
  '冲销序号',
  '制单',
  '审核',
  '审批',
  '分录',
  '科目代码',
  '科目名称',
  '往来单位',
  '项目',
  '标识',
  '借方金额',
  '贷方金额',
  '防篡改摘要',
] as const;

export const BALANCE_HEADINGS = [
  '会计期间',
  '科目代码',
  '科目名称',
  '往来单位',
  '项目',
  '标识',
  '期初方向',
  '期初余额',
  '借方发生额',
  '贷方发生额',
  '期末方向',
  '期末余额',
] as const;

export function voucherRows(voucher: ExportedVoucher): string[][] {
  const { reversesNo, makerId, checkerId, approverId, leaf } = voucher;
  const head = [
    voucher.period,
    String(voucher.periodNo),
    String(voucher.no),
    voucher.eventOn,
    voucher.kind,
    voucher.summary,
    voucher.docKind,
    voucher.docId,
    reversesNo === 0 ? '' : String(reversesNo),
    makerId,
    checkerId,
    approverId,
  ];
  return voucher.legs.map(({ n, amountFen, ...account }) => [
    ...head,
    String(n),
    ...accountCells(account),
    amountFen > 0n ? yuanOf(amountFen) : '',
    amountFen < 0n ? yuanOf(-amountFen) : '',
    leaf,
  ]);
}

export function balanceRow(period: string, line: TrialLine): string[] {
  return [
    period,
    ...accountCells(line),
    ...sided(line.openingFen),
    yuanOf(line.debitFen),
    yuanOf(line.creditFen),
    ...sided(closingOf(line)),
  ];
}

function accountCells(account: {
  code: string;
  partyId: string;
  project: string;
  mark: string;
}): string[] {
  const { code, partyId, project, mark } = account;
  return [code, chartAccount(code)?.nameZh ?? '', partyId, project, mark];
}

/** On which side it stands, and how much. */
function sided(fen: number): [side: string, yuan: string] {
  if (fen === 0) return ['平', '0.00'];
  return fen > 0 ? ['借', yuanOf(fen)] : ['贷', yuanOf(-fen)];
}
