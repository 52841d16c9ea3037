// A batch of check-ups: who was invited, how many came, what it cost. What a hospital finds in anybody stays with it and
// with him: no field of these records can hold it (check-up.test.ts).
import type { CheckUp, CheckUpUnit } from '@gonglian/contracts/gen/gonglian/welfare/v1/check_up.ts';
import { notFound, refused, stale } from '@gonglian/kernel/refusal.ts';
import { expectedVersion, id } from '@gonglian/service/fields.ts';
import type { Sql } from '../pipeline.ts';

export const CHECK_UP_KINDS = ['CHECK_UP', 'TWO_CANCER_SCREENING'] as const;
export const WORKER_GROUPS = [
  'ALL',
  'WOMEN',
  'NEW_FORM',
  'MODEL_WORKER',
  'FRONT_LINE',
  'MIGRANT',
] as const;

const UNITS_MAX = 2_000;

/** What each step of a check-up names. */
export const checkUpStep = { checkUpId: id, expectedVersion };

type Row = Omit<CheckUp, 'costFen' | 'units'> & { costFen: number };

/** The newest first. */
export async function findCheckUps(
  sql: Sql,
  of: {
    id?: string;
    unionId?: string | null;
    kind?: string | null;
    before?: string | null;
    limit: number;
  },
): Promise<CheckUp[]> {
  const { id: one = null, unionId = null, kind = null, before = null, limit } = of;
  const rows = await sql<Row>`
    select c.check_up_id as "checkUpId", c.union_id as "unionId", u.name as "unionName", c.kind as "checkUpKind",
      c.worker_group as "workerGroup", c.hospital_name as "hospitalName", c.starts_on::text as "startsOn",
      c.ends_on::text as "endsOn", c.capacity, coalesce(c.offer_id::text, '') as "offerId",
      coalesce(o.taken, 0) as taken, c.document_no as "documentNo", c.state,
      coalesce(c.closed_on::text, '') as "closedOn", t.invited, t.attended, c.cost_fen::float8 as "costFen",
      c.invoice_no as "invoiceNo", c.version
    from check_up as c join known_union as u using (union_id) left join place_offer as o using (offer_id), lateral (
      select coalesce(sum(invited), 0)::int as invited, coalesce(sum(attended), 0)::int as attended
      from check_up_unit where check_up_id = c.check_up_id) as t
    where (${one}::uuid is null or c.check_up_id = ${one}::uuid)
      and (${unionId}::uuid is null or c.union_id = ${unionId}::uuid)
      and (${kind}::text is null or c.kind = ${kind}::text)
      and (${before}::uuid is null or c.check_up_id < ${before}::uuid)
    order by c.check_up_id desc limit ${limit}`;
  return rows.map((row) => ({ ...row, costFen: BigInt(row.costFen), units: [] }));
}

/** With its units; CHECK_UP_UNKNOWN for one out of reach. */
export async function readCheckUp(sql: Sql, checkUpId: string): Promise<CheckUp> {
  const [row] = await findCheckUps(sql, { id: checkUpId, limit: 1 });
  if (!row) throw notFound('CHECK_UP_UNKNOWN', { checkUpId });
  const units = await sql<CheckUpUnit>`
    select c.union_id as "unionId", u.name as "unionName", c.invited, c.attended
    from check_up_unit as c join known_union as u using (union_id)
    where c.check_up_id = ${checkUpId} order by u.name limit ${UNITS_MAX}`;
  return { ...row, units };
}

/** Locked until the transaction ends; refused CHECK_UP_OVER, stale where it has gone on since it was looked at. */
export async function lockOpenCheckUp(
  sql: Sql,
  ask: { checkUpId: string; expectedVersion: number },
): Promise<CheckUp> {
  await sql`select from check_up where check_up_id = ${ask.checkUpId} for update`;
  const row = await readCheckUp(sql, ask.checkUpId);
  if (row.state !== 'OPEN') throw refused('CHECK_UP_OVER', { state: row.state });
  if (row.version !== ask.expectedVersion) throw stale('VERSION_MOVED', { version: row.version });
  return row;
}
