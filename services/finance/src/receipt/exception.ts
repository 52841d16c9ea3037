// A line that waits for somebody to decide, as it is kept and as the API shows it.
import type { CollectionException } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import type { Sql } from '../pipeline.ts';

export const EXCEPTION_STATES = ['WAITING', 'ASSIGNED', 'PREPARATORY', 'REJECTED'] as const;
export type ExceptionState = (typeof EXCEPTION_STATES)[number];

export interface ExceptionRow {
  id: string;
  collectionId: string;
  row: number;
  code: string;
  ledgerCode: string;
  slipNo: string;
  payerUscc: string;
  periodFrom: string;
  periodTo: string;
  wageBaseFen: string;
  amountFen: string;
  lateFeeFen: string;
  taxOrgan: string;
  receivedOn: string | null;
  unionId: string | null;
  state: ExceptionState;
  reason: string;
  resolvedBy: string;
  version: number;
}

export interface FindExceptions {
  exceptionId?: string | null;
  collectionId?: string | null;
  code?: string | null;
  state?: ExceptionState | null;
  after?: string | null;
  limit?: number;
}

/** The oldest first; by id, or after one. */
export function findExceptions(sql: Sql, find: FindExceptions): Promise<ExceptionRow[]> {
  const { exceptionId = null, collectionId = null, code = null, state = null } = find;
  const { after = null, limit = 1 } = find;
  return sql<ExceptionRow>`
    select l.id, l.collection_id as "collectionId", l.row, l.code, l.ledger_code as "ledgerCode",
      l.slip_no as "slipNo", l.payer_uscc as "payerUscc", l.period_from as "periodFrom",
      l.period_to as "periodTo", l.wage_base_fen::text as "wageBaseFen",
      l.amount_fen::text as "amountFen", l.late_fee_fen::text as "lateFeeFen",
      l.tax_organ as "taxOrgan", l.received_on::text as "receivedOn", l.union_id as "unionId",
      l.state, l.reason, l.resolved_by as "resolvedBy", l.version
    from collection_line as l
    where l.code <> '' and l.state <> 'KNOWN'
      and (${exceptionId}::uuid is null or l.id = ${exceptionId}::uuid)
      and (${collectionId}::uuid is null or l.collection_id = ${collectionId}::uuid)
      and (${code}::text is null or l.code = ${code}::text)
      and (${state}::text is null or l.state = ${state}::text)
      and (${after}::uuid is null or l.id > ${after}::uuid)
    order by l.id limit ${limit}`;
}

export function exceptionView(row: ExceptionRow): CollectionException {
  const { id } = row;
  const became = row.state === 'ASSIGNED' || row.state === 'PREPARATORY';
  return {
    ...row,
    exceptionId: id,
    wageBaseFen: BigInt(row.wageBaseFen),
    amountFen: BigInt(row.amountFen),
    lateFeeFen: BigInt(row.lateFeeFen),
    receivedOn: row.receivedOn ?? '',
    unionId: row.unionId ?? '',
    receiptId: became ? id : '',
  };
}
