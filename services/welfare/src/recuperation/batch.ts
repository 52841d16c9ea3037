// A batch as it is kept and as the API shows it.
import type {
  RecuperationBatch,
  RecuperationGroup,
  RecuperationQuota,
  RecuperationStep,
} from '@gonglian/contracts/gen/gonglian/welfare/v1/recuperation.ts';
import type { CalendarDate } from '@gonglian/kernel/dates.ts';
import { notFound, stale } from '@gonglian/kernel/refusal.ts';
import type { Vault } from '@gonglian/kernel/vault.ts';
import { expectedVersion, id } from '@gonglian/service/fields.ts';
import { shownName } from '@gonglian/service/person.ts';
import type { Sql, Tx } from '../pipeline.ts';
import type { BatchState } from './batch-steps.ts';

/** Nominees of one batch, and steps of it. */
const ROWS_MAX = 10_000;

/** What each step of a batch names. */
export const batchStep = { batchId: id, expectedVersion };

type Money = 'dailyFen' | 'welfareFen' | 'unionFen' | 'workerFen';
type Parts = 'quotas' | 'nominees' | 'groups' | 'steps';
export interface BatchRow extends Omit<RecuperationBatch, Money | Parts | 'state'> {
  state: BatchState;
  dailyFen: number;
  welfareFen: number;
  unionFen: number;
  workerFen: number;
}

/** The newest first. */
export function findBatches(
  sql: Sql,
  of: {
    id?: string;
    unionId?: string | null;
    state?: string | null;
    before?: string | null;
    limit: number;
  },
): Promise<BatchRow[]> {
  const { id: one = null, unionId = null, state = null, before = null, limit } = of;
  return sql<BatchRow>`
    select b.batch_id as "batchId", b.union_id as "unionId", u.name as "unionName", b.base_id as "baseId",
      coalesce(a.name, '') as "baseName", b.title, b.cross_province as "crossProvince",
      b.travels_from::text as "travelsFrom", b.travels_to::text as "travelsTo", b.days,
      b.daily_fen::float8 as "dailyFen", b.quota_document_no as "quotaDocumentNo", b.state,
      b.state_on::text as "stateOn", coalesce(b.notice_id::text, '') as "noticeId",
      b.insurance_no as "insuranceNo", b.agency_contract_no as "agencyContractNo", b.invoice_no as "invoiceNo",
      b.welfare_fen::float8 as "welfareFen", b.union_fen::float8 as "unionFen",
      b.worker_fen::float8 as "workerFen", b.satisfied, b.feedback, n.chosen, n.travelled, b.version
    from recuperation_batch as b join known_union as u using (union_id)
    left join recuperation_base as a using (base_id), lateral (
      select count(*) filter (where state in ('CHOSEN', 'APPROVED', 'TRAVELLED', 'ABSENT'))::int as chosen,
        count(*) filter (where state = 'TRAVELLED')::int as travelled
      from recuperation_nominee where batch_id = b.batch_id) as n
    where (${one}::uuid is null or b.batch_id = ${one}::uuid)
      and (${unionId}::uuid is null or b.union_id = ${unionId}::uuid)
      and (${state}::text is null or b.state = ${state}::text)
      and (${before}::uuid is null or b.batch_id < ${before}::uuid)
    order by b.batch_id desc limit ${limit}`;
}

/** RECUPERATION_BATCH_UNKNOWN for one out of reach. */
export async function readBatch(sql: Sql, batchId: string): Promise<BatchRow> {
  const [row] = await findBatches(sql, { id: batchId, limit: 1 });
  if (!row) throw notFound('RECUPERATION_BATCH_UNKNOWN', { batchId });
  return row;
}

/** Locked until the transaction ends. */
export async function holdBatch(sql: Sql, batchId: string): Promise<BatchRow> {
  await sql`select from recuperation_batch where batch_id = ${batchId} for update`;
  return readBatch(sql, batchId);
}

/** Locked, and stale where it has gone on since it was looked at. */
export async function lockBatch(
  sql: Sql,
  ask: { batchId: string; expectedVersion: number },
): Promise<BatchRow> {
  const row = await holdBatch(sql, ask.batchId);
  if (row.version !== ask.expectedVersion) throw stale('VERSION_MOVED', { version: row.version });
  return row;
}

