// Something that workers come to. Of who came there is a number; of what was said nothing.
import type { Activity } from '@gonglian/contracts/gen/gonglian/welfare/v1/activity.ts';
import { notFound, refused, stale } from '@gonglian/kernel/refusal.ts';
import { expectedVersion, id } from '@gonglian/service/fields.ts';
import type { Sql } from '../pipeline.ts';

export const ACTIVITY_KINDS = [
  'CULTURE',
  'SPORT',
  'READING',
  'LECTURE',
  'PSYCHOLOGY',
  'MATCHMAKING',
  'GROUP_WEDDING',
  'CHILDCARE',
  'LEGAL_PUBLICITY',
  'PUBLICITY',
  'OUTREACH',
  'OTHER',
] as const;
export const ACTIVITY_STATES = ['PLANNED', 'HELD', 'CANCELLED'] as const;

/** What each step of an activity names. */
export const activityStep = { activityId: id, expectedVersion };

export interface ActivityRow extends Activity {
  venueKind: string;
}

/** The newest first. */
export async function findActivities(
  sql: Sql,
  of: {
    id?: string;
    unionId?: string | null;
    kind?: string | null;
    state?: string | null;
    before?: string | null;
    limit: number;
  },
): Promise<ActivityRow[]> {
  const { id: one = null, unionId = null, kind = null, state = null, before = null, limit } = of;
  const rows = await sql<Omit<ActivityRow, 'costFen'> & { costFen: number }>`
    select a.activity_id as "activityId", a.union_id as "unionId", u.name as "unionName", a.kind as "activityKind",
      a.title, coalesce(a.venue_id::text, '') as "venueId", coalesce(v.kind, '') as "venueKind", a.place,
      a.starts_on::text as "startsOn", a.ends_on::text as "endsOn", coalesce(a.offer_id::text, '') as "offerId",
      coalesce(o.places, 0) as places, coalesce(o.taken, 0) as taken, a.state,
      coalesce(a.held_on::text, '') as "heldOn", a.attendance, a.cost_fen::float8 as "costFen", a.materials, a.topic,
      a.version
    from activity as a join known_union as u using (union_id) left join place_offer as o using (offer_id)
    left join venue as v using (venue_id)
    where (${one}::uuid is null or a.activity_id = ${one}::uuid)
      and (${unionId}::uuid is null or a.union_id = ${unionId}::uuid)
      and (${kind}::text is null or a.kind = ${kind}::text)
      and (${state}::text is null or a.state = ${state}::text)
      and (${before}::uuid is null or a.activity_id < ${before}::uuid)
    order by a.activity_id desc limit ${limit}`;
  return rows.map((row) => ({ ...row, costFen: BigInt(row.costFen) }));
}

/** ACTIVITY_UNKNOWN for one out of reach. */
export async function readActivity(sql: Sql, activityId: string): Promise<ActivityRow> {
  const [row] = await findActivities(sql, { id: activityId, limit: 1 });
  if (!row) throw notFound('ACTIVITY_UNKNOWN', { activityId });
  return row;
}

export function activityView(row: ActivityRow): Activity {
  const shown: Activity & { venueKind?: string } = { ...row };
  delete shown.venueKind;
  return shown;
}

/** Locked until the transaction ends; refused ACTIVITY_OVER, stale where it has gone on since it was looked at. */
export async function lockPlanned(
  sql: Sql,
  ask: { activityId: string; expectedVersion: number },
): Promise<ActivityRow> {
  await sql`select from activity where activity_id = ${ask.activityId} for update`;
  const row = await readActivity(sql, ask.activityId);
  if (row.state !== 'PLANNED') throw refused('ACTIVITY_OVER', { state: row.state });
  if (row.version !== ask.expectedVersion) throw stale('VERSION_MOVED', { version: row.version });
  return row;
}
