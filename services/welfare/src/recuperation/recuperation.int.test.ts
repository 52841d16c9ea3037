import type { RecuperationBatch } from '@gonglian/contracts/gen/gonglian/welfare/v1/recuperation.ts';
import { newId, nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { once } from '@gonglian/testing/keyed-scene.ts';
import {
  clerkOf,
  factsOf,
  HASH,
  LI,
  memberOf,
  openUnion,
  refusedWith,
} from '@gonglian/testing/people-scene.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectRecounted } from '../recount/expect-recounted.ts';
import { RECUPERATION_MOVEMENTS, TOLD_OF_RECUPERATION } from '../recount/told-services.ts';
import { startWelfare, type Service } from '../scene.ts';
import { madeBaseOf, named, ZHANG, ZHAO, ZHOU } from './made-batch.ts';

let service: Service;
let root: string;
let works: string;
let mill: string;
let baseId: string;
beforeAll(async () => {
  service = await startWelfare();
  root = nodeRootUnionId(service.node);
  await service.sql`
    insert into known_union (union_id, name, level, kind, region_code, established_on)
    values (${root}, '合成县总工会', 'COUNTY', 'FEDERATION', '329999', '2010-01-01')`;
  works = await openUnion(service);
  mill = await openUnion(service, '合成织造厂工会');
  ({ baseId } = await accredit());
});
afterAll(() => service.stop());

const chair = { duty: 'chair', id: 'chair-1' } as const;
const baseAsk = () => madeBaseOf(root);
const accredit = (over: object = {}) =>
  service.call('accreditRecuperationBase', { ...baseAsk(), ...over });
const batchAsk = (over: object = {}) => ({
  unionId: root,
  baseId,
  title: '一线职工疗休养',
  crossProvince: true,
  travelsFrom: '2020-06-01',
  travelsTo: '2099-12-31',
  days: 5,
  dailyFen: 40_000n,
  quotaDocumentNo: '职代会〔2020〕1号',
  issuedOn: '2020-05-06',
  quotas: [
    { unionId: works, places: 2 },
    { unionId: mill, places: 1 },
  ],
  ...over,
});
const seen = ({ batchId, version }: RecuperationBatch) => ({ batchId, expectedVersion: version });
const current = (batchId: string, caller: object = {}) =>
  service.call('getRecuperationBatch', { batchId }, caller);
const nominate = (batchId: string, unionId: string, people: ReturnType<typeof named>[]) =>
  service.call(
    'nominateForRecuperation',
    { batchId, unionId, people, nominatedOn: '2020-05-08' },
    clerkOf(unionId),
  );
const publish = (batch: RecuperationBatch) =>
  service.call('publishRecuperationList', {
    ...seen(batch),
    publishedOn: '2020-05-11',
    channels: ['BOARD'],
    contactOffice: '保障工作部',
    contactPhone: '12351',
  });
const approve = (batch: RecuperationBatch, over: object = {}, caller: object = chair) => {
  const said = {
    approve: true,
    approvedOn: '2020-05-19',
    documentNo: '合工发〔2020〕9号',
    reason: '',
  };
  return service.call('approveRecuperationBatch', { ...seen(batch), ...said, ...over }, caller);
};
const nomineeOf = (batch: RecuperationBatch, group: string) => {
  const found = batch.nominees.find(({ targetGroup }) => targetGroup === group);
  if (!found) throw new Error(`nobody of ${group}`);
  return found;
};

test('from the quota to the report: by target group, published, approved by another, booked, settled', async () => {
  const member = newId();
  const opened = await service.call('openRecuperationBatch', batchAsk());
  const { batchId } = opened;
  const three = [named(LI, 'OTHER'), named(ZHANG, 'FRONT_LINE'), named(ZHAO, 'RETIRING', member)];
  const own = await nominate(batchId, works, three);
  expect(own.nominees).toHaveLength(3);
  // A unit is shown whom it named itself, and nobody else's people.
  const other = await nominate(batchId, mill, [named(ZHOU, 'OTHER')]);
  expect(other.nominees.map(({ personNameMasked }) => personNameMasked)).toEqual(['周*岚']);
  expect((await current(batchId, clerkOf(works))).nominees).toHaveLength(3);
  const published = await publish(await current(batchId));
  expect(
    published.nominees
      .map(({ targetGroup, nomineeState }) => [targetGroup, nomineeState])
      .toSorted(),
  ).toEqual([
    ['FRONT_LINE', 'CHOSEN'],
    ['OTHER', 'CHOSEN'],
    ['OTHER', 'RESERVE'],
    ['RETIRING', 'CHOSEN'],
  ]);
  // The five working days end with 18 May.
  await expect(approve(published, { approvedOn: '2020-05-18' })).rejects.toThrow(
    refusedWith('PUBLICITY_NOT_OVER'),
  );
  await expect(approve(published, {}, { ...chair, id: 'test-clerk' })).rejects.toThrow(
    refusedWith('RECUPERATION_SAME_PERSON'),
  );
  const gone = { nomineeId: nomineeOf(published, 'FRONT_LINE').nomineeId, reason: '本人放弃' };
  const left = await service.call('withdrawRecuperationNominee', gone, clerkOf(works));
  expect(left.nominees.filter(({ nomineeState }) => nomineeState === 'CHOSEN')).toHaveLength(2);
  await expect(service.call('withdrawRecuperationNominee', gone, clerkOf(works))).rejects.toThrow(
    refusedWith('RECUPERATION_NOMINEE_DONE'),
  );
  const approved = await approve(await current(batchId));
  expect(approved).toMatchObject({ state: 'APPROVED', chosen: 3 });
  await travel(approved, member);
});

const group = (batch: RecuperationBatch, over: object = {}) =>
  service.call('groupRecuperationBatch', {
    ...seen(batch),
    groupedOn: '2020-05-20',
    bookingClosesOn: '2099-06-01',
    insuranceNo: 'BX-1',
    agencyContractNo: 'HT-1',
    groups: [{ groupName: '第一组', travelsFrom: '2099-06-08', places: 3 }],
    ...over,
  });

/** From the approval to the report. */
async function travel(approved: RecuperationBatch, member: string): Promise<void> {
  const { batchId } = approved;
  await expect(group(approved, { bookingClosesOn: '2099-06-09' })).rejects.toThrow(
    refusedWith('RECUPERATION_BOOKING_LATE'),
  );
  const grouped = await group(approved);
  const offerId = grouped.groups[0]?.offerId ?? '';
  const book = (nomineeId: string, caller: object) =>
    service.call('bookPlace', { unionId: root, offerId, nomineeId }, caller);
  await expect(book('', memberOf(works))).rejects.toThrow(refusedWith('PLACES_NOT_YOURS'));
  await book('', memberOf(works, member));
  const zhou = grouped.nominees.find(({ unionId }) => unionId === mill)?.nomineeId ?? '';
  await expect(book(zhou, clerkOf(works))).rejects.toThrow(refusedWith('PLACES_NOT_YOURS'));
  await book(zhou, clerkOf(mill));
  const booked = await current(batchId);
  expect(booked.groups).toMatchObject([{ places: 3, taken: 2 }]);
  const travelled = await service.call('recordRecuperationTravel', {
    ...seen(booked),
    returnedOn: '2020-06-12',
    absentNomineeIds: [],
    signInSha256: HASH,
  });
  expect(travelled).toMatchObject({ state: 'TRAVELLED', travelled: 2 });
  const settle = (unionFen: bigint) =>
    service.call('settleRecuperationBatch', {
      ...seen(travelled),
      settledOn: '2020-06-30',
      invoiceNo: 'FP-20200630',
      invoiceSha256: HASH,
      welfareFen: 300_000n,
      unionFen,
      workerFen: 12_000n,
    });
  await expect(settle(100_001n)).rejects.toThrow(refusedWith('RECUPERATION_ABOVE_STANDARD'));
  const settled = await settle(100_000n);
  const feedback = { reportedOn: '2020-07-02', satisfied: 2, feedback: '安排妥当' };
  const reported = await service.call('reportRecuperationBatch', { ...seen(settled), ...feedback });
  expect(reported.steps.map(({ state }) => state)).toEqual([
    'QUOTA_ISSUED',
    'NOMINATED',
    'NOMINATED',
    'PUBLISHED',
    'APPROVED',
    'GROUPED',
    'TRAVELLED',
    'SETTLED',
    'REPORTED',
  ]);
  const told = { batchId, persons: 1, returnedOn: '2020-06-12' };
  const facts = await factsOf(service, 'recuperation.travelled', batchId);
  expect(facts).toHaveLength(2);
  expect(facts).toEqual(
    expect.arrayContaining([
      { ...told, unionId: works, targetGroup: 'RETIRING' },
      { ...told, unionId: mill, targetGroup: 'OTHER' },
    ]),
  );
  expect(JSON.stringify(await service.outbox())).not.toContain('赵');
}

test('who was in another province does not go to one again within three years', async () => {
  const again = await service.call(
    'openRecuperationBatch',
    batchAsk({ travelsFrom: '2023-06-01', travelsTo: '2023-06-30' }),
  );
  await expect(nominate(again.batchId, works, [named(ZHAO, 'RETIRING')])).rejects.toThrow(
    refusedWith('RECUPERATION_INTERVAL'),
  );
  const near = { crossProvince: false, travelsFrom: '2023-06-01', travelsTo: '2023-06-30' };
  const inside = await service.call('openRecuperationBatch', batchAsk(near));
  const asked = {
    batchId: inside.batchId,
    unionId: works,
    people: [named(ZHAO, 'RETIRING')],
    nominatedOn: '2020-05-08',
  };
  await once(service, {
    method: 'nominateForRecuperation',
    ask: asked,
    changed: { people: [named(LI, 'OTHER')] },
    caller: clerkOf(works),
    foreign: clerkOf(mill),
    unknown: 'UNION_UNKNOWN',
  });
  await expect(nominate(inside.batchId, works, [named(ZHAO, 'OTHER')])).rejects.toThrow(
    refusedWith('RECUPERATION_NOMINATED'),
  );
  const five = Array.from({ length: 5 }, () => named(LI, 'OTHER'));
  await expect(nominate(inside.batchId, works, five)).rejects.toThrow(
    refusedWith('RECUPERATION_QUOTA_FULL'),
  );
  await expect(publish({ ...inside, version: 9 })).rejects.toThrow(
    refusedWith('VERSION_MOVED', 'stale'),
  );
  const cancel = { cancelledOn: '2020-05-07', reason: '不再组织' };
  const now = await current(inside.batchId);
  await expect(
    service.call('cancelRecuperationBatch', { ...seen(now), ...cancel }),
  ).rejects.toThrow(refusedWith('STEP_DATE_EARLIER'));
});

test('a base is accredited once, ends, and counts its guests by its own tally', async () => {
  const ask = { ...baseAsk(), baseName: '合成山疗休养院' };
  const accrediting = (caller: object, over: object = {}) =>
    service.call('accreditRecuperationBase', { ...ask, ...over }, caller);
  await expect(accrediting(clerkOf(works))).rejects.toThrow(
    expect.objectContaining({ kind: 'forbidden' }),
  );
  const key = newId();
  const base = await accrediting({ key });
  expect(await accrediting({ key })).toEqual(base);
  await expect(accrediting({ key }, { capacity: 61 })).rejects.toThrow(
    refusedWith('IDEMPOTENCY_KEY_REUSED'),
  );
  await expect(accredit({ baseName: '合成山疗休养院' })).rejects.toThrow(
    refusedWith('RECUPERATION_BASE_TWICE'),
  );
  const route = {
    unionId: root,
    routeName: '湖山线',
    days: 5,
    publishedOn: '2020-03-01',
    documentNo: '发1号',
  };
  await service.call('publishRecuperationRoute', { ...route, baseIds: [base.baseId, baseId] });
  const guests = {
    baseId: base.baseId,
    month: '2020-06',
    fromRegionCode: '340000',
    guests: 120,
    takingsFen: 2_400_000n,
  };
  await service.call('receiveRecuperationGuests', guests);
  await expect(service.call('receiveRecuperationGuests', guests)).rejects.toThrow(
    refusedWith('RECUPERATION_GUESTS_TWICE'),
  );
  await expect(
    service.call('receiveRecuperationGuests', { ...guests, month: '2019-12' }),
  ).rejects.toThrow(refusedWith('RECUPERATION_MONTH'));
  const end = {
    baseId: base.baseId,
    expectedVersion: base.version,
    endedOn: '2020-12-01',
    reason: '停业',
  };
  await service.call('endRecuperationBase', end);
  const standing = await service.call(
    'listRecuperationBases',
    { onDate: '2020-12-01', cursor: '', limit: 0 },
    memberOf(works),
  );
  expect(standing.items.map((one) => one.baseId)).toEqual([baseId]);
  await expect(
    service.call('publishRecuperationRoute', { ...route, baseIds: [base.baseId] }),
  ).rejects.toThrow(refusedWith('RECUPERATION_BASE_LAPSED'));
});

test('all of it is recounted from the records as its facts have told it', async () => {
  await expectRecounted(service, TOLD_OF_RECUPERATION, ...RECUPERATION_MOVEMENTS);
});