interface Step {
  state: BatchState;
  on: CalendarDate;
  note?: string;
  documentNo?: string;
}

/** Goes on to the next state, and keeps who did it, when and by what. The batch is locked. */
export async function takeBatchStep(
  { sql, actor }: Pick<Tx, 'sql' | 'actor'>,
  { batchId, unionId, version }: Pick<BatchRow, 'batchId' | 'unionId' | 'version'>,
  { state, on, note = '', documentNo = '' }: Step,
): Promise<void> {
  await sql`
    insert into recuperation_step (batch_id, no, union_id, state, step_on, note, document_no, acted_by)
    values (${batchId}, ${version}, ${unionId}, ${state}, ${on}, ${note}, ${documentNo}, ${actor.id})`;
  await sql`
    update recuperation_batch set state = ${state}, state_on = ${on}, version = version + 1
    where batch_id = ${batchId}`;
}

/** Without what only a single batch is shown with. */
export function batchView(row: BatchRow): RecuperationBatch {
  return {
    ...row,
    dailyFen: BigInt(row.dailyFen),
    welfareFen: BigInt(row.welfareFen),
    unionFen: BigInt(row.unionFen),
    workerFen: BigInt(row.workerFen),
    quotas: [],
    nominees: [],
    groups: [],
    steps: [],
  };
}

/**
 * A batch with what each unit may send, whom it named by masked names, its groups and its steps. `ofUnion`: of quotas and
 * people only that unit's, where the transaction sees more than its caller.
 */
export async function readWholeBatch(
  sql: Sql,
  vault: Vault,
  batchId: string,
  ofUnion: string | null = null,
): Promise<RecuperationBatch> {
  const row = await readBatch(sql, batchId);
  const quotas = await sql<RecuperationQuota>`
    select q.union_id as "unionId", u.name as "unionName", q.places,
      (select count(*)::int from recuperation_nominee as n where n.batch_id = q.batch_id
        and n.union_id = q.union_id and n.state <> 'WITHDRAWN') as nominated
    from recuperation_quota as q join known_union as u using (union_id)
    where q.batch_id = ${batchId} and (${ofUnion}::uuid is null or q.union_id = ${ofUnion}::uuid)
    order by u.name limit ${ROWS_MAX}`;
  const groups = await sql<RecuperationGroup>`
    select g.group_id as "groupId", g.name as "groupName", g.travels_from::text as "travelsFrom",
      g.travels_to::text as "travelsTo", g.offer_id as "offerId", o.places, o.taken
    from recuperation_group as g join place_offer as o using (offer_id)
    where g.batch_id = ${batchId} order by g.travels_from, g.name limit ${ROWS_MAX}`;
  const steps = await sql<RecuperationStep>`
    select state, step_on::text as "stepOn", note, document_no as "documentNo", acted_by as "actedBy"
    from recuperation_step where batch_id = ${batchId} order by no limit ${ROWS_MAX}`;
  const nominees = await readNominees(sql, vault, batchId, ofUnion);
  return { ...batchView(row), quotas, nominees, groups, steps };
}

async function readNominees(
  sql: Sql,
  vault: Vault,
  batchId: string,
  ofUnion: string | null,
): Promise<RecuperationBatch['nominees']> {
  type Row = Omit<RecuperationBatch['nominees'][number], 'personNameMasked'> & {
    personId: string;
    nameSealed: Buffer;
  };
  const rows = await sql<Row>`
    select n.nominee_id as "nomineeId", n.union_id as "unionId", u.name as "unionName",
      n.person_id as "personId", p.name_sealed as "nameSealed", n.target_group as "targetGroup",
      n.state as "nomineeState", coalesce(g.name, '') as "groupName"
    from recuperation_nominee as n join known_union as u using (union_id) join person as p using (person_id)
    left join place_booking as k on k.who = n.nominee_id and k.subject_id = n.batch_id and k.state = 'BOOKED'
    left join recuperation_group as g on g.offer_id = k.offer_id
    where n.batch_id = ${batchId} and (${ofUnion}::uuid is null or n.union_id = ${ofUnion}::uuid)
    order by n.nominee_id limit ${ROWS_MAX}`;
  return rows.map(({ personId, nameSealed, ...row }) => ({
    ...row,
    personNameMasked: shownName(vault, personId, nameSealed),
  }));
}
