import { newId } from '@gonglian/kernel/id.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chair, clerk, medals, roundAsk, startHonours, type HonourScene } from './scene.ts';

let scene: HonourScene;
let call: HonourScene['service']['call'];
beforeAll(async () => {
  scene = await startHonours();
  call = scene.service.call;
});
afterAll(() => scene.service.stop());

const code = (name: string, kind = 'refused') => expect.objectContaining({ kind, code: name });
const handDown = (roundId: string, toUnionId: string, over: object = {}, caller: object = clerk) =>
  call(
    'handDownHonourQuota',
    {
      roundId,
      fromUnionId: scene.rootId,
      toUnionId,
      ...medals(1),
      ...over,
    },
    caller,
  );

test('the honours of a day, with what is asked of a slate and before a nomination', async () => {
  const { items, publicityDays, modelWorkerPublicityDays } = await call(
    'listHonours',
    { onDate: '2026-03-02' },
    { duty: 'member' },
  );
  const of = (honourCode: string, level: string) =>
    items.find((one) => one.honourCode === honourCode && one.level === level);
  expect(of('MODEL_WORKER', 'NATIONAL')).toMatchObject({
    name: '全国劳动模范',
    cycleYears: 5,
    authority: 'PARTY_AND_STATE',
    holder: 'PERSON',
  });
  expect(of('CRAFTSMAN', 'NATIONAL')).toMatchObject({
    name: '大国工匠',
    prerequisites: [{ honourCode: 'CRAFTSMAN', level: 'PROVINCE' }],
  });
  expect(of('MAY_DAY_MEDAL', 'CITY')?.structure[0]).toEqual({
    traits: ['UNIT_LEADER'],
    bound: 'AT_MOST',
    percent: 15,
  });
  expect(of('MODEL_WORKER', 'COUNTY')).toBeUndefined();
  expect([publicityDays, modelWorkerPublicityDays]).toEqual([5, 7]);
});

test('national 2023 balances: 207, 1,035 and 1,044, of them 7, 44 and 20 single-listed', async () => {
  const figures = [
    { honourCode: 'MAY_DAY_CERTIFICATE', places: 207, singleListed: 7 },
    { honourCode: 'MAY_DAY_MEDAL', places: 1_035, singleListed: 44 },
    { honourCode: 'WORKER_PIONEER', places: 1_044, singleListed: 20 },
  ];
  const over = { level: 'NATIONAL', roundYear: 2023, openedOn: '2023-02-10' };
  const roundId = await scene.round(figures, over);
  const [first, second] = [await scene.union(), await scene.union()];
  for (const { honourCode, places, singleListed } of figures) {
    const part = { honourCode, places: 100, singleListed: 5 };
    await handDown(roundId, first, part);
    const rest = { honourCode, places: places - 100, singleListed: singleListed - 5 };
    await expect(handDown(roundId, second, { ...rest, places: rest.places + 1 })).rejects.toThrow(
      code('HONOUR_QUOTA_EXCEEDED'),
    );
    await expect(
      handDown(roundId, second, { ...rest, singleListed: rest.singleListed + 1 }),
    ).rejects.toThrow(code('HONOUR_QUOTA_EXCEEDED'));
    await handDown(roundId, second, rest);
  }
  const { quotas } = await call('getHonourRound', { roundId }, clerk);
  const sums = (at: (quota: (typeof quotas)[number]) => number) =>
    figures.map(({ honourCode }) =>
      quotas
        .filter((one) => one.honourCode === honourCode && one.fromUnionId !== '')
        .reduce((sum, one) => sum + at(one), 0),
    );
  expect(sums((quota) => quota.places)).toEqual([207, 1_035, 1_044]);
  expect(sums((quota) => quota.singleListed)).toEqual([7, 44, 20]);
  const facts = (await scene.service.outbox()).filter((row) => row.fact === 'honour.round.opened');
  expect(facts.at(-1)?.data).toMatchObject({
    roundId,
    level: 'NATIONAL',
    places: 2_286,
    singleListed: 71,
  });
});

