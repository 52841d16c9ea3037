// One of the three payments for a month: as it is kept, and as the API shows it.
import type {
  CareBatch,
  CareLine,
} from '@gonglian/contracts/gen/gonglian/competitions/v1/model_worker.ts';
import { notFound, stale } from '@gonglian/kernel/refusal.ts';
import type { Vault } from '@gonglian/kernel/vault.ts';
import { expectedVersion, id } from '@gonglian/service/fields.ts';
import type { CareKind } from '../payout/payout-policy.ts';
import { shownName } from '@gonglian/service/person.ts';
import type { Sql } from '../pipeline.ts';

export interface CareBatchRow {
  batchId: string;
  unionId: string;
  unionName: string;
  careKind: CareKind;
  month: string;
  grade: string;
  documentNo: string;
  orderedBy: string;
  state: string;
  madeBy: string;
  approvedBy: string;
  totalFen: number;
  lineCount: number;
  payoutId: string;
  payoutState: string;
  version: number;
}

export const batchStep = { batchId: id, expectedVersion };

interface Find {
  id?: string;
  unionId?: string | null;
  month?: string;
  before?: string | null;
  limit: number;
}

/** The newest first. */
export function findBatches(sql: Sql, of: Find): Promise<CareBatchRow[]> {
  const { id: one = null, unionId = null, month = '', before = null, limit } = of;
  return sql<CareBatchRow>`
    select b.batch_id as "batchId", b.union_id as "unionId", coalesce(u.name, '') as "unionName",
      b.care_kind as "careKind", b.month, b.grade, b.document_no as "documentNo", b.ordered_by as "orderedBy",
      b.state, b.made_by as "madeBy", b.approved_by as "approvedBy", l.total::float8 as "totalFen",
      l.lines as "lineCount", coalesce(b.payout_id::text, '') as "payoutId",
      coalesce(case when y.state = 'REQUESTED' and p.open = 0
        then case p.failed when 0 then 'PAID' else 'FAILED' end else y.state end, '') as "payoutState",
      b.version
    from care_batch as b left join known_union as u using (union_id)
    left join payout as y on y.payout_id = b.payout_id
    cross join lateral (
      select coalesce(sum(amount_fen), 0) as total, count(*)::int as lines
      from care_line as c where c.batch_id = b.batch_id) as l
    cross join lateral (
      select count(*) filter (where o.state not in ('PAID', 'FAILED')) as open,
        count(*) filter (where o.state = 'FAILED') as failed
      from payout_line as o where o.payout_id = b.payout_id) as p
    where (${one}::uuid is null or b.batch_id = ${one}::uuid)
      and (${unionId}::uuid is null or b.union_id = ${unionId}::uuid)
      and (${month}::text = '' or b.month = ${month}::text)
      and (${before}::uuid is null or b.batch_id < ${before}::uuid)
    order by b.batch_id desc limit ${limit}`;
}

/** CARE_BATCH_UNKNOWN for one out of reach. */
export async function readBatch(sql: Sql, batchId: string): Promise<CareBatchRow> {
  const [row] = await findBatches(sql, { id: batchId, limit: 1 });
  if (!row) throw notFound('CARE_BATCH_UNKNOWN', { batchId });
  return row;
}

/** Locked until the transaction ends; of two who sign at once the second finds what the first has done. */
export async function lockBatch(
  sql: Sql,
  ask: { batchId: string; expectedVersion: number },
): Promise<CareBatchRow> {
  await sql`select from care_batch where batch_id = ${ask.batchId} for update`;
  const row = await readBatch(sql, ask.batchId);
  if (row.version !== ask.expectedVersion) throw stale('VERSION_MOVED', { version: row.version });
  return row;
}

export function batchView(row: CareBatchRow): CareBatch {
  return { ...row, totalFen: BigInt(row.totalFen), lines: [], leftOut: [] };
}

interface LineRow extends Omit<CareLine, 'personNameMasked' | 'lineFen' | 'capFen' | 'amountFen'> {
  nameSealed: Buffer;
  lineFen: number;
  capFen: number;
  amountFen: number;
}

export async function readWholeBatch(sql: Sql, vault: Vault, batchId: string): Promise<CareBatch> {
  const batch = batchView(await readBatch(sql, batchId));
  const lines = await sql<LineRow>`
    select c.seq, c.person_id as "personId", p.name_sealed as "nameSealed", c.grade, c.livelihood,
      c.line_fen::float8 as "lineFen", c.cap_fen::float8 as "capFen", c.amount_fen::float8 as "amountFen",
      coalesce(l.state, '') as state
    from care_line as c join person as p using (person_id) join care_batch as b using (batch_id)
    left join payout_line as l on l.payout_id = b.payout_id and l.record_id = c.person_id::text
    where c.batch_id = ${batchId} order by c.seq`;
  const leftOut = await sql<{ personId: string; nameSealed: Buffer; reasonCode: string }>`
    select p.person_id as "personId", p.name_sealed as "nameSealed", o.value ->> 'reasonCode' as "reasonCode"
    from care_batch as b cross join lateral jsonb_array_elements(b.left_out) as o
    join person as p on p.person_id = (o.value ->> 'personId')::uuid
    where b.batch_id = ${batchId} order by p.person_id`;
  return {
    ...batch,
    lines: lines.map(({ nameSealed, ...line }) => ({
      ...line,
      personNameMasked: shownName(vault, line.personId, nameSealed),
      lineFen: BigInt(line.lineFen),
      capFen: BigInt(line.capFen),
      amountFen: BigInt(line.amountFen),
    })),
    leftOut: leftOut.map(({ nameSealed, ...one }) => ({
      ...one,
      personNameMasked: shownName(vault, one.personId, nameSealed),
    })),
  };
}

/** Where the reason for special aid is sealed. */
export const hardshipPlace = (batchId: string, seq: number) =>
  `care.hardship.${batchId}.${String(seq)}`;
