import { codeOf } from '@gonglian/testing/people-scene.ts';
import { expect, test } from 'vitest';
import { welfarePolicy } from '../policy.ts';
import { lackingOf } from './venue-policy.ts';
import { distanceM, nearestM } from './distance.ts';
import { coverageOf } from './get-venue-coverage.ts';
import { decideAttributes } from './venue-fields.ts';
import { VENUE_KINDS, type VenueKind } from './venue-kinds.ts';
import {
  decideVenueStep,
  VENUE_STATES,
  type VenueState,
  type VenueStepName,
} from './venue-steps.ts';

/** What leads where: whatever is not here is refused. */
const LEADS: Record<VenueState, readonly VenueStepName[]> = {
  PROPOSED: ['APPROVED', 'REFUSED'],
  APPROVED: ['BUILDING', 'CLOSED'],
  REFUSED: [],
  BUILDING: ['ACCEPTED', 'CLOSED'],
  ACCEPTED: ['OPEN', 'CLOSED'],
  OPEN: ['SUSPENDED', 'RECTIFY', 'CLOSED'],
  SUSPENDED: ['OPEN', 'RECTIFY', 'CLOSED'],
  RECTIFY: ['OPEN', 'CLOSED'],
  CLOSED: [],
};
const steps = VENUE_STATES.slice(1) as VenueStepName[];
test.each(VENUE_STATES.flatMap((state) => steps.map((step) => [state, step] as const)))(
  'from %s to %s',
  (state, step) => {
    const expected = LEADS[state].includes(step) ? undefined : 'VENUE_STATE_WRONG';
    expect(codeOf(() => decideVenueStep(state, step))).toBe(expected);
  },
);

const said = (...pairs: [string, string][]) =>
  pairs.map(([attribute, attributeValue]) => ({ attribute, attributeValue }));
const ROOM = said(
  ['PRIVACY_LOCK', 'YES'],
  ['SINK', 'YES'],
  ['CHAIR', 'YES'],
  ['NURSING_TABLE', 'NO'],
);
test.each<[string | undefined, VenueKind, ReturnType<typeof said>]>([
  [undefined, 'NURSING_ROOM', ROOM],
  ['FIELD_INVALID', 'NURSING_ROOM', ROOM.slice(1)],
  ['FIELD_INVALID', 'NURSING_ROOM', [...ROOM, ...said(['SINK', 'NO'])]],
  ['FIELD_INVALID', 'NURSING_ROOM', [...ROOM, ...said(['BOOKS', '3'])]],
  ['FIELD_INVALID', 'OUTDOOR_STATION', said(['SMART', 'maybe'])],
  ['FIELD_INVALID', 'OUTDOOR_STATION', said(['constructor', 'YES'])],
  [undefined, 'OUTDOOR_STATION', said(['SMART', 'YES'])],
  ['FIELD_INVALID', 'BOOKHOUSE', said(['BOOKS', 'many'])],
  [undefined, 'BOOKHOUSE', said(['BOOKS', '1200'], ['LIBRARY_LINKED', 'YES'])],
])('%s: %s says %j', (code, kind, attributes) => {
  expect(codeOf(() => decideAttributes(kind, attributes))).toBe(code);
});

test('four haves are enough for a station before 2021, six from then on; other kinds have no checklist', () => {
  const four = ['SIGN', 'PLACE', 'FACILITIES', 'RULES'];
  const lacking = (on: string, kind: VenueKind) =>
    lackingOf(welfarePolicy('venue.haves', on)[kind], four);
  expect(lacking('2020-12-31', 'OUTDOOR_STATION')).toEqual([]);
  expect(lacking('2021-01-01', 'OUTDOOR_STATION')).toEqual(['STAFF', 'ON_MAP']);
  for (const kind of VENUE_KINDS.slice(1)) expect(lacking('2026-01-01', kind)).toEqual([]);
});

const GAOYOU = { latitudeE6: 32_785_000, longitudeE6: 119_445_000 };
test('a thousandth of a degree of latitude is 111 metres, of longitude less so far north', () => {
  expect(distanceM(GAOYOU, { ...GAOYOU, latitudeE6: 32_786_000 })).toBe(111);
  expect(distanceM(GAOYOU, { ...GAOYOU, longitudeE6: 119_446_000 })).toBe(93);
  expect(distanceM(GAOYOU, GAOYOU)).toBe(0);
  expect(nearestM(GAOYOU, [])).toBe(-1);
});

test('a point is covered within the circle and not a metre beyond', () => {
  const at = (pointId: string, north: number, workers: number) => ({
    pointId,
    pointName: pointId,
    workers,
    ...GAOYOU,
    latitudeE6: GAOYOU.latitudeE6 + north,
  });
  const points = [at('near', 1_000, 30), at('far', 20_000, 500), at('less far', 12_000, 40)];
  expect(coverageOf(points, [GAOYOU], 1_200)).toEqual({
    venues: 1,
    points: 3,
    pointsCovered: 1,
    workers: 570n,
    workersCovered: 30n,
    uncovered: [
      { pointId: 'far', pointName: 'far', workers: 500, distanceM: 2_224 },
      { pointId: 'less far', pointName: 'less far', workers: 40, distanceM: 1_334 },
    ],
  });
  expect(coverageOf(points.slice(0, 1), [], 1_200)).toMatchObject({
    pointsCovered: 0,
    uncovered: [{ distanceM: -1 }],
  });
});