test('two who hand down at once give no more than there is', async () => {
  const roundId = await scene.round([medals(5)]);
  const towns = [await scene.union(), await scene.union()];
  const both = await Promise.allSettled(towns.map((town) => handDown(roundId, town, medals(3))));
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(both.find((one) => one.status === 'rejected')?.reason).toEqual(
    code('HONOUR_QUOTA_EXCEEDED'),
  );
  const { quotas } = await call('getHonourRound', { roundId }, clerk);
  expect(quotas.find(({ fromUnionId }) => fromUnionId === '')?.handedPlaces).toBe(3);
});

test('a town gives on what it has, and no more, to whom it is above', async () => {
  const roundId = await scene.round([medals(5)]);
  const [town, other] = [await scene.union(), await scene.union()];
  const below = await scene.union(town);
  await handDown(roundId, town, medals(3));
  const ofTown = { ...clerk, id: 'clerk-of-town', scope: town };
  const give = (toUnionId: string, places: number) =>
    handDown(roundId, toUnionId, { fromUnionId: town, ...medals(places) }, ofTown);
  await expect(give(below, 4)).rejects.toThrow(code('HONOUR_QUOTA_EXCEEDED'));
  const seen = await give(below, 2);
  expect(seen.quotas.map(({ unionId }) => unionId).toSorted()).toEqual([town, below].toSorted());
  await expect(handDown(roundId, town, medals(1))).rejects.toThrow(code('HONOUR_QUOTA_IN_USE'));
  await expect(handDown(roundId, below, medals(1))).rejects.toThrow(code('HONOUR_QUOTA_OF_OTHER'));
  await expect(give(other, 1)).rejects.toThrow(code('UNION_UNKNOWN', 'not_found'));
  await expect(handDown(roundId, other, { fromUnionId: below, ...medals(1) })).rejects.toThrow(
    code('HONOUR_QUOTA_NOT_BELOW'),
  );
  await expect(handDown(roundId, below, { fromUnionId: other, ...medals(1) })).rejects.toThrow(
    code('HONOUR_QUOTA_NONE'),
  );
});

test('who may open a round; a key stands for one thing; what is not there', async () => {
  const ask = roundAsk('COUNTY', [medals(5)]);
  for (const duty of ['member', 'finance', 'auditor'] as const)
    await expect(call('openHonourRound', ask, { duty })).rejects.toThrow(
      expect.objectContaining({ kind: 'forbidden' }),
    );
  const town = await scene.union();
  await expect(call('openHonourRound', ask, { ...chair, scope: town })).rejects.toThrow(
    expect.objectContaining({ kind: 'forbidden' }),
  );
  const key = newId();
  const opened = await call('openHonourRound', ask, { ...clerk, key });
  expect(await call('openHonourRound', ask, { ...clerk, key })).toEqual(opened);
  await expect(
    call('openHonourRound', { ...ask, title: '另一次' }, { ...clerk, key }),
  ).rejects.toThrow(code('IDEMPOTENCY_KEY_REUSED'));
  await expect(call('getHonourRound', { roundId: newId() }, clerk)).rejects.toThrow(
    code('HONOUR_ROUND_UNKNOWN', 'not_found'),
  );
  await expect(scene.round([{ ...medals(1), honourCode: 'MODEL_WORKER' }])).rejects.toThrow(
    code('HONOUR_UNKNOWN'),
  );
  await expect(scene.round([medals(1)], { openedOn: '2099-01-01' })).rejects.toThrow(
    code('HONOUR_DATE_WRONG'),
  );
  const page = await call('listHonourRounds', { roundYear: 2026, cursor: '', limit: 1 }, clerk);
  expect(page.items).toHaveLength(1);
  const next = { roundYear: 2026, cursor: page.nextCursor, limit: 100 };
  const { items } = await call('listHonourRounds', next, clerk);
  expect(items.map(({ roundId }) => roundId)).not.toContain(page.items[0]?.roundId);
});
