import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { expectValue, startChain, type SceneNode } from './scene.ts';
import { establish, join, township } from './told.ts';

// Numbers of a county and of two of its townships: what a duty over one township sees of them.

type Named = ReturnType<typeof township>;

let county: SceneNode;
/** One has no records: its figures are told by telephone. */
let [north, south, quiet] = ['', '', ''];
beforeAll(async () => {
  [county] = (await startChain(inject('natsUrl'), ['COUNTY'])) as [SceneNode];
  const [northern, southern, silent] = [1, 2, 3].map(() => township(county.root)) as [
    Named,
    Named,
    Named,
  ];
  const [mill, works] = [establish(northern.id), establish(southern.id)];
  [north, south, quiet] = [northern.id, southern.id, silent.id];
  await county.tell(northern, southern, silent, mill, works);
  await county.tell(join(mill.id, '2026-03-10'), join(works.id, '2026-03-11'));
  await expectValue(county, 2, 'members_recruited', '2026');
  // A member's fact may be counted at the root before its township is known.
  await county.service.settled();
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

test('whoever reaches the county sees all', async () => {
  const { parts } = await page('', county.root);
  expect(parts.map(({ union }) => union?.unionId).toSorted()).toEqual(
    [north, south, quiet].toSorted(),
  );
});

test('figures are declared within reach, and added up to the root', async () => {
  const declare = (unionId: string) =>
    county.service.call(
      'declareFigures',
      {
        unionId,
        source: '电话报数',
        figures: [{ indicator: 'members_recruited', dims: '', period: '2025', value: 7n }],
      },
      { scope: quiet },
    );
  await expect(declare(south)).rejects.toMatchObject({ code: 'UNION_UNKNOWN' });
  expect(await declare(quiet)).toEqual({ changed: 1 });
  await expectValue(county, 7, 'members_recruited', '2025');
});

test('verification asks for a duty over the whole node', async () => {
  const verify = (scope: string) =>
    county.service.call('verify', { waitSeconds: 20 }, { duty: 'auditor', scope });
  await expect(verify(north)).rejects.toMatchObject({ code: 'SCOPE_TOO_NARROW' });
  await expect(verify(county.root)).resolves.toMatchObject({ clean: true, differences: [] });
});
