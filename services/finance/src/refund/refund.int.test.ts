import { newId } from '@gonglian/kernel/id.ts';
import { startTestService } from '@gonglian/testing/service.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Refund } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { testOwn } from '../fixtures.ts';
import { collect, finance, openNode, openUnions, other, usccOf } from '../receipt/scene.ts';
import type { Service, SlipLine } from '../receipt/scene.ts';
import { parts } from '../service.ts';

let service: Service;
let unions: string[];
const chair = { duty: 'chair', id: 'chair-1' } as const;
const yearOf = (n: number, period: string, wageBase: string, amount: string): SlipLine => ({
  slipNo: `${period}-${n}`,
  uscc: usccOf(n),
  period,
  wageBase,
  amount,
  receivedOn: '2026-01-20',
});

// Domain §9.5, by the wage bills of two years: union 1 is small, union 2 stands at the limit, union 3 below it,
// union 4 has one great year, union 5 paid late fees, union 6 is the treasury's.
beforeAll(async () => {
  service = await startTestService(parts, testOwn());
  await openNode(service);
  unions = await openUnions(service, [1, 2, 3, 4, 5, 6]);
  const bp = { grassrootsBp: 6000, countyBp: 2000, cityBp: 1000, provinceBp: 500, nationalBp: 500 };
  const profile = { ...bp, effectiveFrom: '2020-01-01', documentNo: '示工发〔2020〕1号' };
  await service.call('setSplitProfile', profile, finance);
  await collect(service, [
    yearOf(1, '2025-06', '100000.00', '2000.00'),
    yearOf(2, '2024-12', '1200000.00', '24000.00'),
    yearOf(2, '2025-12', '1300000.00', '26000.00'),
    yearOf(3, '2024-12', '1200000.00', '24000.00'),
    yearOf(3, '2025-12', '1290000.00', '25800.00'),
    yearOf(4, '2024-12', '100000.00', '2000.00'),
    yearOf(4, '2025-12', '2000000.00', '40000.00'),
    { ...yearOf(5, '2025-03', '50000.00', '1000.00'), lateFee: '10.00' },
  ]);
  const fiscal = {
    unionId: unions[5] ?? '',
    slipNo: 'F-6',
    payerUscc: usccOf(6),
    periodFrom: '2025-01',
    periodTo: '2025-12',
    wageBaseFen: 0n,
    amountFen: 100_000n,
    receivedOn: '2026-01-20',
    bank: 'basic',
  };
  await service.call('recordFiscalPayment', fiscal, finance);
});
afterAll(() => service.stop());

const problem = (code: string) => expect.objectContaining({ code });
const forbidden = expect.objectContaining({ kind: 'forbidden' });
const year = { periodFrom: '2025-01', periodTo: '2025-12', madeOn: '', takeOverNo: '' };
const stepOf = ({ refundId, version }: Refund) => ({ refundId, expectedVersion: version });
const dayOf = (refund: Refund, doneOn = '') => ({ ...stepOf(refund), doneOn });
const here = { madeOn: '', takeOverNo: '' };
const linesOf = async ({ refundId }: Refund, caller: object = finance) => {
  const ask = { refundId, cursor: '', limit: 0 };
  return (await service.call('listRefundLines', ask, caller)).items;
};
let run: Refund;
/** Of the year before, listed and no more. */
let last: Refund;

test('who pays little is listed with what each level gives back', async () => {
  run = await service.call('runRefund', year, { ...finance, key: 'run-1' });
  expect(run).toMatchObject({ state: 'LISTED', unions: 4, limitFen: 1_000_000n });
  expect(run.documentNo).toBe('厅字〔2022〕47号、工财发〔2023〕22号');
  const lines = new Map((await linesOf(run)).map((line) => [line.unionId, line]));
  expect([...lines.keys()].toSorted()).toEqual(
    [unions[0], unions[2], unions[3], unions[4]].toSorted(),
  );
  expect(lines.get(unions[0] ?? '')).toMatchObject({
    yearlyMeanFen: 80_000n,
    surrenderedFen: 80_000n,
    refundFen: 80_000n,
    countyFen: 40_000n,
    cityFen: 20_000n,
    provinceFen: 10_000n,
    nationalFen: 10_000n,
  });
  // The mean is 9,960; the year's 10,320 are cut to the limit.
  expect(lines.get(unions[2] ?? '')).toMatchObject({
    yearlyMeanFen: 996_000n,
    surrenderedFen: 1_032_000n,
    refundFen: 1_000_000n,
  });
  expect(lines.get(unions[3] ?? '')).toMatchObject({
    yearlyMeanFen: 840_000n,
    refundFen: 1_000_000n,
  });
  // Late fees are no fund.
  expect(lines.get(unions[4] ?? '')).toMatchObject({ refundFen: 40_000n });
});

