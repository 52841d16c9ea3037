import type { Activity } from '@gonglian/contracts/gen/gonglian/welfare/v1/activity.ts';
import type { CheckUp } from '@gonglian/contracts/gen/gonglian/welfare/v1/check_up.ts';
import { newId, nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { isTransient, type Refusal } from '@gonglian/kernel/refusal.ts';
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
import {
  ACTIVITY_MOVEMENTS,
  CHECK_UP_MOVEMENTS,
  TOLD_OF_ACTIVITIES,
  TOLD_OF_CHECK_UPS,
} from '../recount/told-services.ts';
import { startWelfare, type Service } from '../scene.ts';

const ATTEMPTS_MAX = 20;
const CLIENTS = 1_000;

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

const activityAsk = (over: object = {}) => ({
  unionId: root,
  activityKind: 'SPORT',
  title: '职工健步走',
  venueId: '',
  place: '合成湖公园',
  startsOn: '2099-05-01',
  endsOn: '2099-05-01',
  places: 2,
  bookingClosesOn: '2099-04-30',
  ...over,
});
const plan = (over: object = {}): Promise<Activity> =>
  service.call('planActivity', activityAsk(over));
const book = ({ offerId }: { offerId: string }, caller: object, unionId = root) =>
  service.call('bookPlace', { unionId, offerId, nomineeId: '' }, caller);
const offers = async (caller: object, offerKind = '') =>
  (await service.call('listPlaceOffers', { offerKind, cursor: '', limit: 200 }, caller)).items;
const mine = async (caller: object) =>
  (await service.call('listMyPlaces', { limit: 0 }, caller)).items;

test('a member books once, gives it back, and another takes it; who signed up is forgotten when it was held', async () => {
  const activity = await plan();
  const [li, zhang, zhao] = [memberOf(works), memberOf(works), memberOf(mill)];
  await expect(book(activity, { duty: 'auditor' })).rejects.toThrow(
    expect.objectContaining({ kind: 'forbidden' }),
  );
  await expect(book(activity, clerkOf(works))).rejects.toThrow(refusedWith('PLACES_NOT_YOURS'));
  await expect(book({ offerId: newId() }, li)).rejects.toThrow(
    refusedWith('PLACES_UNKNOWN', 'not_found'),
  );
  // Under the name of another union it is not offered.
  await expect(book(activity, li, works)).rejects.toThrow(
    refusedWith('PLACES_UNKNOWN', 'not_found'),
  );
  const keyed = { ...li, key: newId() };
  const place = await book(activity, keyed);
  expect(await book(activity, keyed)).toEqual(place);
  const other = { unionId: root, offerId: newId(), nomineeId: '' };
  await expect(service.call('bookPlace', other, keyed)).rejects.toThrow(
    refusedWith('IDEMPOTENCY_KEY_REUSED'),
  );
  await expect(book(activity, li)).rejects.toThrow(refusedWith('PLACE_TWICE'));
  await book(activity, zhang);
  await expect(book(activity, zhao)).rejects.toThrow(refusedWith('PLACES_FULL'));
  const { bookingId } = place;
  await expect(service.call('cancelPlace', { bookingId }, zhao)).rejects.toThrow(
    refusedWith('PLACE_UNKNOWN', 'not_found'),
  );
  expect(await service.call('cancelPlace', { bookingId }, li)).toMatchObject({
    state: 'CANCELLED',
  });
  await expect(service.call('cancelPlace', { bookingId }, li)).rejects.toThrow(
    refusedWith('PLACE_CANCELLED'),
  );
  await book(activity, zhao);
  expect(await mine(li)).toMatchObject([{ bookingId, state: 'CANCELLED' }]);
  expect(await mine(zhao)).toMatchObject([{ state: 'BOOKED', title: '职工健步走' }]);
  expect((await offers(zhao)).map(({ taken }) => taken)).toContain(2);
  const held = {
    activityId: activity.activityId,
    expectedVersion: activity.version,
    heldOn: '2020-05-01',
  };
  const said = { attendance: 2, costFen: 0n, materials: 0, topic: '' };
  await expect(service.call('holdActivity', { ...held, ...said })).rejects.toThrow(
    refusedWith('STEP_DATE_EARLIER'),
  );
  const gone = { activityId: activity.activityId, expectedVersion: activity.version, reason: '雨' };
  await service.call('cancelActivity', gone);
  expect(await mine(zhao)).toEqual([]);
  await expect(book(activity, zhao)).rejects.toThrow(refusedWith('PLACES_CLOSED'));
});

test('an activity that was held is a number, and leaflets are counted by topic', async () => {
  const ask = activityAsk({
    activityKind: 'LEGAL_PUBLICITY',
    places: 0,
    bookingClosesOn: '',
    startsOn: '2020-05-04',
  });
  const planned = await once<Activity>(service, {
    method: 'planActivity',
    ask: { ...ask, endsOn: '2020-05-04' },
    changed: { title: '另一场' },
    foreign: clerkOf(works),
    unknown: 'UNION_UNKNOWN',
  });
  const { activityId } = planned;
  const hold = {
    activityId,
    expectedVersion: planned.version,
    heldOn: '2020-05-04',
    attendance: 320,
  };
  const given = { costFen: 120_000n, materials: 4_500, topic: 'legal_rights_booklet' };
  await expect(
    service.call('holdActivity', { ...hold, ...given, expectedVersion: 7 }),
  ).rejects.toThrow(refusedWith('VERSION_MOVED', 'stale'));
  expect(await service.call('holdActivity', { ...hold, ...given })).toMatchObject({
    state: 'HELD',
    attendance: 320,
  });
  await expect(service.call('holdActivity', { ...hold, ...given })).rejects.toThrow(
    refusedWith('ACTIVITY_OVER'),
  );
  expect(await factsOf(service, 'activity.held', activityId)).toEqual([
    {
      activityId,
      unionId: root,
      activityKind: 'LEGAL_PUBLICITY',
      attendance: 320,
      costFen: '120000',
      materials: 4_500,
      topic: 'legal_rights_booklet',
      heldOn: '2020-05-04',
    },
  ]);
  const ask2 = {
    unionId: '',
    activityKind: 'LEGAL_PUBLICITY',
    state: 'HELD',
    cursor: '',
    limit: 0,
  };
  expect((await service.call('listActivities', ask2, memberOf(mill))).items).toHaveLength(1);
});

test('a check-up: who is invited books, how many came is told of each unit, and nothing of anybody', async () => {
  const ask = {
    unionId: root,
    checkUpKind: 'TWO_CANCER_SCREENING',
    workerGroup: 'WOMEN',
    hospitalName: '合成县妇幼保健院',
    startsOn: '2020-09-01',
    endsOn: '2020-09-05',
    bookingClosesOn: '2020-08-31',
    capacity: 100,
    documentNo: '合工发〔2020〕20号',
    units: [{ unionId: works, invited: 60 }],
  };
  const open = await once<CheckUp>(service, {
    method: 'openCheckUp',
    ask,
    changed: { capacity: 99 },
    foreign: clerkOf(works),
    unknown: 'UNION_UNKNOWN',
  });
  await expect(book(open, memberOf(works))).rejects.toThrow(refusedWith('PLACES_CLOSED'));
  const later = await service.call('openCheckUp', {
    ...ask,
    startsOn: '2099-09-01',
    endsOn: '2099-09-05',
    bookingClosesOn: '2099-08-31',
  });
  await expect(book(later, memberOf(mill))).rejects.toThrow(refusedWith('PLACES_NOT_YOURS'));
  await book(later, memberOf(works));
  expect(
    await service.call('getCheckUp', { checkUpId: later.checkUpId }, clerkOf(works)),
  ).toMatchObject({ taken: 1 });
  await expect(
    service.call('getCheckUp', { checkUpId: later.checkUpId }, clerkOf(mill)),
  ).rejects.toThrow(refusedWith('CHECK_UP_UNKNOWN', 'not_found'));
  await service.call('cancelCheckUp', {
    checkUpId: later.checkUpId,
    expectedVersion: later.version,
    reason: '改期',
  });
  const { checkUpId, version: expectedVersion } = open;
  const closing = {
    checkUpId,
    expectedVersion,
    closedOn: '2020-09-06',
    costFen: 1_980_000n,
    invoiceNo: 'FP-9',
  };
  const close = (attended: number) =>
    service.call('closeCheckUp', { ...closing, units: [{ unionId: works, attended }] });
  await expect(close(61)).rejects.toThrow(refusedWith('CHECK_UP_ABOVE_INVITED'));
  expect(await close(55)).toMatchObject({ state: 'CLOSED', invited: 60, attended: 55 });
  const of = {
    checkUpId,
    checkUpKind: 'TWO_CANCER_SCREENING',
    workerGroup: 'WOMEN',
    heldOn: '2020-09-06',
  };
  expect(await factsOf(service, 'check-up.attended', checkUpId)).toEqual([
    { ...of, unionId: works, attended: 55 },
  ]);
});

/** Whoever is told that the service is busy comes again with the same key, as a caller does. */
async function persist(activity: Activity): Promise<string> {
  const caller = { ...memberOf(works), key: newId() };
  for (let attempt = 1; ; attempt += 1) {
    try {
      await book(activity, caller);
      return 'in';
    } catch (error) {
      const { kind, code } = error as Refusal;
      if (attempt === ATTEMPTS_MAX || !isTransient(kind)) return code;
    }
  }
}

test('1,000 callers for the last 10 places: exactly 10', async () => {
  const activity = await plan({ places: 10 });
  const calls = Array.from({ length: CLIENTS }, () => persist(activity));
  const told = Map.groupBy(await Promise.all(calls), (answer) => answer);
  expect(told.get('in')).toHaveLength(10);
  expect(told.get('PLACES_FULL')).toHaveLength(990);
  const [counted] = await service.sql`
    select taken, (select count(*)::int from place_booking as b where b.offer_id = o.offer_id) as bookings
    from place_offer as o where offer_id = ${activity.offerId}`;
  expect(counted).toEqual({ taken: 10, bookings: 10 });
}, 60_000);

test('all of it is recounted from the records as its facts have told it', async () => {
  await expectRecounted(service, TOLD_OF_ACTIVITIES, ...ACTIVITY_MOVEMENTS);
  await expectRecounted(service, TOLD_OF_CHECK_UPS, ...CHECK_UP_MOVEMENTS);
});
