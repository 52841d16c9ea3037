// What welfare tells, from the fact to the cell of the superior, and back from the records.
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { toldHelp } from '../indicator/told-help.ts';
import type { ToldHelp } from '../indicator/told-helped.ts';
import { expectValue, startChain, type SceneNode } from '../scene.ts';
import { establish, township } from '../told.ts';

let city: SceneNode;
let county: SceneNode;
let factory: string;
let told: ToldHelp[];

beforeAll(async () => {
  const chain = await startChain(inject('natsUrl'), ['CITY', 'COUNTY']);
  [city, county] = chain as [SceneNode, SceneNode];
  const town = township(county.root);
  const works = establish(town.id);
  factory = works.id;
  told = toldHelp(factory);
  await county.tell(town, works);
  await county.tell(...told);
  await expectValue(city, 12, 'consumption_aid_yuan', '2023');
});
afterAll(async () => {
  await Promise.all([city, county].map((node) => node.stop()));
});

const verify = () => county.service.call('verify', { waitSeconds: 10 }, { duty: 'auditor' });

test('each fact moves its cells, once, and the records agree', async () => {
  const sums = new Map<string, number>();
  for (const cell of told.flatMap(({ cells }) => cells)) {
    const [delta, ...key] = cell.split(' ');
    sums.set(key.join(' '), (sums.get(key.join(' ')) ?? 0) + Number(delta));
  }
  await county.service.settled();
  const rows = await county.service.sql<{ key: string; value: string }>`
    select indicator || ' ' || dims as key, value from union_cell where union_id = ${factory} and period = '2023-01'`;
  const counted = new Map(rows.map(({ key, value }) => [key, Number(value)]));
  for (const [key, sum] of sums) expect(`${key} ${counted.get(key) ?? 0}`).toBe(`${key} ${sum}`);
  await expectValue(city, 5_000, 'job_posts_offered', '2023');
  await expectValue(city, 100, 'two_cancer_screening_persons', '2023');
  expect(await verify()).toMatchObject({ clean: true, differences: [], problems: [] });
});

test('a record that was changed behind the back of its facts is named', async () => {
  const claim = told.find(({ type }) => type.name === 'mutual-aid.paid');
  const [row] = claim?.helped ?? [];
  if (!row) throw new Error('no claim was told');
  row.amountFen += 1n;
  const { clean, differences } = await verify();
  expect(clean).toBe(false);
  const found = { unionId: factory, indicator: 'mutual_aid_payout_yuan', period: '2023-01' };
  expect(differences).toEqual([
    expect.objectContaining({
      ...found,
      dims: '',
      stored: 200n,
      recounted: 201n,
      check: 'records',
    }),
  ]);
  row.amountFen -= 1n;
  expect(await verify()).toMatchObject({ clean: true, differences: [] });
});
