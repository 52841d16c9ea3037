// A household's file as it is kept and as the API shows it, and how each of its steps begins and is written down.
import type {
  HardshipFile,
  HardshipStep,
} from '@gonglian/contracts/gen/gonglian/welfare/v1/hardship.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { notFound, stale } from '@gonglian/kernel/refusal.ts';
import type { Vault } from '@gonglian/kernel/vault.ts';
import { date, expectedVersion, id, optionalText } from '@gonglian/service/fields.ts';
import { shownName } from '@gonglian/service/person.ts';
import { decideDay } from '@gonglian/service/record-fields.ts';
import type { Reading, Sql, Tx } from '../pipeline.ts';
import type { Category, FileLevel } from './hardship-policy.ts';
import { nextState, requireNotOwn, type FileState, type FileStep } from './steps.ts';

export interface FileRow extends Omit<HardshipFile, 'headNameMasked' | 'own' | 'steps'> {
  state: FileState;
  fileLevel: FileLevel | '';
  category: Category | 'NONE';
  headId: string;
  nameSealed: Buffer;
  memberId: string | null;
  causeGroup: string;
}

/** What each step names. */
export const fileStep = {
  fileId: id,
  expectedVersion,
  happenedOn: date,
  note: optionalText(1_000),
};
interface StepAsk {
  fileId: string;
  expectedVersion: number;
  happenedOn: string;
}

interface Find {
  id?: string | null;
  unionId?: string | null;
  memberId?: string | null;
  state?: string;
  fileLevel?: string;
  category?: string;
  /** On the register, and neither changed since that day … */
  unchangedBefore?: string | null;
  /** … nor ever paid relief. */
  neverHelped?: boolean;
  before?: string | null;
  limit: number;
}

/** The newest first. */
export function findFiles(sql: Sql, of: Find): Promise<FileRow[]> {
  const { id: one = null, unionId = null, memberId = null, before = null } = of;
  const { state = '', fileLevel = '', category = '', limit } = of;
  const { unchangedBefore = null, neverHelped = false } = of;
  return sql<FileRow>`
    select f.file_id as "fileId", f.union_id as "unionId", coalesce(u.name, '') as "unionName",
      f.head_id as "headId", p.name_sealed as "nameSealed", f.member_id as "memberId",
      f.worker_kind as "workerKind", f.family_size as "familySize", s.state, f.file_level as "fileLevel",
      f.category, f.cause_group as "causeGroup", coalesce(f.filed_on::text, '') as "filedOn",
      f.stood_on::text as "stoodOn", coalesce(f.verified_on::text, '') as "verifiedOn",
      coalesce(n.ends_on::text, '') as "publicityEndsOn", f.exclusions, f.exit_kind as "exitKind",
      f.close_reason as "closeReason", coalesce(f.follow_up_until::text, '') as "followUpUntil",
      coalesce(f.helped_on::text, '') as "helpedOn", f.version
    from hardship_file as f join person as p on p.person_id = f.head_id
    left join known_union as u using (union_id)
    left join lateral (
      select o.ends_on, exists (
        select from notice_objection as b where b.notice_id = o.notice_id and b.closed_on is null) as objected
      from notice as o
      where f.state = 'PUBLICITY_UNIT' and o.subject = 'HARDSHIP_FILE' and o.subject_id = f.file_id::text
        and o.state = 'SHOWN' limit 1) as n on true
    cross join lateral (
      select case when n.objected then 'OBJECTION' else f.state end as state) as s
    where (${one}::uuid is null or f.file_id = ${one}::uuid)
      and (${unionId}::uuid is null or f.union_id = ${unionId}::uuid)
      and (${memberId}::uuid is null or f.member_id = ${memberId}::uuid)
      and (${state}::text = '' or s.state = ${state}::text)
      and (${fileLevel}::text = '' or f.file_level = ${fileLevel}::text)
      and (${category}::text = '' or f.category = ${category}::text)
      and (${unchangedBefore}::date is null
        or f.state in ('FILED', 'IN_RELIEF') and f.changed_on < ${unchangedBefore}::date)
      and (not ${neverHelped}::boolean or f.state in ('FILED', 'IN_RELIEF') and f.helped_on is null)
      and (${before}::uuid is null or f.file_id < ${before}::uuid)
    order by f.file_id desc limit ${limit}`;
}

/** HARDSHIP_FILE_UNKNOWN for one out of reach. */
export async function readFile(sql: Sql, fileId: string): Promise<FileRow> {
  const [row] = await findFiles(sql, { id: fileId, limit: 1 });
  if (!row) throw notFound('HARDSHIP_FILE_UNKNOWN', { fileId });
  return row;
}

/** Locked until the transaction ends; stale where it has gone on since it was looked at. */
export async function lockFile(
  sql: Sql,
  ask: { fileId: string; expectedVersion: number },
): Promise<FileRow> {
  await sql`select from hardship_file where file_id = ${ask.fileId} for update`;
  const row = await readFile(sql, ask.fileId);
  if (row.version !== ask.expectedVersion) throw stale('VERSION_MOVED', { version: row.version });
  return row;
}

