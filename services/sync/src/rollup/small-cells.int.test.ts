// Numbers of few people in need, from the facts to what each page tells of them.
import type { FactType } from '@gonglian/contracts/fact.ts';
import { ReliefPaid } from '@gonglian/contracts/gen/gonglian/welfare/v1/events.ts';
import { reliefPaid } from '@gonglian/contracts/welfare.ts';
import { eventually } from '@gonglian/testing/eventually.ts';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { expectValue, startChain, type SceneNode } from '../scene.ts';
import { establish, township, type Told } from '../told.ts';

let city: SceneNode;
let county: SceneNode;
let towns: string[];
let unions: string[];

const YEAR = '2024';
const MONTH = '2024-03';

/** So many persons of a union, each for the first time in the year, each with 1,000 yuan. */
function relieve(unionId: string, persons: number, paidOn = '2024-03-05'): Told[] {
  const given = { programme: 'MEDICAL', fileLevel: 'CITY', moneySource: 'UNION_OWN', paidOn };
  const row = { unionId, month: paidOn.slice(0, 7), kind: 'MEDICAL', level: 'CITY', count: 1n };
  const paid = { ...row, source: 'UNION_OWN', movement: 'relief_paid', amountFen: 100_000n };
  return Array.from({ length: persons }, () => ({
    type: reliefPaid as FactType,
    data: ReliefPaid.fromPartial({ unionId, ...given, amountFen: 100_000n, personFirst: true }),
    helped: [paid, { ...paid, movement: 'relief_person', amountFen: 0n }],
  }));
}

beforeAll(async () => {
  const chain = await startChain(inject('natsUrl'), ['CITY', 'COUNTY']);
  [city, county] = chain as [SceneNode, SceneNode];
  const { root } = county;
  const there = ['321084101', '321084102', '321084103'].map((regionCode) =>
    township(root, { regionCode }),
  );
  const works = there.map(({ id }) => establish(id));
  towns = there.map(({ id }) => id);
  unions = works.map(({ id }) => id);
  const [first = '', second = '', third = ''] = unions;
  await county.tell(...there, ...works);
  await county.tell(
    ...relieve(first, 3),
    ...relieve(second, 7),
    ...relieve(third, 12),
    ...relieve(third, 9, '2024-04-05'),
  );
  await expectValue(city, 31, 'hardship_aid_persons', YEAR);
});
afterAll(async () => {
  await Promise.all([city, county].map((node) => node.stop()));
});

const page = async (node: SceneNode, unionId: string, period = YEAR) => {
  const { rows, parts } = await node.service.call('getRollup', { unionId, period });
  const of = (indicator: string) => {
    const row = rows.find((one) => one.indicator === indicator && one.dims === '');
    if (!row) throw new Error(`no ${indicator}`);
    const { own, subtree, partValues, ownHidden, subtreeHidden, partHidden } = row;
    return { own, subtree, partValues, ownHidden, subtreeHidden, partHidden };
  };
  return { of, parts: parts.map(({ union }) => union?.unionId) };
};

test('fewer than five are not told, nor the number that would tell them', async () => {
  const { of, parts } = await page(county, '');
  expect(parts).toEqual(towns);
  const shown = { own: 0n, ownHidden: '', subtreeHidden: '', partHidden: ['SMALL', 'COVERED', ''] };
  expect(of('hardship_aid_persons')).toEqual({ ...shown, subtree: 31n, partValues: [0n, 0n, 21n] });
  expect(of('hardship_aid_yuan')).toEqual({
    ...shown,
    subtree: 3_100_000n,
    partValues: [0n, 0n, 2_100_000n],
  });
});

test("a town's own page tells no more than the page above", async () => {
  for (const node of [county, city]) {
    const read = async (town: string) => (await page(node, town)).of('hardship_aid_persons');
    // The city hears of the towns after the county's own sum.
    const [small, covered, shown] = await eventually(() => Promise.all(towns.map(read)));
    expect(small).toMatchObject({ subtree: 0n, own: 0n, subtreeHidden: 'SMALL' });
    expect(covered).toMatchObject({ subtree: 0n, own: 0n, subtreeHidden: 'COVERED' });
    expect(shown).toMatchObject({ subtree: 21n, subtreeHidden: '' });
  }
});

test('the node above adds up what it was told, and shows as little', async () => {
  await expectValue(city, 31, 'hardship_aid_persons', YEAR, '', county.root);
  expect((await page(city, '')).of('hardship_aid_persons')).toMatchObject({
    subtree: 31n,
    partValues: [31n],
    partHidden: [],
  });
});

test('months are hidden with the year that they would tell', async () => {
  const { of } = await page(county, '', MONTH);
  expect(of('hardship_aid_persons')).toMatchObject({
    subtree: 22n,
    partValues: [0n, 0n, 12n],
    partHidden: ['COVERED', 'COVERED', ''],
  });
  const months = async (unionId: string, indicator = 'hardship_aid_persons') => {
    const ask = { unionId, indicator, dims: '', from: MONTH, to: '2024-04' };
    const { points } = await county.service.call('getSeries', ask);
    return points.map(({ subtree, subtreeHidden }) => `${subtree} ${subtreeHidden}`);
  };
  expect(await months('')).toEqual(['22 ', '9 ']);
  expect(await months(towns[1] ?? '')).toEqual(['0 COVERED', '0 COVERED']);
  expect(await months(towns[2] ?? '')).toEqual(['12 ', '9 ']);
  expect(await months(towns[2] ?? '', 'unions_total')).toEqual(['0 ', '0 ']);
});

test('of a single union there is its name and no number, in no order of size', async () => {
  const [, , third = ''] = towns;
  const ask = { unionId: third, indicator: 'hardship_aid_persons', dims: '', period: YEAR };
  const { items, nextCursor } = await county.service.call('listContributors', {
    ...ask,
    cursor: '',
    limit: 1,
  });
  expect(items).toMatchObject([{ unionId: unions[2], value: 0n, hidden: 'COVERED' }]);
  expect(nextCursor).toBe(`0_${unions[2]}`);
});

test('what is hidden is counted and verified all the same', async () => {
  const verified = await county.service.call('verify', { waitSeconds: 10 }, { duty: 'auditor' });
  expect(verified).toMatchObject({ clean: true, differences: [], problems: [] });
  const { items } = await county.service.call('listIndicators', {});
  const sensitive = items.filter((one) => one.sensitive).map(({ code }) => code);
  expect(sensitive).toContain('hardship_aid_yuan');
  expect(sensitive).not.toContain('job_fairs_held');
});
