// A county in the years after one that is over: what it was still owed then. Each test has years of its own; the oldest is closed.
import { newId, nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { finance, other } from '../receipt/scene.ts';
import { chair, CITY, sentRemittance, startCounty, TOWN, type County } from './scene.ts';

let county: County;
beforeAll(async () => {
  county = await startCounty();
});
afterAll(() => county.service.stop());
const problem = (code: string, kind = 'refused') => expect.objectContaining({ code, kind });

/** Of what a month shows: the first-level accounts, in fen. */
async function statement(report: '01' | '02', period: string): Promise<Record<string, number>> {
  const shown = await county.service.call(
    'getStatement',
    { unionId: county.root, report, period },
    chair,
  );
  expect(shown.balanced).toBe(true);
  return Object.fromEntries(shown.items.map(({ code, amountFen }) => [code, Number(amountFen)]));
}

test('the income is of the year in which it was earned, and its close takes it along', async () => {
  const party = nodeRootUnionId(TOWN);
  const accrual = await county.accrue({ year: 2022 });
  expect(accrual).toMatchObject({
    ownFen: 400_000n,
    upperFen: 400_000n,
    openFen: 800_000n,
    counterpartId: party,
    accruedBy: 'finance-1',
    steps: [],
  });
  expect(await statement('02', '2022-12')).toEqual({
    402: 400_000,
    INCOME: 400_000,
    EXPENDITURE: 0,
  });
  const closed = await county.service.call(
    'closeYear',
    { unionId: county.root, year: 2022 },
    finance,
  );
  expect(closed).toMatchObject({ surplusFen: 400_000n, carriedOverFen: 0n });
  expect(await statement('01', '2022-12')).toEqual({
    132: 800_000,
    ASSET: 800_000,
    211: 400_000,
    LIABILITY: 400_000,
    322: 400_000,
    NET_ASSET: 400_000,
  });
  await expect(
    county.accrue({ year: 2022, neighbour: '', unionId: county.unions[1] }),
  ).rejects.toThrow(problem('BOOK_PERIOD_CLOSED'));

  const settlementId = await county.receive(TOWN, '2023-01-20', sentRemittance('2022-12'));
  expect(await county.balance('132', party)).toBe(0);
  expect(await statement('02', '2023-01')).toEqual({ INCOME: 0, EXPENDITURE: 0 });
  expect(await statement('01', '2023-01')).toEqual({
    102: 800_000,
    132: 0,
    ASSET: 800_000,
    211: 400_000,
    LIABILITY: 400_000,
    322: 400_000,
    NET_ASSET: 400_000,
  });
  expect(await county.find(accrual.accrualId)).toMatchObject({
    openFen: 0n,
    version: 2,
    steps: [{ cause: 'SETTLEMENT', sourceId: settlementId, amountFen: 800_000n, reversedNo: 0n }],
  });
  await county.expectClean();
});

test('one that was entered wrongly is reversed as such, and may be accrued anew', async () => {
  const over = { kind: 'SPECIAL_TRANSFER', neighbour: CITY, project: '送温暖-2024', year: 2024 };
  const { accrualId, voucherNo } = await county.accrue(over);
  await expect(county.accrue({ ...over, amountFen: 1n })).rejects.toThrow(problem('ACCRUAL_OPEN'));
  const ask = { accrualId, expectedVersion: 1, takenBackOn: '2024-12-31', reason: '金额有误' };
  await expect(county.service.call('takeBackAccrual', ask, finance)).rejects.toThrow(
    problem('ACCRUAL_SAME_PERSON'),
  );
  const { steps } = await county.service.call('takeBackAccrual', ask, other);
  const no = steps[0]?.voucherNo ?? 0n;
  const reversal = await county.service.call('getVoucher', { unionId: county.root, no }, chair);
  expect(reversal).toMatchObject({ reversesNo: voucherNo, kind: 'ACCRUAL' });
  const again = await county.accrue({ ...over, amountFen: 90_000n });
  // Its project, and no other.
  await county.receive(CITY, '2025-04-02', { period: '2024', project: '送温暖-2025' });
  expect(await county.find(again.accrualId)).toMatchObject({ openFen: 90_000n });
  await county.receive(CITY, '2025-04-02', { period: '2024', project: '送温暖-2024' });
  expect(await county.find(again.accrualId)).toMatchObject({ openFen: 0n });
  await county.expectClean();
});

test('what somebody changes in the rows is noticed', async () => {
  const { accrualId } = await county.accrue({
    neighbour: '',
    unionId: county.unions[0],
    year: 2023,
  });
  const change = (fen: number) => county.service.sql`
    update accrual set open_own_fen = open_own_fen + ${fen} where accrual_id = ${accrualId}`;
  await change(-1);
  const { checks } = await county.service.call(
    'verifyLedger',
    { unionId: county.root },
    { duty: 'auditor' },
  );
  expect(checks.filter(({ ok }) => !ok).map(({ check }) => check)).toEqual(['ACCRUALS_ARE_OPEN']);
  await change(1);
  await county.expectClean();
});

test('who may; once under its key; stale, unknown and out of reach', async () => {
  const ask = { kind: 'GENERAL_TRANSFER', neighbour: CITY, year: 2024 };
  for (const caller of [
    { duty: 'clerk' },
    { duty: 'chair' },
    { duty: 'auditor' },
    { ...finance, scope: county.unions[0] },
  ] as const)
    await expect(county.accrue(ask, caller)).rejects.toThrow(
      expect.objectContaining({ kind: 'forbidden' }),
    );
  const keyed = { ...finance, key: newId() };
  const first = await county.accrue(ask, keyed);
  expect(await county.accrue(ask, keyed)).toEqual(first);
  await expect(county.accrue({ ...ask, amountFen: 1n }, keyed)).rejects.toThrow(
    problem('IDEMPOTENCY_KEY_REUSED'),
  );
  const { accrualId } = first;
  const back = { accrualId, expectedVersion: 2, takenBackOn: '2025-03-01', reason: '误计提' };
  await expect(county.service.call('takeBackAccrual', back, finance)).rejects.toThrow(
    problem('ACCRUAL_CHANGED', 'stale'),
  );
  await expect(
    county.service.call('takeBackAccrual', { ...back, accrualId: newId() }, finance),
  ).rejects.toThrow(problem('ACCRUAL_UNKNOWN', 'not_found'));
  await expect(county.accrue({ neighbour: '', unionId: newId() })).rejects.toThrow(
    problem('UNION_UNKNOWN', 'not_found'),
  );
  await expect(county.accrue({ year: 2098 })).rejects.toThrow(problem('YEAR_NOT_OVER'));
  await expect(
    county.service.call(
      'reverseVoucher',
      {
        unionId: county.root,
        no: first.voucherNo,
        eventOn: '2025-01-01',
        period: '',
        reason: '冲销',
      },
      finance,
    ),
  ).rejects.toThrow(problem('VOUCHER_OF_DOCUMENT'));
  // Books of the node are nothing that somebody at a township sees.
  const list = { year: 2024, open: true, cursor: '', limit: 10 };
  const below = { duty: 'clerk', scope: county.unions[0] } as const;
  expect(await county.service.call('listAccruals', list, below)).toMatchObject({
    items: [],
    openInFen: 0n,
  });
  const { items } = await county.service.call('listAccruals', list, chair);
  expect(items.map((one) => one.accrualId)).toContain(accrualId);
});
