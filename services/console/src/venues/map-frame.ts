// A map without pictures of the ground: the node may have no way to the internet. What it has is drawn true to scale.

export interface Spot {
  latitudeE6: number;
  longitudeE6: number;
}

/** What is seen: its centre, and how far it is from its left to its right. */
export interface Frame extends Spot {
  metresAcross: number;
}

export const VIEW = { width: 640, height: 440 } as const;

const EARTH_M = 6_371_000;
const METRES_A_DEGREE = (EARTH_M * Math.PI) / 180;
/** A single place is shown with what lies around it. */
const LEAST_M = 600;
const MARGIN = 1.25;
const E6 = 1_000_000;

const radians = (degreesE6: number): number => (degreesE6 / E6) * (Math.PI / 180);
/** Degrees of longitude are shorter the further north. */
const narrowing = (latitudeE6: number): number => Math.max(0.05, Math.cos(radians(latitudeE6)));

/** Around all of them. */
export function frameOf(spots: readonly Spot[]): Frame {
  const latitudes = spots.map(({ latitudeE6 }) => latitudeE6);
  const longitudes = spots.map(({ longitudeE6 }) => longitudeE6);
  const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)];
  const [west, east] = [Math.min(...longitudes), Math.max(...longitudes)];
  if (spots.length === 0) return { latitudeE6: 0, longitudeE6: 0, metresAcross: LEAST_M };
  const latitudeE6 = Math.round((south + north) / 2);
  const wide = ((east - west) / E6) * METRES_A_DEGREE * narrowing(latitudeE6);
  const high = ((north - south) / E6) * METRES_A_DEGREE;
  const metres = Math.max(wide, (high * VIEW.width) / VIEW.height) * MARGIN;
  return {
    latitudeE6,
    longitudeE6: Math.round((west + east) / 2),
    metresAcross: Math.max(LEAST_M, metres),
  };
}

interface Point {
  x: number;
  y: number;
}

/** Where a spot is drawn, from the upper left. */
export function pointOf(frame: Frame, { latitudeE6, longitudeE6 }: Spot): Point {
  const scale = VIEW.width / frame.metresAcross;
  const east =
    ((longitudeE6 - frame.longitudeE6) / E6) * METRES_A_DEGREE * narrowing(frame.latitudeE6);
  const north = ((latitudeE6 - frame.latitudeE6) / E6) * METRES_A_DEGREE;
  return { x: VIEW.width / 2 + east * scale, y: VIEW.height / 2 - north * scale };
}

/** What lies there on the ground. */
export function spotAt(frame: Frame, { x, y }: Point): Spot {
  const metres = frame.metresAcross / VIEW.width;
  const east = (x - VIEW.width / 2) * metres;
  const north = (VIEW.height / 2 - y) * metres;
  const across = METRES_A_DEGREE * narrowing(frame.latitudeE6);
  return {
    latitudeE6: Math.round(frame.latitudeE6 + (north / METRES_A_DEGREE) * E6),
    longitudeE6: Math.round(frame.longitudeE6 + (east / across) * E6),
  };
}

/** A round number of metres that is drawn at most a quarter as wide as the map, and how wide that is. */
export function scaleOf({ metresAcross }: Frame): { metres: number; width: number } {
  const most = metresAcross / 4;
  const ten = 10 ** Math.floor(Math.log10(most));
  const metres = [5, 2, 1].map((n) => n * ten).find((n) => n <= most) ?? ten;
  return { metres, width: (metres / metresAcross) * VIEW.width };
}

/** As the crow flies. */
export function metresBetween(one: Spot, other: Spot): number {
  const [from, to] = [radians(one.latitudeE6), radians(other.latitudeE6)];
  const across = radians(other.longitudeE6 - one.longitudeE6);
  const half =
    Math.sin((to - from) / 2) ** 2 + Math.cos(from) * Math.cos(to) * Math.sin(across / 2) ** 2;
  return Math.round(2 * EARTH_M * Math.asin(Math.sqrt(half)));
}
