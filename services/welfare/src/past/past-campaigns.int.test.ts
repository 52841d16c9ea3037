import { addDays, chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { refusedWith } from '@gonglian/testing/people-scene.ts';
import { once } from '@gonglian/testing/keyed-scene.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { madePerson, openCounty } from '../campaign/scene.ts';
import { expectRecounted } from '../recount/expect-recounted.ts';
import { TOLD_OF_CAMPAIGNS, TOLD_OF_MUTUAL_AID } from '../recount/told-campaigns.ts';
import { startWelfare, type Service } from '../scene.ts';

let service: Service;
let call: Service['call'];
let of: Awaited<ReturnType<typeof openCounty>>;
beforeAll(async () => {
  service = await startWelfare();
  call = service.call;
  of = await openCounty(service);
});
afterAll(() => service.stop());

const clerk = { duty: 'clerk', id: 'clerk-1' } as const;
const visit = (over: object = {}) => ({
  unionId: of.root,
  campaignKind: 'SUMMER_COOLING',
  siteName: '高铁工地',
  visitedOn: '2020-07-20',
  persons: 821,
  recipientGroup: 'OUTDOOR',
  occasion: 'REGULAR',
  temperatureLevel: 'NONE',
  packages: 0,
  goodsFen: 5_400_000n,
  cashFen: 0n,
  note: '',
  ...over,
});
const visited = (rows: object[], who: object = clerk) =>
  call('recordPastVisits', { rows: rows as never }, who);
const claim = (over: object = {}) => ({
  unionId: of.works,
  ...madePerson(),
  planName: '职工互助互济',
  paidOn: '2020-09-01',
  amountFen: 213_763n,
  ...over,
});
const paid = (rows: object[], who: object = clerk) =>
  call('recordPastMutualAid', { rows: rows as never }, who);

test('a summer and a spring festival of an old list: counted as the list has them', async () => {
  const second = { siteName: '港口', persons: 1_000, goodsFen: 6_000_000n };
  const packages = {
    campaignKind: 'WINTER_WARMTH',
    siteName: '困难职工家庭',
    visitedOn: '2020-01-18',
    persons: 64,
    packages: 64,
    recipientGroup: 'HARDSHIP',
    occasion: 'SPRING_FESTIVAL',
    temperatureLevel: '',
    goodsFen: 0n,
  };
  const medics = {
    campaignKind: 'EPIDEMIC',
    siteName: '援鄂医护人员',
    visitedOn: '2020-03-10',
    persons: 39,
    recipientGroup: 'MEDICAL',
    temperatureLevel: '',
    goodsFen: 0n,
    cashFen: 19_500_000n,
  };
  const rows = [visit(), visit(second), visit(packages), visit(medics)];
  expect(await visited(rows)).toEqual({ recorded: 4 });
  const { items, fourGifts } = await call('listCampaigns', { year: 2020, unionId: '' }, clerk);
  const totals = Object.fromEntries(items.map((one) => [one.campaignKind, one.totals]));
  expect(totals).toMatchObject({
    SUMMER_COOLING: { personTimes: 1_821n, goodsFen: 11_400_000n, sites: 2 },
    WINTER_WARMTH: { packages: 64n },
    EPIDEMIC: { personTimes: 39n, cashFen: 19_500_000n },
  });
  // What an epidemic asked for is no gift of the four.
  expect(fourGifts).toMatchObject({ visits: 3, personTimes: 1_885n, cashFen: 0n });
  await expect(visited([visit()])).rejects.toThrow(refusedWith('VISIT_RECORDED', 'duplicate'));
  await expectRecounted(
    service,
    TOLD_OF_CAMPAIGNS,
    'visit_made',
    'worker_visited',
    'package_given',
    'site_visited',
    'care_paid',
  );
});

test('claims that were paid: each person once on a day, without the illness', async () => {
  const rows = [claim(), claim(), claim({ amountFen: 100n })];
  expect(await paid(rows)).toEqual({ recorded: 3 });
  await expect(paid([rows[0] ?? {}])).rejects.toThrow(refusedWith('CLAIM_RECORDED', 'duplicate'));
  await expectRecounted(service, TOLD_OF_MUTUAL_AID, 'mutual_aid_paid');
});

test('what is not long over, or of a union that is not known, is not taken over', async () => {
  const yesterday = addDays(chinaDate(new Date()), -1);
  const recent = refusedWith('PAST_TOO_RECENT');
  await expect(visited([visit({ visitedOn: yesterday })])).rejects.toThrow(recent);
  await expect(paid([claim(), claim({ paidOn: yesterday })])).rejects.toThrow(recent);
  const unknown = refusedWith('UNION_UNKNOWN', 'not_found');
  await expect(paid([claim({ unionId: newId() })])).rejects.toThrow(unknown);
  await expect(visited([visit({ unionId: newId() })])).rejects.toThrow(unknown);
  await expect(visited([visit({ temperatureLevel: '' })])).rejects.toThrow(
    refusedWith('TEMPERATURE_LEVEL_WRONG'),
  );
});

test('forbidden, replay, another body, foreign scope', async () => {
  const foreign = { duty: 'clerk', scope: of.mill } as const;
  const keyed = {
    caller: clerk,
    foreign,
    unknown: 'UNION_UNKNOWN',
    forbidden: { duty: 'auditor' },
  };
  const visits = await once(service, {
    ...keyed,
    method: 'recordPastVisits',
    ask: { rows: [visit({ siteName: '码头' })] },
    changed: { rows: [visit({ siteName: '车站' })] },
  });
  const claims = await once(service, {
    ...keyed,
    method: 'recordPastMutualAid',
    ask: { rows: [claim()] },
    changed: { rows: [claim()] },
  });
  expect([visits, claims]).toEqual([{ recorded: 1 }, { recorded: 1 }]);
});
