// What a year that is over still brings, from a neighbour or a union that pays up itself, and what of it has come (domain §5.7).
import type { Accrual } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { notFound, stale } from '@gonglian/kernel/refusal.ts';
import type { Sql } from '../pipeline.ts';
import type { SettlementKind } from '../settlement/settlement.ts';

export type Direction = 'IN' | 'OUT';

/** What of an amount is whose: this node's, the levels' above it, or a union's below it. */
export interface Parts {
  ownFen: number;
  upperFen: number;
  lowerFen: number;
}

/** What the accounts of an accrual follow from. */
export interface Accrued {
  accrualId: string;
  direction: Direction;
  kind: SettlementKind;
  year: number;
  /** The union on the other side; of a neighbouring node its root. */
  counterpartId: string;
  /** The union below for which it is, '' where it is this node's own. */
  forUnionId: string;
  project: string;
}

export interface AccrualRow extends Accrued, Parts {
  neighbour: string;
  counterpartName: string;
  forUnionName: string;
  documentNo: string;
  documentSha256: string;
  openOwnFen: number;
  openUpperFen: number;
  openLowerFen: number;
  voucherNo: number;
  accruedBy: string;
  steps: AccrualStepRow[];
  version: number;
}

interface AccrualStepRow extends Parts {
  cause: string;
  sourceId: string;
  steppedOn: string;
  voucherNo: number;
  reversedNo: number;
  reason: string;
  steppedBy: string;
}

export const sumOf = ({ ownFen, upperFen, lowerFen }: Parts): number =>
  ownFen + upperFen + lowerFen;

/** What has neither come nor been taken back. */
export const openOf = ({
  openOwnFen,
  openUpperFen,
  openLowerFen,
}: Pick<AccrualRow, 'openOwnFen' | 'openUpperFen' | 'openLowerFen'>): Parts => ({
  ownFen: openOwnFen,
  upperFen: openUpperFen,
  lowerFen: openLowerFen,
});

/** Locked for the rest of the transaction. ACCRUAL_UNKNOWN; stale ACCRUAL_CHANGED at another version. */
export async function lockAccrual(
  sql: Sql,
  { accrualId, expectedVersion }: { accrualId: string; expectedVersion: number },
): Promise<AccrualRow> {
  await sql`select from accrual where accrual_id = ${accrualId} for update`;
  const row = await findAccrual(sql, accrualId);
  if (row.version !== expectedVersion) throw stale('ACCRUAL_CHANGED', { version: row.version });
  return row;
}

/** ACCRUAL_UNKNOWN for one out of reach. */
export async function findAccrual(sql: Sql, accrualId: string): Promise<AccrualRow> {
  const [row] = await sql<AccrualRow>`
    select * from accrual_row where "accrualId" = ${accrualId}`;
  if (!row) throw notFound('ACCRUAL_UNKNOWN', { accrualId });
  return row;
}

export function accrualView(row: AccrualRow): Accrual {
  const { openOwnFen, openUpperFen, openLowerFen, ...kept } = row;
  return {
    ...kept,
    ownFen: BigInt(row.ownFen),
    upperFen: BigInt(row.upperFen),
    lowerFen: BigInt(row.lowerFen),
    amountFen: BigInt(sumOf(row)),
    openFen: BigInt(sumOf(openOf({ openOwnFen, openUpperFen, openLowerFen }))),
    voucherNo: BigInt(row.voucherNo),
    steps: row.steps.map(({ ownFen, upperFen, lowerFen, ...step }) => ({
      ...step,
      amountFen: BigInt(sumOf({ ownFen, upperFen, lowerFen })),
      voucherNo: BigInt(step.voucherNo),
      reversedNo: BigInt(step.reversedNo),
    })),
  };
}
