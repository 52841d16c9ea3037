// Money between two neighbouring nodes: what is in a row, and what may become of it (domain §5.4, §5.6; ADR 22).
import type { Settlement } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { daysBetween } from '@gonglian/kernel/dates.ts';
import { notFound, refused, stale } from '@gonglian/kernel/refusal.ts';
import { FUND_LEVELS } from '@gonglian/kernel/split.ts';
import type { Sql } from '../pipeline.ts';

export const SETTLEMENT_KINDS = [
  'REMITTANCE',
  'SHARE',
  'GENERAL_TRANSFER',
  'SPECIAL_TRANSFER',
] as const;
export type SettlementKind = (typeof SETTLEMENT_KINDS)[number];

export const SETTLEMENT_STATES = [
  'PROPOSED',
  'WITHDRAWN',
  'SENT',
  'EXPECTED',
  'RECEIVED',
  'CONFIRMED',
  'DISPUTED',
  'RETURNED',
] as const;

export const REASONS = ['AMOUNT_DIFFERS', 'NOT_ARRIVED', 'WRONG_ACCOUNT'] as const;

export interface SettlementRow {
  settlementId: string;
  direction: 'OUT' | 'IN';
  neighbour: string;
  kind: SettlementKind;
  period: string;
  amountFen: number;
  shares: { level: string; amountFen: number }[];
  bank: string;
  purpose: string;
  project: string;
  docNo: string;
  permittedCodes: string[];
  deadline: string;
  state: string;
  proposedBy: string;
  approvedBy: string;
  sentOn: string;
  voucherNo: number;
  answeredOn: string;
  receivedFen: number;
  reasonCode: string;
  neighbourVoucherNo: number;
  returnedOn: string;
  version: number;
  /** What happened, and why it cannot wait; both '' for a transfer in its ordinary course. */
  emergencyEvent: string;
  emergencyReason: string;
  decisionNo: string;
  decisionOn: string;
  decisionSha256: string;
  /** By when the decision is to follow; '' where none has to. */
  decisionDueOn: string;
  /** Of what was received, what was paid out by the receiver's last report. */
  usedFen: number;
  usedOn: string;
  usedNote: string;
}

/** Refused SETTLEMENT_STATE, which says where it stands. */
export function requireState({ state }: Pick<SettlementRow, 'state'>, ...allowed: string[]): void {
  if (!allowed.includes(state)) throw refused('SETTLEMENT_STATE', { state });
}

export interface Proposal {
  toNode: string;
  kind: SettlementKind;
  amountFen: number;
  shares: readonly { level: string; amountFen: number }[];
  project: string;
  docNo: string;
  permittedCodes: readonly string[];
  deadline: string;
}

export interface Neighbours {
  level: string;
  superior: string | null;
  subordinates: readonly string[];
}

/**
 * Whether money may go there. A remittance goes to the superior and says what of it is whose; everything else goes to a
 * subordinate. A special transfer says what it may be spent on (domain §5.6).
 */
export function decideProposal(node: Neighbours, ask: Proposal): void {
  const up = ask.kind === 'REMITTANCE';
  const reachable = up ? ask.toNode === node.superior : node.subordinates.includes(ask.toNode);
  if (!reachable) throw refused('SETTLEMENT_NODE', { toNode: ask.toNode, kind: ask.kind });
  if (up) return decideShares(node.level, ask);
  if (ask.shares.length > 0) throw refused('SETTLEMENT_SHARES', { kind: ask.kind });
  const bound = [ask.project, ask.docNo, ask.deadline, ...ask.permittedCodes];
  const whole = ask.permittedCodes.length > 0 && bound.every((text) => text !== '');
  if (ask.kind === 'SPECIAL_TRANSFER' && !whole) throw refused('SPECIAL_TRANSFER_UNBOUND');
}

/** Each level above this one at most once, and all of it theirs. */
function decideShares(level: string, { shares, amountFen }: Proposal): void {
  const above: readonly string[] = FUND_LEVELS.slice(
    FUND_LEVELS.findIndex((one) => one === level) + 1,
  );
  const levels = shares.map((share) => share.level);
  const sum = shares.reduce((total, share) => total + share.amountFen, 0);
  const known =
    levels.every((one) => above.includes(one)) && new Set(levels).size === levels.length;
  if (!known || sum !== amountFen) throw refused('SETTLEMENT_SHARES', { sum, amountFen });
}