/** Locked: where it stands, and where the step leads. Nobody takes it of the household that he is of. */
export async function beginStep(
  { sql, actor, now }: Tx,
  step: FileStep,
  ask: StepAsk,
): Promise<{ file: FileRow; state: FileState }> {
  const file = await lockFile(sql, ask);
  const state = nextState(step, file.state);
  requireNotOwn(actor, file.memberId === null ? [] : [file.memberId]);
  decideDay(ask.happenedOn, file.stoodOn, chinaDate(now));
  return { file, state };
}

export interface TakenStep {
  step: FileStep;
  state: FileState;
  happenedOn: string;
  note?: string;
  visitorIds?: readonly string[];
  votes?: {
    presentCount: number;
    agreedCount: number;
    againstCount: number;
    abstainedCount: number;
  };
  documentNo?: string;
}
const NO_VOTES = { presentCount: 0, agreedCount: 0, againstCount: 0, abstainedCount: 0 };

/** One row a step, which stays; who is on no register any more is free for another file. */
export async function writeStep(
  { sql, own, actor }: Pick<Tx, 'sql' | 'own' | 'actor'>,
  { fileId, unionId }: { fileId: string; unionId: string },
  taken: TakenStep,
): Promise<void> {
  const { step, state, happenedOn, note = '', visitorIds = [], documentNo = '' } = taken;
  const votes = taken.votes ?? NO_VOTES;
  await sql`
    update hardship_file set state = ${state}, stood_on = ${happenedOn}, changed_on = ${happenedOn},
      version = version + 1
    where file_id = ${fileId}`;
  if (state === 'CLOSED' || state === 'REJECTED')
    await sql`
      update household_person set left_on = ${happenedOn} where file_id = ${fileId} and left_on is null`;
  const [written] = await sql<{ no: string }>`
    insert into hardship_step (file_id, union_id, step, state, happened_on, acted_by, visitor_ids,
      present_count, agreed_count, against_count, abstained_count, document_no)
    values (${fileId}, ${unionId}, ${step}, ${state}, ${happenedOn}, ${actor.id}, ${[...visitorIds]}::text[],
      ${votes.presentCount}, ${votes.agreedCount}, ${votes.againstCount}, ${votes.abstainedCount},
      ${documentNo})
    returning step_no as no`;
  if (note === '') return;
  const stepNo = written?.no ?? '';
  const sealed = own.vault.seal(note, notePlace(stepNo));
  await sql`update hardship_step set note_sealed = ${sealed} where step_no = ${stepNo}`;
}

/** Where a step's note is sealed. */
export const notePlace = (stepNo: string) => `hardship.note.${stepNo}`;

/**
 * Whoever has made, visited or reviewed it, or proposed its end, since it last began or stood; a return begins the
 * reviews anew. None of them reviews it further up.
 */
export async function readHands(sql: Sql, fileId: string): Promise<string[]> {
  const rows = await sql<{ who: string }>`
    with begun as (
      select coalesce(max(step_no) filter (
          where step in ('FILE', 'REOPEN', 'OPEN_VERIFICATION', 'STAND', 'STAND_IN_RELIEF')), 0) as anew,
        coalesce(max(step_no) filter (where step = 'RETURN'), 0) as returned
      from hardship_step where file_id = ${fileId}),
    taken as (
      select s.acted_by, s.visitor_ids from hardship_step as s, begun as b
      where s.file_id = ${fileId} and s.step_no > b.anew
        and (s.step in ('OPEN', 'DECLARE', 'SUBMIT', 'VISIT', 'PEER_REVIEW', 'PROPOSE_EXIT')
          or s.step in ('REVIEW_ABOVE', 'REVIEW_COUNTY') and s.step_no > b.returned))
    select acted_by as who from taken union select unnest(visitor_ids) from taken`;
  return rows.map(({ who }) => who);
}

export function fileView(
  vault: Vault,
  row: FileRow,
  actor: { member: string },
  steps: HardshipStep[] = [],
): HardshipFile {
  const { headId, nameSealed, memberId, causeGroup: _, ...shown } = row;
  return {
    ...shown,
    headNameMasked: shownName(vault, headId, nameSealed),
    own: memberId !== null && memberId === actor.member,
    steps,
  };
}

/** With its steps, after a change of this transaction or for who reads it alone. */
export async function viewNow(
  { sql, own, actor }: Pick<Reading, 'sql' | 'own' | 'actor'>,
  fileId: string,
): Promise<HardshipFile> {
  const row = await readFile(sql, fileId);
  const steps = await sql<HardshipStep>`
    select step, state, happened_on::text as "happenedOn", acted_by as "actedBy",
      visitor_ids as "visitorIds", present_count as "presentCount", agreed_count as "agreedCount",
      against_count as "againstCount", abstained_count as "abstainedCount", document_no as "documentNo",
      '' as note
    from hardship_step where file_id = ${fileId} order by step_no limit ${STEPS_SHOWN}`;
  return fileView(own.vault, row, actor, steps);
}
const STEPS_SHOWN = 500;
