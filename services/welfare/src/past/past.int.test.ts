import { newId, nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { usccCheckChar } from '@gonglian/kernel/uscc.ts';
import { clerkOf, memberOf, openUnion, refusedWith } from '@gonglian/testing/people-scene.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectRecounted } from '../recount/expect-recounted.ts';
import {
  ACTIVITY_MOVEMENTS,
  CHECK_UP_MOVEMENTS,
  TOLD_OF_ACTIVITIES,
  TOLD_OF_CHECK_UPS,
  TOLD_OF_VENUES,
} from '../recount/told-services.ts';
import { startWelfare, type Service } from '../scene.ts';

let service: Service;
let root: string;
let works: string;
beforeAll(async () => {
  service = await startWelfare();
  root = nodeRootUnionId(service.node);
  await service.sql`
    insert into known_union (union_id, name, level, kind, region_code, established_on)
    values (${root}, '合成县总工会', 'COUNTY', 'FEDERATION', '329999', '2010-01-01')`;
  works = await openUnion(service);
});
afterAll(() => service.stop());

const checkUp = (over: object = {}) => ({
  unionId: root,
  checkUpKind: 'CHECK_UP',
  workerGroup: 'WOMEN',
  hospitalName: '合成县人民医院',
  heldFrom: '2020-03-02',
  heldTo: '2020-03-06',
  invited: 100,
  attended: 100,
  costFen: 3_000_000n,
  ...over,
});
const room = (n: number, over: object = {}) => ({
  unionId: works,
  venueKind: 'NURSING_ROOM',
  venueName: `合成母婴室 ${n}`,
  venueLevel: 'COUNTY',
  buildMode: 'SELF_BUILT',
  regionCode: '329999',
  address: `合成路 ${n} 号`,
  latitudeE6: 32_785_000 + n,
  longitudeE6: 119_445_000,
  areaSqm: 12,
  openedOn: '2020-09-01',
  endedOn: '',
  ...over,
});
const leaflets = (topic: string, materials: number) => ({
  unionId: root,
  activityKind: 'LEGAL_PUBLICITY',
  title: '法律宣传',
  place: '合成广场',
  heldFrom: '2020-12-04',
  heldTo: '2020-12-04',
  attendance: 0,
  costFen: 0n,
  materials,
  topic,
});
const rows = (over: object = {}) => ({
  checkUps: [checkUp()],
  venues: Array.from({ length: 8 }, (_, n) => room(n)),
  activities: [leaflets('labour_law', 10_000), leaflets('legal_rights_booklet', 4_500)],
  ...over,
});
const record = (over: object = {}, caller: object = {}) =>
  service.call('recordPastServices', rows(over), caller);

test('a county’s year: check-ups, nursing rooms that are open still, leaflets by topic, each with its facts', async () => {
  await expect(record({}, { duty: 'auditor' })).rejects.toThrow(
    expect.objectContaining({ kind: 'forbidden' }),
  );
  await expect(record({}, clerkOf(works))).rejects.toThrow(
    refusedWith('UNION_UNKNOWN', 'not_found'),
  );
  const key = newId();
  expect(await record({}, { key })).toEqual({ recorded: 11 });
  expect(await record({}, { key })).toEqual({ recorded: 11 });
  await expect(record({ venues: [] }, { key })).rejects.toThrow(
    refusedWith('IDEMPOTENCY_KEY_REUSED'),
  );
  const here = { venueKind: 'NURSING_ROOM', latitudeE6: 0, longitudeE6: 0, withinM: 0, limit: 0 };
  expect((await service.call('findVenues', here, memberOf(works))).items).toHaveLength(8);
  const facts = (await service.outbox()).map(({ fact }) => fact);
  expect(facts.filter((fact) => fact === 'venue.opened')).toHaveLength(8);
  await expectRecounted(service, TOLD_OF_CHECK_UPS, ...CHECK_UP_MOVEMENTS);
  await expectRecounted(service, TOLD_OF_VENUES, 'venue_opened');
});

test('what is not over so long takes its own steps; more than were invited came to nothing', async () => {
  const today = new Date().toISOString().slice(0, 10);
  const recent = { ...leaflets('labour_law', 1), heldFrom: today, heldTo: today };
  await expect(record({ activities: [recent] })).rejects.toThrow(refusedWith('PAST_TOO_RECENT'));
  const reversed = { ...leaflets('labour_law', 1), heldTo: '2020-12-03' };
  await expect(record({ activities: [reversed] })).rejects.toThrow(
    refusedWith('PAST_DATES_REVERSED'),
  );
  await expect(record({ checkUps: [checkUp({ attended: 101 })] })).rejects.toThrow(
    refusedWith('FIELD_INVALID', 'invalid'),
  );
  const screening = checkUp({ checkUpKind: 'TWO_CANCER_SCREENING', workerGroup: 'ALL' });
  await expect(record({ checkUps: [screening] })).rejects.toThrow(refusedWith('CHECK_UP_WOMEN'));
  await expect(record({ checkUps: [], venues: [], activities: [] })).rejects.toThrow(
    refusedWith('FIELD_INVALID', 'invalid'),
  );
  const closed = room(9, { endedOn: '2021-06-30' });
  await record({
    checkUps: [],
    venues: [closed],
    activities: [{ ...leaflets('labour_law', 1), attendance: 20 }],
  });
  await expectRecounted(service, TOLD_OF_ACTIVITIES, ...ACTIVITY_MOVEMENTS);
});

const uscc = (n: number) => {
  const first17 = `91329999MA${String(n).padStart(7, '0')}`;
  return first17 + usccCheckChar(first17);
};

test('an online fair of a hundred firms and five thousand posts (高邮 2020)', async () => {
  const vacancy = {
    vacancyTitle: '操作工',
    headcount: 50,
    wageFromFen: 400_000n,
    wageToFen: 600_000n,
    intents: 0,
  };
  const ask = {
    unionId: root,
    title: '春风行动网上招聘会',
    channel: 'ONLINE',
    campaign: 'SPRING_BREEZE',
    place: '网上招聘平台',
    heldFrom: '2020-02-20',
    heldTo: '2020-03-20',
    attendees: 0,
    employers: Array.from({ length: 100 }, (_, n) => ({
      employerUscc: uscc(n),
      employerName: `合成企业 ${n}`,
      vacancies: [vacancy],
    })),
  };
  const twice = { ...ask, employers: [...ask.employers, ask.employers[0] as never] };
  await expect(service.call('recordPastJobFair', twice)).rejects.toThrow(
    refusedWith('FIELD_INVALID', 'invalid'),
  );
  const fair = await service.call('recordPastJobFair', ask);
  expect(fair).toMatchObject({ state: 'HELD', employerCount: 100, wanted: 5_000 });
  const held = (await service.outbox()).filter(({ fact }) => fact === 'job-fair.held');
  expect(held).toMatchObject([{ data: { employers: 100, wanted: 5_000, heldOn: '2020-03-20' } }]);
});
