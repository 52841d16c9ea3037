import { newId } from '@gonglian/kernel/id.ts';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { expectValue, startChain, type SceneNode } from '../scene.ts';
import { establish, join, township } from '../told.ts';

let province: SceneNode;
let city: SceneNode;
let county: SceneNode;
let quiet: string;
let busy: string;
let district: string;

beforeAll(async () => {
  const chain = await startChain(inject('natsUrl'), ['PROVINCE', 'CITY', 'COUNTY']);
  [province, city, county] = chain as [SceneNode, SceneNode, SceneNode];
  const one = township(city.root, { name: '静街道总工会' });
  const two = township(city.root, { name: '忙街道总工会' });
  const three = establish(city.root, {
    level: 'COUNTY',
    kind: 'FEDERATION',
    name: '无系统区总工会',
  });
  const factory = establish(two.id);
  [quiet, busy, district] = [one.id, two.id, three.id];
  await city.tell(one, two, three, factory);
  await city.tell(join(factory.id, '2026-02-02'));
  await expectValue(province, 1, 'members_total', '2026');
});
afterAll(async () => {
  await Promise.all([province, city, county].map((node) => node.stop()));
});

const figure = (indicator: string, period: string, value: bigint, dims = '') => ({
  indicator,
  period,
  dims,
  value,
});

test('declared figures are summed with the counted ones and known as declared wherever they are shown', async () => {
  const ask = {
    unionId: quiet,
    source: '2020 年工作总结',
    figures: [
      figure('members_recruited', '2020', 12_413n),
      figure(
        'unions_newly_established',
        '2020',
        83n,
        'part_of=independent;org_kind=non_public_enterprise',
      ),
      figure('members_total', '2020', 50_000n),
      figure('members_total', '2021-06', 50_600n),
    ],
  };
  const auditor = city.service.call('declareFigures', ask, { duty: 'auditor' });
  await expect(auditor).rejects.toMatchObject({ kind: 'forbidden' });
  const answer = await city.service.call('declareFigures', ask, { key: 'declare' });
  expect(answer).toEqual({ changed: 4 });
  expect(await city.service.call('declareFigures', ask, { key: 'declare' })).toEqual(answer);
  expect(await city.service.call('declareFigures', ask)).toEqual({ changed: 0 });

  await expectValue(province, 50_000, 'members_total', '2020');
  await expectValue(province, 50_601, 'members_total', '2026');
  expect(await province.read('members_net_increase', '2021')).toBe(600);
  const dims = 'org_kind=non_public_enterprise;part_of=independent';
  expect(await province.read('unions_newly_established', '2020', dims)).toBe(83);
  for (const node of [city, province]) {
    const { rows } = await node.service.call('getRollup', { unionId: '', period: '2020' });
    const recruited = rows.find((row) => row.indicator === 'members_recruited' && row.dims === '');
    expect(recruited).toMatchObject({ subtree: 12_413n, declared: true });
  }
  const counted = await city.service.call('getRollup', { unionId: busy, period: '2026' });
  expect(counted.rows.every(({ declared }) => !declared)).toBe(true);
  await expectClean();
});

test('a level that is corrected leaves the levels after it as they were typed', async () => {
  const source = '更正';
  const figures = [figure('members_total', '2020', 49_000n)];
  const answer = await city.service.call('declareFigures', { unionId: quiet, source, figures });
  expect(answer).toEqual({ changed: 2 });
  await expectValue(province, 49_000, 'members_total', '2020');
  await expectValue(province, 50_601, 'members_total', '2026');
  await expectClean();
});

test('a federation without a node becomes a part of its superior by its figures', async () => {
  const figures = [figure('members_total', '2025', 700n)];
  await city.service.call('declareFigures', { unionId: district, source: '年报', figures });
  await expectValue(province, 50_601 + 700, 'members_total', '2026');
  const { parts } = await city.service.call('getRollup', { unionId: '', period: '2025' });
  expect(parts.map(({ union }) => union?.name)).toContain('无系统区总工会');
  await expectClean();
});

test('refuses where records or another node stand behind the union, and takes back what was declared', async () => {
  const ask = { source: '年报', figures: [figure('members_total', '2025', 1n)] };
  const declare = (unionId: string, more: object = {}) =>
    city.service.call('declareFigures', { ...ask, unionId, ...more });
  await expect(declare(busy)).rejects.toMatchObject({ code: 'RECORDS_EXIST' });
  await expect(declare(newId())).rejects.toMatchObject({ code: 'REPORTING_UNION_UNKNOWN' });
  await expect(declare(county.root)).rejects.toMatchObject({ code: 'NODE_REPORTS' });
  const twice = [...ask.figures, figure('members_total', '2025-12', 2n)];
  await expect(declare(quiet, { figures: twice })).rejects.toMatchObject({ code: 'FIGURE_TWICE' });
  const derived = [figure('members_net_increase', '2025', 1n)];
  await expect(declare(quiet, { figures: derived })).rejects.toMatchObject({
    code: 'INDICATOR_DERIVED',
  });
  const negative = [figure('members_total', '2025', -1n)];
  await expect(declare(quiet, { figures: negative })).rejects.toMatchObject({
    code: 'FIELD_INVALID',
  });

  await declare(district, { figures: [figure('members_total', '2025', 0n)] });
  await expectValue(province, 50_601, 'members_total', '2026');
  const { rows } = await city.service.call('getRollup', { unionId: district, period: '2025' });
  expect(rows.every(({ declared }) => !declared)).toBe(true);
  await expectClean();
});

async function expectClean(): Promise<void> {
  const verification = await city.service.call('verify', { waitSeconds: 10 });
  expect(verification).toMatchObject({ clean: true, settled: true });
}
