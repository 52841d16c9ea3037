// A venue as it is kept and as the API shows it: one physical site, counted as the kind it was built as.
import type {
  OpeningHours,
  Venue,
  VenueAttribute,
  VenueCheck,
  VenueRecognition,
  VenueSignboard,
  VenueStep,
} from '@gonglian/contracts/gen/gonglian/welfare/v1/venue.ts';
import type { CalendarDate } from '@gonglian/kernel/dates.ts';
import { notFound, refused, stale } from '@gonglian/kernel/refusal.ts';
import { expectedVersion, id } from '@gonglian/service/fields.ts';
import type { Sql, Tx } from '../pipeline.ts';
import type { VenueKind } from './venue-kinds.ts';
import { IN_USE, type VenueState } from './venue-steps.ts';

/** Checks, titles and steps of one venue. */
const ROWS_MAX = 500;

/** What each step of a venue names. */
export const venueStep = { venueId: id, expectedVersion };

type Parts = 'openingHours' | 'attributes' | 'signboards' | 'recognitions' | 'checks' | 'steps';
export interface VenueRow extends Omit<
  Venue,
  Parts | 'budgetFen' | 'visits' | 'state' | 'venueKind'
> {
  venueKind: VenueKind;
  state: VenueState;
  budgetFen: number;
  visits: number;
  hours: OpeningHours[];
  said: Record<string, string>;
}

/** The newest first. */
export function findVenues(
  sql: Sql,
  of: {
    id?: string;
    unionId?: string | null;
    kind?: string | null;
    state?: string | null;
    before?: string | null;
    limit: number;
  },
): Promise<VenueRow[]> {
  const { id: one = null, unionId = null, kind = null, state = null, before = null, limit } = of;
  return sql<VenueRow>`
    select v.venue_id as "venueId", v.union_id as "unionId", u.name as "unionName", v.kind as "venueKind",
      v.name as "venueName", v.level as "venueLevel", v.tier, v.build_mode as "buildMode",
      v.region_code as "regionCode", v.address, v.latitude_e6 as "latitudeE6", v.longitude_e6 as "longitudeE6",
      v.area_sqm as "areaSqm", v.hours, v.facilities, v.attributes as said, v.state, v.state_on::text as "stateOn",
      coalesce(v.opened_on::text, '') as "openedOn", v.budget_fen::float8 as "budgetFen",
      (select coalesce(sum(served), 0)::float8 from venue_tally as t
        where t.venue_id = v.venue_id and t.measure = 'VISITS') as visits, v.version
    from venue as v join known_union as u using (union_id)
    where (${one}::uuid is null or v.venue_id = ${one}::uuid)
      and (${unionId}::uuid is null or v.union_id = ${unionId}::uuid)
      and (${kind}::text is null or v.kind = ${kind}::text)
      and (${state}::text is null or v.state = ${state}::text)
      and (${before}::uuid is null or v.venue_id < ${before}::uuid)
    order by v.venue_id desc limit ${limit}`;
}

/** VENUE_UNKNOWN for one that is not known. */
export async function readVenue(sql: Sql, venueId: string): Promise<VenueRow> {
  const [row] = await findVenues(sql, { id: venueId, limit: 1 });
  if (!row) throw notFound('VENUE_UNKNOWN', { venueId });
  return row;
}

/** Refused VENUE_NOT_IN_USE where it is not open yet, or no more. */
export async function requireInUse(sql: Sql, venueId: string): Promise<VenueRow> {
  const row = await readVenue(sql, venueId);
  if (!IN_USE.includes(row.state)) throw refused('VENUE_NOT_IN_USE', { state: row.state });
  return row;
}

/** Locked until the transaction ends. Everybody sees a venue: whoever changes it has its union in reach. */
export async function holdVenue(
  tx: Pick<Tx, 'sql' | 'requireUnions'>,
  venueId: string,
): Promise<VenueRow> {
  const { unionId } = await readVenue(tx.sql, venueId);
  await tx.requireUnions([unionId]);
  await tx.sql`select from venue where venue_id = ${venueId} for update`;
  return readVenue(tx.sql, venueId);
}

/** Locked, and stale where it has gone on since it was looked at. */
export async function lockVenue(
  tx: Pick<Tx, 'sql' | 'requireUnions'>,
  ask: { venueId: string; expectedVersion: number },
): Promise<VenueRow> {
  const row = await holdVenue(tx, ask.venueId);
  if (row.version !== ask.expectedVersion) throw stale('VERSION_MOVED', { version: row.version });
  return row;
}

interface Step {
  state: VenueState;
  on: CalendarDate;
  note?: string;
  documentNo?: string;
}

/** Goes on to the next state, and keeps who did it, when and by what. The venue is locked. */
export async function takeVenueStep(
  { sql, actor }: Pick<Tx, 'sql' | 'actor'>,
  { venueId, unionId, version }: Pick<VenueRow, 'venueId' | 'unionId' | 'version'>,
  { state, on, note = '', documentNo = '' }: Step,
): Promise<void> {
  await sql`
    insert into venue_step (venue_id, no, union_id, state, step_on, note, document_no, acted_by)
    values (${venueId}, ${version}, ${unionId}, ${state}, ${on}, ${note}, ${documentNo}, ${actor.id})`;
  await sql`
    update venue set state = ${state}, state_on = ${on}, version = version + 1 where venue_id = ${venueId}`;
}

/** Without what only a single venue is shown with. */
export function venueView({ hours, said, ...row }: VenueRow): Venue {
  const attributes: VenueAttribute[] = Object.entries(said)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([attribute, attributeValue]) => ({ attribute, attributeValue }));
  return {
    ...row,
    budgetFen: BigInt(row.budgetFen),
    visits: BigInt(row.visits),
    openingHours: hours,
    attributes,
    signboards: [],
    recognitions: [],
    checks: [],
    steps: [],
  };
}

/** A venue with its signboards, titles, yearly checks and steps. */
export async function readWholeVenue(sql: Sql, venueId: string): Promise<Venue> {
  const row = await readVenue(sql, venueId);
  const signboards = await sql<VenueSignboard>`
    select kind as "signboardKind", name as "signboardName", hung_on::text as "hungOn",
      coalesce(removed_on::text, '') as "removedOn"
    from venue_signboard where venue_id = ${venueId} order by hung_on, kind limit ${ROWS_MAX}`;
  const recognitions = await sql<VenueRecognition>`
    select title, level as "honourLevel", recognised_on::text as "recognisedOn", document_no as "documentNo"
    from venue_recognition where venue_id = ${venueId} order by recognised_on limit ${ROWS_MAX}`;
  const checks = await sql<VenueCheck>`
    select year, checked_on::text as "checkedOn", haves, lacking, note
    from venue_check where venue_id = ${venueId} order by year desc limit ${ROWS_MAX}`;
  const steps = await sql<VenueStep>`
    select state, step_on::text as "stepOn", note, document_no as "documentNo", acted_by as "actedBy"
    from venue_step where venue_id = ${venueId} order by no limit ${ROWS_MAX}`;
  return { ...venueView(row), signboards, recognitions, checks, steps };
}
