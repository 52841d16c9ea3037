import type {
  GatheringPoint,
  VenueCoverage,
} from '@gonglian/contracts/gen/gonglian/welfare/v1/venue.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { welfarePolicy } from '../policy.ts';
import { nearestM, type Point } from './distance.ts';
import { VENUE_KINDS } from './venue-kinds.ts';
import { IN_USE } from './venue-steps.ts';

const VENUES_MAX = 5_000;
const POINTS_MAX = 2_000;
const UNCOVERED_MAX = 200;

type Gathering = Pick<GatheringPoint, 'pointId' | 'pointName' | 'workers'> & Point;

/** Of the points in reach, by distance to the nearest venue of the whole node. */
export function coverageOf(
  points: readonly Gathering[],
  venues: readonly Point[],
  withinM: number,
): Omit<VenueCoverage, 'circleMinutes' | 'withinM'> {
  const measured = points.map((point) => ({ ...point, distanceM: nearestM(point, venues) }));
  const isCovered = ({ distanceM }: { distanceM: number }) =>
    distanceM !== -1 && distanceM <= withinM;
  const covered = measured.filter(isCovered);
  const sum = (of: readonly Gathering[]) =>
    BigInt(of.reduce((all, { workers }) => all + workers, 0));
  return {
    venues: venues.length,
    points: points.length,
    pointsCovered: covered.length,
    workers: sum(points),
    workersCovered: sum(covered),
    uncovered: measured
      .filter((point) => !isCovered(point))
      .toSorted((one, other) => other.workers - one.workers)
      .slice(0, UNCOVERED_MAX)
      .map(({ pointId, pointName, workers, distanceM }) => ({
        pointId,
        pointName,
        workers,
        distanceM,
      })),
  };
}

export const getVenueCoverage = query({
  schema: z.strictObject({
    unionId: optionalId,
    venueKind: z.string().pipe(z.enum(['', ...VENUE_KINDS], 'unknown_code')),
  }),
  permission: 'welfare.venue.read',
  unions: ({ unionId }) => [unionId],
  async run({ sql, now }, { unionId, venueKind }): Promise<VenueCoverage> {
    const { minutes, metresAMinute } = welfarePolicy('venue.circle', chinaDate(now));
    const withinM = minutes * metresAMinute;
    const points = await sql<Gathering>`
      select point_id as "pointId", name as "pointName", workers, latitude_e6 as "latitudeE6",
        longitude_e6 as "longitudeE6"
      from gathering_point
      where workers > 0 and (${unionId || null}::uuid is null or union_id = ${unionId || null}::uuid
        or exists (select from scope_below as b where b.above_id = ${unionId || null}::uuid and b.union_id = gathering_point.union_id))
      order by point_id limit ${POINTS_MAX}`;
    const venues = await sql<Point>`
      select v.latitude_e6 as "latitudeE6", v.longitude_e6 as "longitudeE6" from venue as v
      where v.state = any(${[...IN_USE]}::text[]) and (${venueKind || null}::text is null or v.kind = ${venueKind}
        or exists (select from venue_signboard as s
          where s.venue_id = v.venue_id and s.kind = ${venueKind} and s.removed_on is null))
      order by v.venue_id limit ${VENUES_MAX}`;
    return { circleMinutes: minutes, withinM, ...coverageOf(points, venues, withinM) };
  },
});
