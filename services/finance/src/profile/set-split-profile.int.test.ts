import { startTestService } from '@gonglian/testing/service.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testOwn } from '../fixtures.ts';
import { collect, finance, openNode, openUnions, usccOf, type Service } from '../receipt/scene.ts';
import { parts } from '../service.ts';

let service: Service;
beforeAll(async () => {
  service = await startTestService(parts, testOwn());
  await openNode(service);
  await openUnions(service, [1]);
});
afterAll(() => service.stop());

const problem = (code: string) => expect.objectContaining({ code });
const profile = {
  effectiveFrom: '2026-04-01',
  grassrootsBp: 6500,
  countyBp: 2000,
  cityBp: 500,
  provinceBp: 500,
  nationalBp: 500,
  documentNo: '示工发〔2026〕9号',
};
const list = async () => (await service.call('listSplitProfiles', {}, finance)).items;

test('before anything was set, the list says what policy says', async () => {
  expect(await list()).toEqual([
    expect.objectContaining({ profileId: '', grassrootsBp: 6000, countyBp: 2500, effectiveTo: '' }),
  ]);
});

test('it is set by who may, once under its key', async () => {
  const forbidden = expect.objectContaining({ kind: 'forbidden' });
  const clerk = service.call('setSplitProfile', profile, { duty: 'clerk' });
  await expect(clerk).rejects.toThrow(forbidden);
  const [below] = await openUnions(service, [9]);
  const scoped = service.call('setSplitProfile', profile, { ...finance, scope: below ?? '' });
  await expect(scoped).rejects.toThrow(forbidden);
  const keyed = { ...finance, key: 'profile-1' };
  const set = await service.call('setSplitProfile', profile, keyed);
  expect(await service.call('setSplitProfile', profile, keyed)).toEqual(set);
  const other = { ...profile, documentNo: '示工发〔2026〕10号' };
  await expect(service.call('setSplitProfile', other, keyed)).rejects.toThrow(
    problem('IDEMPOTENCY_KEY_REUSED'),
  );
  expect((await list()).map((one) => [one.effectiveFrom, one.effectiveTo])).toEqual([
    ['2026-04-01', ''],
    ['1990-01-01', '2026-03-31'],
  ]);
});

// In this order.
test.each([
  ['PROFILE_SUM', { grassrootsBp: 6499, effectiveFrom: '2026-01-01' }],
  ['PROFILE_BEFORE_LAST', { effectiveFrom: '2026-04-01' }],
  ['FIELD_INVALID', { countyBp: -1 }],
  ['FIELD_INVALID', { documentNo: '' }],
])('it is refused: %s (%#)', async (code, over) => {
  const asked = service.call('setSplitProfile', { ...profile, ...over }, finance);
  await expect(asked).rejects.toThrow(problem(code));
});

test('each receipt is divided by the profile of its period, whenever it comes', async () => {
  const line = { uscc: usccOf(1), amount: '100.00', receivedOn: '2026-05-20' };
  await collect(service, [
    { ...line, slipNo: 'O-1', period: '2026-03' },
    { ...line, slipNo: 'O-2', period: '2026-04' },
  ]);
  const rows = await service.sql`
    select slip_no, grassroots_fen::int, grassroots_bp, county_fen::int from fund_receipt order by slip_no`;
  expect(rows).toEqual([
    { slip_no: 'O-1', grassroots_fen: 6_000, grassroots_bp: 6000, county_fen: 2_500 },
    { slip_no: 'O-2', grassroots_fen: 6_500, grassroots_bp: 6500, county_fen: 2_000 },
  ]);
});
