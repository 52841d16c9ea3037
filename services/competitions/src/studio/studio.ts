// An innovation studio as it is kept and as the API shows it.
import type { Studio } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import type { CalendarDate } from '@gonglian/kernel/dates.ts';
import { notFound, stale } from '@gonglian/kernel/refusal.ts';
import type { Vault } from '@gonglian/kernel/vault.ts';
import { expectedVersion, id } from '@gonglian/service/fields.ts';
import { shownName } from '@gonglian/service/person.ts';
import type { Sql, Tx } from '../pipeline.ts';
import type { StudioLevel, StudioState } from './studio-steps.ts';

export interface StudioRow {
  studioId: string;
  unionId: string;
  unionName: string;
  studioName: string;
  leaderId: string;
  leaderSealed: Buffer;
  leaderHonour: string;
  honourDocumentNo: string;
  honourSha256: string;
  room: string;
  budgetFen: number;
  memberCount: number;
  state: StudioState;
  /** The day of its last step. */
  stateOn: CalendarDate;
  /** The highest at which it is named; empty before. */
  level: StudioLevel | '';
  namedOn: CalendarDate;
  /** From which the time to the next review counts. */
  reviewFrom: CalendarDate;
  version: number;
}

/** What each step of a studio names. */
export const studioStep = { studioId: id, expectedVersion };

/** The newest first. */
export function findStudios(
  sql: Sql,
  of: {
    id?: string;
    unionId?: string | null;
    states?: readonly string[] | null;
    level?: string | null;
    before?: string | null;
    limit: number;
  },
): Promise<StudioRow[]> {
  const { id: one = null, unionId = null, states = null, level = null, before = null, limit } = of;
  return sql<StudioRow>`
    select s.id as "studioId", s.union_id as "unionId", u.name as "unionName",
      s.name as "studioName", s.leader_id as "leaderId", p.name_sealed as "leaderSealed",
      s.leader_honour as "leaderHonour", s.honour_document_no as "honourDocumentNo",
      s.honour_sha256 as "honourSha256", s.room, s.budget_fen::float8 as "budgetFen",
      (select count(*)::int from studio_member where studio_id = s.id) as "memberCount",
      s.state, s.state_on::text as "stateOn", s.level, coalesce(s.named_on::text, '') as "namedOn",
      coalesce(s.review_from::text, '') as "reviewFrom", s.version
    from studio as s join known_union as u using (union_id)
    join person as p on p.person_id = s.leader_id
    where (${one}::uuid is null or s.id = ${one}::uuid)
      and (${unionId}::uuid is null or s.union_id = ${unionId}::uuid)
      and (${states}::text[] is null or s.state = any(${states}::text[]))
      and (${level}::text is null or s.level = ${level}::text)
      and (${before}::uuid is null or s.id < ${before}::uuid)
    order by s.id desc limit ${limit}`;
}

/** STUDIO_UNKNOWN for one out of reach. */
export async function readStudio(sql: Sql, studioId: string): Promise<StudioRow> {
  const [row] = await findStudios(sql, { id: studioId, limit: 1 });
  if (!row) throw notFound('STUDIO_UNKNOWN', { studioId });
  return row;
}

/** Locked until the transaction ends; stale where it has gone on since it was looked at. */
export async function lockStudio(
  sql: Sql,
  ask: { studioId: string; expectedVersion: number },
): Promise<StudioRow> {
  await sql`select from studio where id = ${ask.studioId} for update`;
  const row = await readStudio(sql, ask.studioId);
  if (row.version !== ask.expectedVersion) throw stale('VERSION_MOVED', { version: row.version });
  return row;
}

interface Step {
  state: StudioState;
  on: CalendarDate;
  note?: string;
  documentNo?: string;
  evidenceSha256?: readonly string[];
}

/** Goes on to the next state, and keeps who did it, when and by what. The studio is locked. */
export async function takeStudioStep(
  { sql, actor }: Pick<Tx, 'sql' | 'actor'>,
  { studioId, unionId, version }: Pick<StudioRow, 'studioId' | 'unionId' | 'version'>,
  { state, on, note = '', documentNo = '', evidenceSha256 = [] }: Step,
): Promise<void> {
  await sql`
    insert into studio_step (studio_id, no, union_id, state, step_on, note, document_no,
      evidence_sha256, acted_by)
    values (${studioId}, ${version}, ${unionId}, ${state}, ${on}, ${note}, ${documentNo},
      ${evidenceSha256}, ${actor.id})`;
  await sql`
    update studio set state = ${state}, state_on = ${on}, version = version + 1
    where id = ${studioId}`;
}

/** Without what only a single studio is shown with. */
export function studioView({ leaderId, leaderSealed, ...row }: StudioRow, vault: Vault): Studio {
  return {
    ...row,
    personNameMasked: shownName(vault, leaderId, leaderSealed),
    budgetFen: BigInt(row.budgetFen),
    memberNamesMasked: [],
    namings: [],
    steps: [],
    reports: [],
    fundings: [],
  };
}
