// How far it is from one point to another on the earth, as the crow flies: of points of a county it is exact to a metre.

const EARTH_RADIUS_M = 6_371_008;
const PER_DEGREE = 1_000_000;

export interface Point {
  latitudeE6: number;
  longitudeE6: number;
}

const radians = (e6: number): number => (e6 / PER_DEGREE) * (Math.PI / 180);

/** In whole metres (haversine). */
export function distanceM(one: Point, other: Point): number {
  const [from, to] = [radians(one.latitudeE6), radians(other.latitudeE6)];
  const across = radians(other.longitudeE6 - one.longitudeE6);
  const half =
    Math.sin((to - from) / 2) ** 2 + Math.cos(from) * Math.cos(to) * Math.sin(across / 2) ** 2;
  return Math.round(2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(half))));
}

/** To the nearest of them; -1 where there is none. */
export function nearestM(from: Point, points: readonly Point[]): number {
  return points.reduce((nearest, point) => {
    const metres = distanceM(from, point);
    return nearest === -1 || metres < nearest ? metres : nearest;
  }, -1);
}
