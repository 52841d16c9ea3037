import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { expectValue, startChain, type SceneNode } from './scene.ts';
import { establish, join, township } from './told.ts';

// Numbers of a county and of two of its townships: what a duty over one township sees of them.

let county: SceneNode;
let [north, south] = ['', ''];
beforeAll(async () => {
  [county] = (await startChain(inject('natsUrl'), ['COUNTY'])) as [SceneNode];
  const [northern, southern] = [township(county.root), township(county.root)];
  const [mill, works] = [establish(northern.id), establish(southern.id)];
  [north, south] = [northern.id, southern.id];
  await county.tell(northern, southern, mill, works);
  await county.tell(join(mill.id, '2026-03-10'), join(works.id, '2026-03-11'));
  await expectValue(county, 2, 'members_recruited', '2026');
});
afterAll(() => county.stop());

const page = (unionId: string, scope: string) =>
  county.service.call('getRollup', { unionId, period: '2026' }, { duty: 'supervisor', scope });

test('a duty over a township begins at its page', async () => {
  const { union, rows, parts } = await page('', north);
  expect(union?.unionId).toBe(north);
  expect(parts).toEqual([]);
  expect(
    rows.find((row) => row.indicator === 'members_recruited' && row.dims === ''),
  ).toMatchObject({ subtree: 1n });
  expect((await page(north, north)).union?.unionId).toBe(north);
});

test.each([
  ['another township', () => south],
  ['the county', () => county.root],
])('the page of %s is answered like one that is not there', async (_, unionId) => {
  await expect(page(unionId(), north)).rejects.toMatchObject({
    kind: 'not_found',
    code: 'UNION_UNKNOWN',
  });
});

test('whoever reaches the county sees both', async () => {
  const { parts } = await page('', county.root);
  expect(parts.map(({ union }) => union?.unionId).toSorted()).toEqual([north, south].toSorted());
});

test('figures are declared within reach, and added up to the root', async () => {
  const declare = (unionId: string) =>
    county.service.call(
      'declareFigures',
      {
        unionId,
        source: '电话',
        figures: [{ indicator: 'members_recruited', dims: '', period: '2025', value: 7n }],
      } as never,
      { scope: north },
    );
  await expect(declare(south)).rejects.toMatchObject({ kind: 'not_found' });
});

test('verification asks for a duty over the whole node', async () => {
  const verify = (scope: string) =>
    county.service.call('verify', { waitSeconds: 20 }, { duty: 'auditor', scope });
  await expect(verify(north)).rejects.toMatchObject({ code: 'SCOPE_TOO_NARROW' });
  await expect(verify(county.root)).resolves.toMatchObject({ clean: true, differences: [] });
});
