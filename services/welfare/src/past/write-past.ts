// The rows of old lists, as if they had taken their steps here on the days that the lists have.
import {
  activityHeld,
  checkUpAttended,
  checkUpHeld,
  venueClosed,
  venueOpened,
} from '@gonglian/contracts/welfare.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { invalid } from '@gonglian/kernel/refusal.ts';
import type { Tx } from '../pipeline.ts';
import type { PastActivity, PastCheckUp, PastVenue } from './past-rows.ts';

const DOCUMENT_NO = '补录';

type Writing = Pick<Tx, 'sql' | 'emit'>;

export async function writePastCheckUps(
  { sql, emit }: Writing,
  rows: readonly PastCheckUp[],
): Promise<void> {
  if (rows.length === 0) return;
  if (rows.some(({ attended, invited }) => attended > invited))
    throw invalid('FIELD_INVALID', { field: 'attended', rule: 'too_large' });
  const ids = rows.map(() => newId());
  const of = (field: keyof PastCheckUp) => rows.map((row) => row[field]);
  await sql`
    insert into check_up (check_up_id, union_id, kind, worker_group, hospital_name, starts_on, ends_on, document_no,
      capacity, state, closed_on, cost_fen)
    select id, unit, kind, workers, hospital, since, until, ${DOCUMENT_NO}, invited, 'CLOSED', until, cost
    from unnest(${ids}::uuid[], ${of('unionId')}::uuid[], ${of('checkUpKind')}::text[], ${of('workerGroup')}::text[],
      ${of('hospitalName')}::text[], ${of('heldFrom')}::date[], ${of('heldTo')}::date[], ${of('invited')}::int[],
      ${of('costFen')}::bigint[]) as r(id, unit, kind, workers, hospital, since, until, invited, cost)`;
  await sql`
    insert into check_up_unit (check_up_id, union_id, holder_id, invited, attended)
    select id, unit, unit, invited, attended
    from unnest(${ids}::uuid[], ${of('unionId')}::uuid[], ${of('invited')}::int[], ${of('attended')}::int[])
      as r(id, unit, invited, attended)`;
  for (const [n, row] of rows.entries()) {
    const { unionId, checkUpKind, workerGroup, invited, attended } = row;
    const told = { checkUpId: ids[n] ?? '', unionId, checkUpKind, workerGroup, heldOn: row.heldTo };
    emit(checkUpHeld, { ...told, invited, attended, costFen: BigInt(row.costFen) });
    emit(checkUpAttended, { ...told, attended });
  }
}

export async function writePastVenues(
  { sql, emit, actor }: Writing & Pick<Tx, 'actor'>,
  rows: readonly PastVenue[],
): Promise<void> {
  if (rows.length === 0) return;
  const ids = rows.map(() => newId());
  const of = (field: keyof PastVenue) => rows.map((row) => row[field]);
  const ended = rows.map(({ endedOn }) => endedOn || null);
  await sql`
    insert into venue (venue_id, union_id, kind, name, level, build_mode, region_code, address, latitude_e6,
      longitude_e6, area_sqm, state, state_on, opened_on, version)
    select id, unit, kind, name, level, mode, region, address, latitude, longitude, area,
      case when ended is null then 'OPEN' else 'CLOSED' end, coalesce(ended, opened), opened, 1
    from unnest(${ids}::uuid[], ${of('unionId')}::uuid[], ${of('venueKind')}::text[], ${of('venueName')}::text[],
      ${of('venueLevel')}::text[], ${of('buildMode')}::text[], ${of('regionCode')}::text[], ${of('address')}::text[],
      ${of('latitudeE6')}::int[], ${of('longitudeE6')}::int[], ${of('areaSqm')}::int[], ${of('openedOn')}::date[],
      ${ended}::date[]) as r(id, unit, kind, name, level, mode, region, address, latitude, longitude, area, opened, ended)`;
  await sql`
    insert into venue_step (venue_id, no, union_id, state, step_on, note, document_no, acted_by)
    select id, 0, unit, case when ended is null then 'OPEN' else 'CLOSED' end, coalesce(ended, opened), '',
      ${DOCUMENT_NO}, ${actor.id}
    from unnest(${ids}::uuid[], ${of('unionId')}::uuid[], ${of('openedOn')}::date[], ${ended}::date[])
      as r(id, unit, opened, ended)`;
  for (const [n, row] of rows.entries()) {
    const { unionId, venueKind, venueLevel, buildMode, areaSqm, openedOn, endedOn } = row;
    const stands = { unionId, venueKind, venueLevel, buildMode, areaSqm };
    const told = { venueId: ids[n] ?? '', ...stands, tier: '', libraryLinked: false };
    emit(venueOpened, { ...told, openedOn });
    if (endedOn !== '') emit(venueClosed, { ...told, closedOn: endedOn });
  }
}

export async function writePastActivities(
  { sql, emit }: Writing,
  rows: readonly PastActivity[],
): Promise<void> {
  if (rows.length === 0) return;
  const ids = rows.map(() => newId());
  const of = (field: keyof PastActivity) => rows.map((row) => row[field]);
  await sql`
    insert into activity (activity_id, union_id, kind, title, place, starts_on, ends_on, state, held_on, attendance,
      cost_fen, materials, topic)
    select id, unit, kind, title, place, since, until, 'HELD', until, attendance, cost, materials, topic
    from unnest(${ids}::uuid[], ${of('unionId')}::uuid[], ${of('activityKind')}::text[], ${of('title')}::text[],
      ${of('place')}::text[], ${of('heldFrom')}::date[], ${of('heldTo')}::date[], ${of('attendance')}::int[],
      ${of('costFen')}::bigint[], ${of('materials')}::int[], ${of('topic')}::text[])
      as r(id, unit, kind, title, place, since, until, attendance, cost, materials, topic)`;
  for (const [n, row] of rows.entries()) {
    const { unionId, activityKind, attendance, materials, topic, heldTo: heldOn } = row;
    const told = { activityId: ids[n] ?? '', unionId, activityKind, venueKind: '' };
    const costFen = BigInt(row.costFen);
    emit(activityHeld, { ...told, attendance, costFen, materials, topic, heldOn });
  }
}
