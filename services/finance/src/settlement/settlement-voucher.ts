// How a payment between levels is posted at its two ends (domain §5.7, key postings; ledger.md §3.7).
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { FUND_LEVELS } from '@gonglian/kernel/split.ts';
import type { AccountRef, Leg, Move, PotRef, VoucherToPost } from '../ledger/voucher.ts';
import type { SettlementKind, SettlementRow } from './settlement.ts';

type Paid = Pick<
  SettlementRow,
  'settlementId' | 'neighbour' | 'kind' | 'period' | 'amountFen' | 'shares' | 'project'
>;

interface Signed {
  bank: string;
  on: string;
  makerId: string;
  approverId?: string;
}

const SUMMARY: Record<SettlementKind, { out: string; in: string }> = {
  REMITTANCE: { out: '上解上级经费', in: '收到下级上解经费' },
  SHARE: { out: '下拨下级经费', in: '收到上级转拨经费' },
  GENERAL_TRANSFER: { out: '一般性转移支付', in: '收到一般性转移支付' },
  SPECIAL_TRANSFER: { out: '专项转移支付', in: '收到专项转移支付' },
};

/** The leg of the sender: what it owed upward or downward, or granted, leaves the bank. */
export function sentVoucher(paid: Paid, payer: { level: string } & Signed): VoucherToPost {
  const { kind, neighbour, amountFen } = paid;
  const source: Record<SettlementKind, { account: AccountRef; pot: PotRef }> = {
    REMITTANCE: { account: { code: '211' }, pot: { kind: 'upper', key: '', bank: payer.bank } },
    SHARE: {
      account: { code: '21202', partyId: nodeRootUnionId(neighbour) },
      pot: { kind: 'lower', key: nodeRootUnionId(neighbour), bank: payer.bank },
    },
    GENERAL_TRANSFER: { account: { code: '50801' }, pot: own(payer.bank) },
    SPECIAL_TRANSFER: {
      account: { code: '50802', project: paid.project },
      pot: projectPot(paid.project, payer.bank),
    },
  };
  const { account, pot } = source[kind];
  return {
    ...voucherOf(paid, payer, 'out'),
    legs: [
      { account, amountFen },
      { account: { code: '102', mark: payer.bank }, amountFen: -amountFen },
    ],
    moves: [{ from: pot, to: { kind: 'node', key: neighbour }, amountFen }],
  };
}

/**
 * The leg of the receiver. Of a remittance its own level's share is income; what is of the levels above is owed to
 * them, and lies in the pot that the next remittance leaves.
 */
export function receivedVoucher(paid: Paid, payee: { level: string } & Signed): VoucherToPost {
  const { kind, neighbour, amountFen, project } = paid;
  const node: PotRef = { kind: 'node', key: neighbour };
  const cash: Leg = { account: { code: '102', mark: payee.bank }, amountFen };
  const parts =
    kind === 'REMITTANCE' ? remitted(paid, payee) : granted(kind, project, amountFen, payee.bank);
  const filled = parts.filter((part) => part.fen > 0);
  return {
    ...voucherOf(paid, payee, 'in'),
    legs: [cash, ...filled.map(({ account, fen }) => ({ account, amountFen: -fen }))],
    moves: filled.map(({ pot, fen }): Move => ({ from: node, to: pot, amountFen: fen })),
  };
}

interface Part {
  account: AccountRef;
  pot: PotRef;
  fen: number;
}

function remitted(
  { shares, amountFen }: Paid,
  { level, bank }: { level: string; bank: string },
): Part[] {
  const ownFen = shares.find((share) => share.level === level)?.amountFen ?? 0;
  // Of nobody above the nation: what is left over there is its own.
  const top = level === FUND_LEVELS.at(-1);
  const upperFen = top ? 0 : amountFen - ownFen;
  return [
    { account: { code: '402' }, pot: own(bank), fen: amountFen - upperFen },
    { account: { code: '211' }, pot: { kind: 'upper', key: '', bank }, fen: upperFen },
  ];
}

function granted(kind: SettlementKind, project: string, fen: number, bank: string): Part[] {
  const code = {
    SHARE: '402',
    GENERAL_TRANSFER: '40301',
    SPECIAL_TRANSFER: '40302',
    REMITTANCE: '',
  };
  if (kind !== 'SPECIAL_TRANSFER') return [{ account: { code: code[kind] }, pot: own(bank), fen }];
  return [{ account: { code: code[kind], project }, pot: projectPot(project, bank), fen }];
}

const own = (bank: string): PotRef => ({ kind: 'own', key: '', bank });
const projectPot = (project: string, bank: string): PotRef => ({
  kind: 'project',
  key: project,
  bank,
});

function voucherOf(paid: Paid, { on, makerId, approverId }: Signed, way: 'out' | 'in') {
  return {
    key: `settlement:${paid.settlementId}:${way}`,
    kind: 'SETTLEMENT',
    eventOn: on,
    summary: `${SUMMARY[paid.kind][way]} ${paid.period}`,
    docKind: 'SETTLEMENT',
    docId: paid.settlementId,
    makerId,
    ...(approverId ? { approverId } : {}),
  };
}
