// UNDOING: whoever joined by the import and has not changed since is taken out of the register as if he had never been
// in it; who has a history besides stays, and is listed.
import { memberAnnulled } from '@gonglian/contracts/membership.ts';
import type { Tx } from '@gonglian/service/use-case.ts';
import { readCodes } from '../member/codes.ts';
import type { Own, Sql } from '../pipeline.ts';
import { insertResults } from './import-chunks.ts';
import { moveTo, type ImportJob } from './import-job.ts';
import { decideStep } from './import-state.ts';
import { workStep, type Work } from './job-transaction.ts';

export async function workOnUndoing(work: Work): Promise<void> {
  for (let more: boolean | undefined = true; more;) {
    more = await workStep(work, 'UNDOING', undoChunk);
  }
}

interface DoneChunk {
  no: number;
  rows: number;
  joinedRows: number[];
  joinedIds: string[];
  againRows: number[];
}

async function undoChunk(tx: Tx<Own>, job: ImportJob): Promise<boolean> {
  const { sql, now } = tx;
  const [chunk] = await sql<DoneChunk>`
    select no, rows, joined_rows as "joinedRows", joined_ids as "joinedIds",
      again_rows as "againRows"
    from import_chunk where import_id = ${job.id} and state = 'DONE' order by no limit 1`;
  if (chunk === undefined) {
    await moveTo(sql, job.id, decideStep(job.state, 'undone'), now);
    await sql`update import_job set rows_done = rows where id = ${job.id}`;
    return false;
  }
  const annulled = await annul(tx, job, chunk.joinedIds);
  const changed = chunk.joinedRows.filter((_, at) => !annulled.has(chunk.joinedIds[at] ?? ''));
  const stay = (code: string) => (row: number) =>
    ({ row, code, field: 'id_number', heldByUnionId: '' }) as const;
  const kept = [
    ...changed.map(stay('CHANGED_SINCE')),
    ...chunk.againRows.map(stay('JOINED_BEFORE')),
  ];
  await insertResults(sql, job.id, kept);
  await sql`
    update import_chunk set state = 'UNDONE' where import_id = ${job.id} and no = ${chunk.no}`;
  await sql`
    update import_job set rows_done = rows_done + ${chunk.rows},
      rows_joined = rows_joined - ${annulled.size + kept.length},
      rows_unchanged = rows_unchanged + ${kept.length}, attempts = 0, touched_at = ${now}
    where id = ${job.id}`;
  return true;
}

interface Annulled {
  memberId: string;
  memberNo: string;
  joinedOn: string;
  codesId: number;
}

/** Takes out those who are as they joined; answers their ids. */
async function annul(
  { sql, emit, now }: Tx<Own>,
  job: ImportJob,
  memberIds: readonly string[],
): Promise<Set<string>> {
  const found = await sql<Annulled>`
    select m.member_id as "memberId", m.member_no as "memberNo", m.joined_on::text as "joinedOn",
      m.codes_id as "codesId"
    from membership m
    where m.member_id = any(${memberIds}::uuid[]) and m.union_id = ${job.unionId}
      and m.state = 'ACTIVE' and m.version = 1
      and not exists (select from transfer t where t.member_id = m.member_id)
      and not exists (select from correction c where c.member_id = m.member_id)
    order by m.member_id for update of m`;
  if (found.length === 0) return new Set();
  const codes = await readCodes(
    sql,
    found.map(({ codesId }) => codesId),
  );
  await sql`
    insert into annulled_member (member_id, member_no, union_id, joined_on, import_id, at)
    select id, no, ${job.unionId}, joined, ${job.id}, ${now}
    from unnest(${found.map(({ memberId }) => memberId)}::uuid[],
      ${found.map(({ memberNo }) => memberNo)}::text[],
      ${found.map(({ joinedOn }) => joinedOn)}::date[]) as n(id, no, joined)`;
  const ids = found.map(({ memberId }) => memberId);
  await takeOut(sql, ids);
  for (const { memberId, joinedOn, codesId } of found) {
    const { unionId } = job;
    emit(memberAnnulled, { memberId, unionId, joinedOn, codes: codes.get(codesId), version: 2 });
  }
  return new Set(ids);
}

async function takeOut(sql: Sql, ids: readonly string[]): Promise<void> {
  await sql`delete from token_queue where member_id = any(${ids}::uuid[])`;
  await sql`delete from member_token where member_id = any(${ids}::uuid[])`;
  await sql`delete from spell where member_id = any(${ids}::uuid[])`;
  await sql`delete from membership where member_id = any(${ids}::uuid[])`;
  await sql`delete from person where id = any(${ids}::uuid[])`;
}
