// A unit in the safety cup of a year (安康杯, row 149): entered once, its activities tallied, evaluated at the end.
import type { SafetyCupEntry } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import type { CalendarDate } from '@gonglian/kernel/dates.ts';
import { notFound, refused, stale } from '@gonglian/kernel/refusal.ts';
import { expectedVersion, id } from '@gonglian/service/fields.ts';
import type { Sql } from '../pipeline.ts';

export const ACTIVITY_KINDS = ['TRAINING', 'INSPECTION', 'DRILL', 'CONTEST', 'CAMPAIGN'] as const;
export const SAFETY_CUP_RESULTS = ['WINNER', 'EXCELLENT', 'QUALIFIED', 'NOT_QUALIFIED'] as const;

/** Refused SAFETY_CUP_EVALUATED: its year is over; SAFETY_CUP_YEAR for a day of another year. */
export function decideActivity(
  { state, year }: { state: string; year: number },
  heldOn: CalendarDate,
): void {
  if (state !== 'ENTERED') throw refused('SAFETY_CUP_EVALUATED');
  if (Number(heldOn.slice(0, 4)) !== year) throw refused('SAFETY_CUP_YEAR', { year });
}

/** Refused SAFETY_CUP_EVALUATED the second time, SAFETY_CUP_IDLE where nothing was done. */
export function decideEvaluation({ state }: { state: string }, activities: number): void {
  if (state !== 'ENTERED') throw refused('SAFETY_CUP_EVALUATED');
  if (activities === 0) throw refused('SAFETY_CUP_IDLE');
}

/** What each step of an entry names. */
export const safetyCupStep = { safetyCupEntryId: id, expectedVersion };

type Row = Omit<SafetyCupEntry, 'tallies'>;

/** The newest first, with how often each kind of activity was held and how many took part. */
export async function findEntries(
  sql: Sql,
  of: {
    id?: string;
    unionId?: string | null;
    year?: number | null;
    before?: string | null;
    limit: number;
  },
): Promise<SafetyCupEntry[]> {
  const { id: one = null, unionId = null, year = null, before = null, limit } = of;
  const rows = await sql<Row>`
    select e.id as "safetyCupEntryId", e.union_id as "unionId", u.name as "unionName", e.year,
      e.worker_count as "workerCount", e.entered_on::text as "enteredOn", e.state, e.score,
      e.result as "cupResult", coalesce(e.evaluated_on::text, '') as "evaluatedOn", e.version
    from safety_cup_entry as e join known_union as u using (union_id)
    where (${one}::uuid is null or e.id = ${one}::uuid)
      and (${unionId}::uuid is null or e.union_id = ${unionId}::uuid)
      and (${year}::int is null or e.year = ${year}::int)
      and (${before}::uuid is null or e.id < ${before}::uuid)
    order by e.id desc limit ${limit}`;
  const tallies = await sql<{ entryId: string } & SafetyCupEntry['tallies'][number]>`
    select entry_id as "entryId", kind as "activityKind", count(*)::int as activities,
      sum(participants)::int as participants
    from safety_cup_activity
    where entry_id = any(${rows.map(({ safetyCupEntryId }) => safetyCupEntryId)}::uuid[])
    group by 1, 2 order by 1, 2`;
  const byEntry = Map.groupBy(tallies, ({ entryId }) => entryId);
  return rows.map((row) => ({
    ...row,
    tallies: (byEntry.get(row.safetyCupEntryId) ?? []).map((tally) => {
      const { activityKind, activities, participants } = tally;
      return { activityKind, activities, participants };
    }),
  }));
}

/** SAFETY_CUP_UNKNOWN for one out of reach. */
export async function readEntry(sql: Sql, safetyCupEntryId: string): Promise<SafetyCupEntry> {
  const [row] = await findEntries(sql, { id: safetyCupEntryId, limit: 1 });
  if (!row) throw notFound('SAFETY_CUP_UNKNOWN', { safetyCupEntryId });
  return row;
}

/** Locked until the transaction ends; stale where it has gone on since it was looked at. */
export async function lockEntry(
  sql: Sql,
  ask: { safetyCupEntryId: string; expectedVersion: number },
): Promise<SafetyCupEntry> {
  await sql`select from safety_cup_entry where id = ${ask.safetyCupEntryId} for update`;
  const row = await readEntry(sql, ask.safetyCupEntryId);
  if (row.version !== ask.expectedVersion) throw stale('VERSION_MOVED', { version: row.version });
  return row;
}