/** Refused SETTLEMENT_SAME_PERSON: whoever proposes a payment does not let it go (domain §5.12). */
export function decideApproval(
  row: Pick<SettlementRow, 'state' | 'proposedBy'>,
  approver: string,
): void {
  requireState(row, 'PROPOSED');
  if (row.proposedBy === approver) throw refused('SETTLEMENT_SAME_PERSON');
}

/** Refused SETTLEMENT_AMOUNT_DIFFERS: two legs meet to the fen or not at all. */
export function decideReceipt(
  row: Pick<SettlementRow, 'state' | 'amountFen' | 'sentOn'>,
  receivedFen: number,
  receivedOn: string,
): void {
  requireState(row, 'EXPECTED', 'DISPUTED');
  if (receivedFen !== row.amountFen)
    throw refused('SETTLEMENT_AMOUNT_DIFFERS', { sentFen: row.amountFen, receivedFen });
  if (receivedOn < row.sentOn) throw refused('SETTLEMENT_BEFORE_SENT', { sentOn: row.sentOn });
}

/** Refused SETTLEMENT_AMOUNT_DIFFERS where the reason says that and the amount does not, or the other way round. */
export function decideDispute(
  row: Pick<SettlementRow, 'state' | 'amountFen'>,
  { reasonCode, receivedFen }: { reasonCode: string; receivedFen: number },
): void {
  requireState(row, 'EXPECTED', 'DISPUTED');
  const differs = receivedFen > 0 && receivedFen !== row.amountFen;
  if ((reasonCode === 'AMOUNT_DIFFERS') !== differs) {
    throw refused('SETTLEMENT_AMOUNT_DIFFERS', { sentFen: row.amountFen, receivedFen });
  }
}

/** Refused SETTLEMENT_DIRECTION: who pays does not also say that it arrived. */
export function requireDirection(
  { direction }: Pick<SettlementRow, 'direction'>,
  wanted: 'OUT' | 'IN',
): void {
  if (direction !== wanted) throw refused('SETTLEMENT_DIRECTION', { direction });
}

/** The row, locked for the rest of the transaction. SETTLEMENT_UNKNOWN; stale SETTLEMENT_CHANGED at another version. */
export async function lockSettlement(
  sql: Sql,
  { settlementId, expectedVersion }: { settlementId: string; expectedVersion: number },
): Promise<SettlementRow> {
  const row = await findSettlement(sql, settlementId);
  if (row.version !== expectedVersion) {
    throw stale('SETTLEMENT_CHANGED', { version: row.version });
  }
  return row;
}

/** Locked, so that what is decided from it is still so when it is written. SETTLEMENT_UNKNOWN. */
export async function findSettlement(sql: Sql, settlementId: string): Promise<SettlementRow> {
  const [row] = await sql<SettlementRow>`
    select * from settlement_row where "settlementId" = ${settlementId} for update`;
  if (!row) throw notFound('SETTLEMENT_UNKNOWN', { settlementId });
  return row;
}

/** Whole days since the money left, while the legs have not met. */
export function ageDays({ state, sentOn }: Pick<SettlementRow, 'state' | 'sentOn'>, today: string) {
  const open = state === 'SENT' || state === 'EXPECTED' || state === 'DISPUTED';
  return open ? Math.max(0, daysBetween(sentOn, today)) : 0;
}

export function settlementView(row: SettlementRow, today: string): Settlement {
  return {
    ...row,
    amountFen: BigInt(row.amountFen),
    receivedFen: BigInt(row.receivedFen),
    usedFen: BigInt(row.usedFen),
    voucherNo: BigInt(row.voucherNo),
    neighbourVoucherNo: BigInt(row.neighbourVoucherNo),
    shares: row.shares.map(({ level, amountFen }) => ({ level, amountFen: BigInt(amountFen) })),
    ageDays: ageDays(row, today),
  };
}
