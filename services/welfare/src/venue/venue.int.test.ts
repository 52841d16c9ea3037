import type { Venue } from '@gonglian/contracts/gen/gonglian/welfare/v1/venue.ts';
import { newId, nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { once } from '@gonglian/testing/keyed-scene.ts';
import {
  clerkOf,
  factsOf,
  memberOf,
  openUnion,
  refusedWith,
} from '@gonglian/testing/people-scene.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectRecounted } from '../recount/expect-recounted.ts';
import { TOLD_OF_VENUES, VENUE_MOVEMENTS } from '../recount/told-services.ts';
import { startWelfare, type Service } from '../scene.ts';

let service: Service;
let root: string;
let works: string;
let mill: string;
beforeAll(async () => {
  service = await startWelfare();
  root = nodeRootUnionId(service.node);
  await service.sql`
    insert into known_union (union_id, name, level, kind, region_code, established_on)
    values (${root}, '合成县总工会', 'COUNTY', 'FEDERATION', '329999', '2010-01-01')`;
  works = await openUnion(service);
  mill = await openUnion(service, '合成织造厂工会');
});
afterAll(() => service.stop());

const HOURS = [{ weekday: 1, opensAt: '08:00', closesAt: '20:00' }];
const FOUR = ['SIGN', 'PLACE', 'FACILITIES', 'RULES'];
const content = (over: object = {}) => ({
  venueName: '合成街户外劳动者驿站',
  tier: 'FUNCTIONAL',
  address: '合成街 8 号',
  latitudeE6: 32_785_000,
  longitudeE6: 119_445_000,
  areaSqm: 40,
  openingHours: HOURS,
  facilities: ['DRINKING_WATER', 'MICROWAVE'],
  attributes: [{ attribute: 'SMART', attributeValue: 'NO' }],
  ...over,
});
const proposal = (over: object = {}) => ({
  unionId: works,
  venueKind: 'OUTDOOR_STATION',
  venueLevel: 'COUNTY',
  buildMode: 'JOINT',
  regionCode: '329999',
  ...content(),
  proposedOn: '2020-03-02',
  ...over,
});
const seen = ({ venueId, version }: Venue) => ({ venueId, expectedVersion: version });
const step = (venue: Venue, to: string, stepOn: string, caller: object = clerkOf(works)) =>
  service.call('stepVenue', { ...seen(venue), step: to, stepOn, note: '' }, caller);
const decide = (
  venue: Venue,
  to: string,
  stepOn: string,
  over: object = {},
  caller: object = { id: 'clerk-2' },
) => {
  const said = { note: '', documentNo: '合工发〔2020〕5号', budgetFen: 500_000n, haves: FOUR };
  return service.call(
    'decideVenue',
    { ...seen(venue), step: to, stepOn, ...said, ...over },
    caller,
  );
};
async function opened(over: object = {}): Promise<Venue> {
  const proposed = await service.call('proposeVenue', proposal(over), clerkOf(works));
  const building = await step(
    await decide(proposed, 'APPROVED', '2020-03-10'),
    'BUILDING',
    '2020-03-20',
  );
  return step(await decide(building, 'ACCEPTED', '2020-05-20'), 'OPEN', '2020-06-01');
}
const near = (over: object = {}, caller: object = memberOf(mill)) =>
  service.call(
    'findVenues',
    {
      venueKind: '',
      latitudeE6: 32_785_000,
      longitudeE6: 119_445_000,
      withinM: 0,
      limit: 0,
      ...over,
    },
    caller,
  );

test('proposed, approved by another, accepted with what it must have, opened: it counts from that day', async () => {
  const proposed = await once<Venue>(service, {
    method: 'proposeVenue',
    ask: proposal(),
    changed: { areaSqm: 41 },
    caller: clerkOf(works),
    foreign: clerkOf(mill),
    unknown: 'UNION_UNKNOWN',
  });
  const { venueId } = proposed;
  await expect(decide(proposed, 'APPROVED', '2020-03-10', {}, clerkOf(works))).rejects.toThrow(
    expect.objectContaining({ kind: 'forbidden' }),
  );
  await expect(decide(proposed, 'APPROVED', '2020-03-10', {}, {})).rejects.toThrow(
    refusedWith('VENUE_SAME_PERSON'),
  );
  await expect(decide({ ...proposed, version: 9 }, 'APPROVED', '2020-03-10')).rejects.toThrow(
    refusedWith('VERSION_MOVED', 'stale'),
  );
  // A step that is skipped is refused, whoever asks.
  await expect(step(proposed, 'OPEN', '2020-03-10')).rejects.toThrow(
    refusedWith('VENUE_STATE_WRONG'),
  );
  const building = await step(
    await decide(proposed, 'APPROVED', '2020-03-10'),
    'BUILDING',
    '2020-03-20',
  );
  await expect(
    decide(building, 'ACCEPTED', '2020-05-20', { haves: FOUR.slice(1) }),
  ).rejects.toThrow(
    expect.objectContaining({ code: 'VENUE_LACKING', details: { lacking: 'SIGN' } }),
  );
  // From 2021 on six are asked for.
  await expect(decide(building, 'ACCEPTED', '2021-05-20')).rejects.toThrow(
    refusedWith('VENUE_LACKING'),
  );
  const accepted = await decide(building, 'ACCEPTED', '2020-05-20');
  await expect(step(accepted, 'OPEN', '2020-06-01', clerkOf(mill))).rejects.toThrow(
    refusedWith('UNION_UNKNOWN', 'not_found'),
  );
  const open = await step(accepted, 'OPEN', '2020-06-01');
  expect(open).toMatchObject({ state: 'OPEN', openedOn: '2020-06-01', budgetFen: 500_000n });
  expect(await factsOf(service, 'venue.opened', venueId)).toEqual([
    {
      venueId,
      unionId: works,
      venueKind: 'OUTDOOR_STATION',
      venueLevel: 'COUNTY',
      buildMode: 'JOINT',
      tier: 'FUNCTIONAL',
      areaSqm: 40,
      openedOn: '2020-06-01',
    },
  ]);
});

test('one site with several signboards is found as each of them, and counts once', async () => {
  const before = (await service.outbox()).filter(({ fact }) => fact === 'venue.opened').length;
  const { venueId } = await opened({ venueName: '合成银行驿站', latitudeE6: 32_786_000 });
  const hang = {
    venueId,
    signboardKind: 'NURSING_ROOM',
    signboardName: '爱心母婴室',
    hungOn: '2020-07-01',
  };
  await service.call('hangVenueSignboard', hang, clerkOf(works));
  await expect(service.call('hangVenueSignboard', hang, clerkOf(works))).rejects.toThrow(
    refusedWith('VENUE_SIGNBOARD_TWICE'),
  );
  const own = { ...hang, signboardKind: 'OUTDOOR_STATION' };
  await expect(service.call('hangVenueSignboard', own, clerkOf(works))).rejects.toThrow(
    refusedWith('VENUE_SIGNBOARD_TWICE'),
  );
  const rooms = await near({ venueKind: 'NURSING_ROOM' });
  expect(rooms.items).toMatchObject([
    { venueId, venueKind: 'OUTDOOR_STATION', distanceM: 111, signboardKinds: ['NURSING_ROOM'] },
  ]);
  expect((await service.outbox()).filter(({ fact }) => fact === 'venue.opened')).toHaveLength(
    before + 1,
  );
  const down = { venueId, signboardKind: 'NURSING_ROOM', removedOn: '2020-08-01' };
  await service.call('removeVenueSignboard', down, clerkOf(works));
  await expect(service.call('removeVenueSignboard', down, clerkOf(works))).rejects.toThrow(
    refusedWith('VENUE_SIGNBOARD_UNKNOWN', 'not_found'),
  );
  expect((await near({ venueKind: 'NURSING_ROOM' })).items).toEqual([]);
});

test('the map is for every member: what is near and open, and of no person', async () => {
  const all = await near();
  expect(all.items.length).toBeGreaterThan(1);
  expect(all.items.map(({ distanceM }) => distanceM)).toEqual(
    all.items.map(({ distanceM }) => distanceM).toSorted((a, b) => a - b),
  );
  expect(Object.keys(all.items[0] ?? {}).toSorted()).toEqual([
    'address',
    'distanceM',
    'facilities',
    'latitudeE6',
    'longitudeE6',
    'openingHours',
    'signboardKinds',
    'state',
    'venueId',
    'venueKind',
    'venueName',
  ]);
  expect((await near({ withinM: 50 })).items).toHaveLength(1);
  const { venueId = '' } = all.items[0] ?? {};
  await expect(service.call('getVenue', { venueId }, memberOf(works))).rejects.toThrow(
    expect.objectContaining({ kind: 'forbidden' }),
  );
  await expect(service.call('getVenue', { venueId }, clerkOf(mill))).rejects.toThrow(
    refusedWith('UNION_UNKNOWN', 'not_found'),
  );
  const mine = { unionId: '', venueKind: '', state: '', cursor: '', limit: 0 };
  expect((await service.call('listVenues', mine, clerkOf(mill))).items).toEqual([]);
  expect((await service.call('listVenues', mine, clerkOf(works))).items.length).toBeGreaterThan(1);
});

test('how many it served, its yearly check, its titles; what is lacking is put right, and then it is closed', async () => {
  const venue = await opened({ venueName: '合成桥驿站' });
  const { venueId } = venue;
  const tally = { venueId, measure: 'VISITS', talliedOn: '2020-06-05', count: 86 };
  expect(await service.call('tallyVenue', tally, clerkOf(works))).toMatchObject({ visits: 86n });
  await expect(service.call('tallyVenue', tally, clerkOf(works))).rejects.toThrow(
    refusedWith('VENUE_TALLIED'),
  );
  await expect(
    service.call('tallyVenue', { ...tally, talliedOn: '2020-05-31' }, clerkOf(works)),
  ).rejects.toThrow(refusedWith('STEP_DATE_EARLIER'));
  const title = {
    venueId,
    title: '最美工会户外劳动者服务站点',
    honourLevel: 'PROVINCE',
    recognisedOn: '2020-11-01',
    documentNo: '发2号',
  };
  await service.call('recogniseVenue', title);
  await expect(service.call('recogniseVenue', title)).rejects.toThrow(
    refusedWith('VENUE_TITLE_HELD'),
  );
  const check = { venueId, year: 2021, checkedOn: '2021-03-01', haves: FOUR, note: '' };
  const checked = await service.call('checkVenue', check);
  expect(checked).toMatchObject({ state: 'RECTIFY', checks: [{ lacking: ['STAFF', 'ON_MAP'] }] });
  await expect(service.call('checkVenue', check)).rejects.toThrow(refusedWith('VENUE_CHECKED'));
  const right = await step(checked, 'OPEN', '2021-04-01');
  const amended = await service.call(
    'amendVenue',
    { ...seen(right), ...content({ tier: 'FLAGSHIP', areaSqm: 60 }) },
    clerkOf(works),
  );
  expect(amended).toMatchObject({ tier: 'FLAGSHIP', areaSqm: 60 });
  expect(await factsOf(service, 'venue.changed', venueId)).toMatchObject([
    { tierBefore: 'FUNCTIONAL', tier: 'FLAGSHIP', areaSqmBefore: 40, areaSqm: 60 },
  ]);
  const closed = await decide(amended, 'CLOSED', '2022-01-10');
  expect(closed.state).toBe('CLOSED');
  expect(await factsOf(service, 'venue.closed', venueId)).toMatchObject([
    { areaSqm: 60, closedOn: '2022-01-10' },
  ]);
  await expect(
    service.call('amendVenue', { ...seen(closed), ...content() }, clerkOf(works)),
  ).rejects.toThrow(refusedWith('VENUE_CLOSED'));
});

test('where workers gather and have nothing near', async () => {
  const point = { latitudeE6: 32_786_000, longitudeE6: 119_445_000 };
  const set = (pointName: string, workers: number, over: object = {}) =>
    service.call(
      'setGatheringPoint',
      { unionId: works, pointName, workers, ...point, ...over },
      clerkOf(works),
    );
  await set('快递园', 300);
  await set('工业园', 900, { latitudeE6: 32_900_000 });
  await set('工业园', 800, { latitudeE6: 32_900_000 });
  const coverage = await service.call(
    'getVenueCoverage',
    { unionId: works, venueKind: 'OUTDOOR_STATION' },
    { key: newId() },
  );
  expect(coverage).toMatchObject({
    circleMinutes: 15,
    withinM: 1_200,
    points: 2,
    pointsCovered: 1,
    workers: 1_100n,
    workersCovered: 300n,
    uncovered: [{ pointName: '工业园', workers: 800 }],
  });
});

test('all of it is recounted from the records as its facts have told it', async () => {
  await expectRecounted(service, TOLD_OF_VENUES, ...VENUE_MOVEMENTS);
});