test('a period is refunded once; a run is bound to its duty and its key', async () => {
  await expect(service.call('runRefund', year, { duty: 'chair' })).rejects.toThrow(forbidden);
  const below = { ...finance, scope: unions[0] ?? '' };
  await expect(service.call('runRefund', year, below)).rejects.toThrow(forbidden);
  const keyed = { ...finance, key: 'run-1' };
  expect(await service.call('runRefund', year, keyed)).toEqual(run);
  const half = { ...here, periodFrom: '2025-06', periodTo: '2025-12' };
  await expect(service.call('runRefund', half, keyed)).rejects.toThrow(
    problem('IDEMPOTENCY_KEY_REUSED'),
  );
  await expect(service.call('runRefund', half, finance)).rejects.toThrow(
    problem('PERIOD_REFUNDED'),
  );
});

test.each([
  ['REFUND_PERIOD_WRONG', { periodFrom: '2025-12', periodTo: '2026-01' }],
  ['REFUND_PERIOD_WRONG', { periodFrom: '2025-02', periodTo: '2025-01' }],
  ['REFUND_PERIOD_OPEN', { periodFrom: '2098-01', periodTo: '2098-12' }],
  ['REFUND_EMPTY', { periodFrom: '2019-01', periodTo: '2019-12' }],
])('a run is refused: %s (%#)', async (code, ask) => {
  await expect(service.call('runRefund', { ...here, ...ask }, finance)).rejects.toThrow(
    problem(code),
  );
});

test('reviewed by another, shown for five working days, approved by a third', async () => {
  const removals = [{ unionId: unions[3] ?? '', reason: '不属于小额缴费单位' }];
  const review = { ...stepOf(run), removals };
  await expect(service.call('reviewRefund', review, finance)).rejects.toThrow(
    problem('REFUND_SAME_PERSON'),
  );
  const unknown = { ...review, removals: [{ unionId: newId(), reason: '查无此单位' }] };
  await expect(service.call('reviewRefund', unknown, other)).rejects.toThrow(
    problem('REFUND_LINE_UNKNOWN'),
  );
  await expect(service.call('publishRefund', dayOf(run), other)).rejects.toThrow(
    problem('REFUND_STATE_WRONG'),
  );
  const reviewed = await service.call('reviewRefund', review, other);
  expect(reviewed).toMatchObject({ state: 'REVIEWED', unions: 3, refundFen: 1_120_000n });
  const stale = service.call('publishRefund', dayOf(run), other);
  await expect(stale).rejects.toThrow(problem('VERSION_MOVED'));
  const published = await service.call('publishRefund', dayOf(reviewed), other);
  const { publishedOn, publicityEndsOn } = published;
  expect(publicityEndsOn > publishedOn).toBe(true);
  const early = service.call('approveRefund', dayOf(published), chair);
  await expect(early).rejects.toThrow(problem('PUBLICITY_NOT_OVER'));
  await service.sql`
    update refund_run set published_on = '2026-03-09', publicity_ends_on = '2026-03-16'
    where id = ${run.refundId}`;
  for (const caller of [finance, other]) {
    const own = service.call('approveRefund', dayOf(published), caller);
    await expect(own).rejects.toThrow(problem('REFUND_SAME_PERSON'));
  }
  const clerk = service.call('approveRefund', dayOf(published), { duty: 'clerk' });
  await expect(clerk).rejects.toThrow(forbidden);
  const approved = await service.call('approveRefund', dayOf(published), chair);
  expect(approved).toMatchObject({ state: 'APPROVED', approvedBy: 'chair-1' });
  const facts = (await service.outbox()).filter(({ fact }) => fact === 'refund.approved');
  expect(facts).toEqual([expect.objectContaining({ key: run.refundId })]);
  expect(facts[0]?.data).toMatchObject({ unions: 3, refundFen: '1120000', countyFen: '560000' });
  await expect(service.call('cancelRefund', dayOf(approved), finance)).rejects.toThrow(
    problem('REFUND_STATE_WRONG'),
  );
});

