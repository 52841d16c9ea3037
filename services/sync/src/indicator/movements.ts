// What a fact moves: which indicator, of which union, in which month, by how much. The same rules count the records
// again when the numbers are verified.
import { monthOf } from '@gonglian/kernel/dates.ts';
import type { UnionRecountRow } from '@gonglian/contracts/gen/gonglian/organisation/v1/api.ts';
import type { FinanceRecountRow } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import type { MemberRecountRow } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import type { CellIndicator } from './catalogue.ts';
import {
  auditDims,
  memberDims,
  NO_AUDIT,
  REFUND_DIMS,
  TOTAL,
  unionDims,
  type AuditCodes,
  type CountedCodes,
  type UnionCodes,
} from './dims.ts';

export interface Movement {
  indicator: CellIndicator;
  unionId: string;
  /** YYYY-MM. */
  period: string;
  dims: string;
  delta: bigint;
}

/** A union came to be: grassroots unions and groups are counted, other levels are not. */
export function establishedMoves(
  union: UnionCodes & { unionId: string; establishedOn: string },
): Movement[] {
  const { unionId, establishedOn } = union;
  if (union.level === 'GROUP') {
    return spread('union_groups_established', unionId, establishedOn, [TOTAL], 1n);
  }
  if (union.level !== 'GRASSROOTS') return [];
  const dims = unionDims(union);
  return [
    ...spread('unions_newly_established', unionId, establishedOn, dims, 1n),
    ...spread('unions_total', unionId, establishedOn, dims, 1n),
  ];
}

/** A union ended, by whatever cause. */
export function dissolvedMoves(
  union: UnionCodes & { unionId: string },
  effectiveOn: string,
): Movement[] {
  if (union.level !== 'GRASSROOTS') return [];
  return spread('unions_total', union.unionId, effectiveOn, unionDims(union), -1n);
}

export function electionMoves(unionId: string, heldOn: string): Movement[] {
  return spread('union_reelections_completed', unionId, heldOn, [TOTAL], 1n);
}

export type FinanceMove =
  | 'refund_paid'
  | 'audit_reported'
  | 'audit_closed'
  | 'finding_raised'
  | 'unit_inspected'
  | 'grant_submitted';

/** How often, and how much money in all. */
interface Counted {
  count: bigint;
  fen: bigint;
}

/** Money that went back, what audits and inspections have done, and what was applied for. */
export function financeMoves(
  move: FinanceMove,
  unionId: string,
  on: string,
  audit: AuditCodes = NO_AUDIT,
  { count, fen }: Counted = { count: 1n, fen: 0n },
): Movement[] {
  switch (move) {
    case 'refund_paid':
      return [
        ...spread('dues_refund_enterprises', unionId, on, REFUND_DIMS, count),
        ...spread('dues_refund_yuan', unionId, on, REFUND_DIMS, fen),
      ];
    case 'audit_reported':
      return spread('audit_reports_issued', unionId, on, [TOTAL], count);
    case 'audit_closed':
      return spread('audits_performed', unionId, on, auditDims(audit), count);
    case 'finding_raised':
      return spread('audit_opinions_raised', unionId, on, [TOTAL], count);
    case 'unit_inspected':
      return spread('finance_inspection_units', unionId, on, [TOTAL], count);
    case 'grant_submitted':
      return [
        ...spread('subsidy_applications_filed', unionId, on, [TOTAL], count),
        ...spread('subsidy_applied_yuan', unionId, on, [TOTAL], fen),
      ];
  }
}

export type MemberMove =
  | 'recruited'
  | 'moved_in'
  | 'reactivated'
  | 'moved_out'
  | 'retained'
  | 'left';

const STOCK_SIGN: Record<MemberMove, bigint> = {
  recruited: 1n,
  moved_in: 1n,
  reactivated: 1n,
  moved_out: -1n,
  retained: -1n,
  left: -1n,
};

/** A member came to be counted by a union, or ceased to be; only recruits are new members. */
export function memberMoves(
  move: MemberMove,
  unionId: string,
  on: string,
  codes: CountedCodes | undefined,
  count = 1n,
): Movement[] {
  const dims = memberDims(codes);
  return [
    ...(move === 'recruited' ? spread('members_recruited', unionId, on, dims, count) : []),
    ...spread('members_total', unionId, on, dims, STOCK_SIGN[move] * count),
  ];
}

/** The movements behind one union's record. */
export function recountedUnion(row: UnionRecountRow): Movement[] {
  return [
    ...establishedMoves(row),
    ...(row.dissolvedOn === '' ? [] : dissolvedMoves(row, row.dissolvedOn)),
    ...row.electionsHeldOn.flatMap((heldOn) => electionMoves(row.unionId, heldOn)),
  ];
}

/** The movements behind one group of spells; none for a movement this reader does not know. */
export function recountedMembers(row: MemberRecountRow): Movement[] {
  const { movement, unionId, month, codes, count } = row;
  return isMemberMove(movement) ? memberMoves(movement, unionId, `${month}-01`, codes, count) : [];
}

/** The movements behind one group of finance's records; none for one this reader does not know. */
export function recountedFinance(row: FinanceRecountRow): Movement[] {
  const { movement, unionId, month, auditKind: kind, byFirm, count, amountFen: fen } = row;
  if (!isFinanceMove(movement)) return [];
  return financeMoves(movement, unionId, `${month}-01`, { kind, byFirm }, { count, fen });
}

const FINANCE_MOVES: readonly string[] = [
  'refund_paid',
  'audit_reported',
  'audit_closed',
  'finding_raised',
  'unit_inspected',
  'grant_submitted',
] satisfies FinanceMove[];

function isFinanceMove(text: string): text is FinanceMove {
  return FINANCE_MOVES.includes(text);
}

function isMemberMove(text: string): text is MemberMove {
  return Object.hasOwn(STOCK_SIGN, text);
}

export function spread(
  indicator: CellIndicator,
  unionId: string,
  on: string,
  dims: readonly string[],
  delta: bigint,
): Movement[] {
  const period = monthOf(on);
  return dims.map((each) => ({ indicator, unionId, period, dims: each, delta }));
}

/** One movement for each cell, without those that cancel. */
export function summed(movements: Iterable<Movement>): Movement[] {
  const sums = new Map<string, Movement>();
  for (const move of movements) {
    const key = `${move.unionId} ${move.indicator} ${move.period} ${move.dims}`;
    const known = sums.get(key);
    if (known) known.delta += move.delta;
    else sums.set(key, { ...move });
  }
  return [...sums.values()].filter(({ delta }) => delta !== 0n);
}