test('a list that comes to nothing leaves its months free', async () => {
  const before = { ...here, periodFrom: '2024-01', periodTo: '2024-12' };
  const first = await service.call('runRefund', before, finance);
  const cancelled = await service.call('cancelRefund', dayOf(first), finance);
  expect(cancelled.state).toBe('CANCELLED');
  last = await service.call('runRefund', before, finance);
  expect(last.unions).toBe(first.unions);
});

test('a union sees its own line; a list that is none is unknown', async () => {
  const mine = await linesOf(run, { ...finance, scope: unions[0] ?? '' });
  expect(mine.map(({ unionId }) => unionId)).toEqual([unions[0]]);
  await expect(service.call('getRefund', { refundId: newId() }, finance)).rejects.toThrow(
    problem('REFUND_UNKNOWN'),
  );
  const { items } = await service.call('listRefunds', { cursor: '', limit: 0 }, finance);
  expect(items).toHaveLength(3);
});

test('a list of old records is taken over with its days, each after the one before', async () => {
  const slip = yearOf(1, '2020-06', '100000.00', '2000.00');
  await collect(service, [{ ...slip, receivedOn: '2020-07-10' }]);
  const old = {
    periodFrom: '2020-01',
    periodTo: '2020-06',
    madeOn: '2020-10-09',
    takeOverNo: '示工办〔2026〕3号',
  };
  const run2020 = (over: object) => service.call('runRefund', { ...old, ...over }, finance);
  await expect(run2020({ takeOverNo: '' })).rejects.toThrow(problem('REFUND_TAKE_OVER_INCOMPLETE'));
  await expect(run2020({ madeOn: '2098-01-01' })).rejects.toThrow(problem('REFUND_NOT_OLD'));
  await expect(run2020({ madeOn: '2020-06-30' })).rejects.toThrow(problem('REFUND_PERIOD_OPEN'));
  const listed = await run2020({});
  expect(listed).toMatchObject({ madeOn: '2020-10-09', takeOverNo: old.takeOverNo, unions: 1 });
  expect(listed.documentNo).toBe('小微企业工会经费支持政策（2020—2022年）');
  const reviewed = await service.call('reviewRefund', { ...stepOf(listed), removals: [] }, other);
  const publish = (doneOn: string) => service.call('publishRefund', dayOf(reviewed, doneOn), other);
  for (const day of ['', '2020-10-08', '2098-01-01']) {
    await expect(publish(day)).rejects.toThrow(problem('REFUND_DAY_WRONG'));
  }
  // Saturday the tenth was worked.
  const published = await publish('2020-10-09');
  expect(published.publicityEndsOn).toBe('2020-10-15');
  const approve = (doneOn: string) =>
    service.call('approveRefund', dayOf(published, doneOn), chair);
  await expect(approve('2020-10-15')).rejects.toThrow(problem('PUBLICITY_NOT_OVER'));
  expect(await approve('2020-10-16')).toMatchObject({ approvedOn: '2020-10-16' });
  const [, fact] = (await service.outbox()).filter((one) => one.fact === 'refund.approved');
  expect(fact?.data).toMatchObject({ approvedOn: '2020-10-16', refundFen: '80000' });
  // What was made here is done today, whatever anybody says.
  const list = await service.call('getRefund', { refundId: run.refundId }, finance);
  expect(list).toMatchObject({ takeOverNo: '', state: 'APPROVED' });
  await service.call('reviewRefund', { ...stepOf(last), removals: [] }, other);
  const backdated = { refundId: last.refundId, expectedVersion: last.version + 1 };
  await expect(
    service.call('publishRefund', { ...backdated, doneOn: '2026-01-05' }, other),
  ).rejects.toThrow(problem('REFUND_NOT_TAKEN_OVER'));
});
