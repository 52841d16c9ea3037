// The ledger as the desk sees it: through gRPC, by duty and scope.
import type { PostVoucherRequest } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { postVouchers } from './post-vouchers.ts';
import {
  inTx,
  journal,
  manual,
  openUnion,
  receipt20000,
  startFinance,
  voucher,
  type Service,
} from './scene.ts';

let service: Service;
beforeAll(async () => {
  service = await startFinance();
});
afterAll(() => service.stop());

const finance = { duty: 'finance' } as const;
const chair = { duty: 'chair' } as const;
const kind = (of: string) => expect.objectContaining({ kind: of });
const code = (of: string) => expect.objectContaining({ code: of });

test('a voucher by hand is posted, shown with its seal, and reversed once', async () => {
  const unionId = await openUnion(service);
  expect(await service.call('postVoucher', manual(unionId), finance)).toEqual({
    no: 1n,
    period: '2026-03',
    periodNo: 1n,
  });
  const shown = await service.call('getVoucher', { unionId, no: 1n }, { duty: 'auditor' });
  expect(shown).toMatchObject({
    kind: 'MANUAL',
    makerId: 'test-finance',
    eventOn: '2026-03-05',
    reversedByNo: 0n,
    blockNo: 1n,
    legs: [
      { accountNo: 1n, amountFen: 500n, balanceFen: 500n, version: 1n },
      { accountNo: 2n, amountFen: -500n, balanceFen: -500n, version: 1n },
    ],
  });
  expect(shown.leaf).toMatch(/^[0-9a-f]{64}$/);
  const ask = { unionId, no: 1n, eventOn: '2026-04-01', period: '', reason: '记错科目' };
  expect(await service.call('reverseVoucher', ask, finance)).toMatchObject({ no: 2n });
  await expect(service.call('reverseVoucher', ask, finance)).rejects.toThrow(
    code('ALREADY_REVERSED'),
  );
  const { items } = await service.call(
    'listVouchers',
    { unionId, period: '', cursor: '', limit: 0 },
    finance,
  );
  expect(
    items.map(({ no, amountFen, reversesNo, reversedByNo }) => [
      no,
      amountFen,
      reversesNo,
      reversedByNo,
    ]),
  ).toEqual([
    [1n, 500n, 0n, 2n],
    [2n, 500n, 1n, 0n],
  ]);
});

test('replay: the same key answers the same, another body is refused; one action and one fact', async () => {
  const unionId = await openUnion(service);
  const key = newId();
  const first = await service.call('postVoucher', manual(unionId), { ...finance, key });
  expect(await service.call('postVoucher', manual(unionId), { ...finance, key })).toEqual(first);
  const other = service.call('postVoucher', manual(unionId, { docId: '2' }), { ...finance, key });
  await expect(other).rejects.toThrow(code('IDEMPOTENCY_KEY_REUSED'));
  expect(await service.sql`select facts from action where key = ${key}`).toEqual([{ facts: 1 }]);
  expect((await service.outbox()).filter((row) => row.key === unionId)).toHaveLength(1);
});

test.each(['tax-slip', 'SETTLEMENT', 'PAYMENT_LINE', 'fund-receipt'])(
  'a voucher by hand is not of a document that vouchers are made of: %s',
  async (docKind) => {
    const unionId = await openUnion(service);
    await expect(
      service.call('postVoucher', manual(unionId, { docKind }), finance),
    ).rejects.toThrow(expect.objectContaining({ kind: 'invalid' }));
    await service.call('postVoucher', manual(unionId), finance);
    expect(await service.call('verifyLedger', { unionId }, finance)).toMatchObject({ clean: true });
  },
);

const calls = (unionId: string) =>
  [
    ['postVoucher', manual(unionId)],
    ['reverseVoucher', { unionId, no: 1n, eventOn: '2026-03-05', period: '', reason: 'x' }],
    ['getVoucher', { unionId, no: 1n }],
    ['listVouchers', { unionId, period: '', cursor: '', limit: 0 }],
    ['getLedger', { unionId, accountNo: 1n, cursor: '', limit: 0 }],
    ['getTrialBalance', { unionId, period: '2026-03', onDate: '', knownAt: '' }],
    ['getStatement', { unionId, report: '01', period: '2026-03' }],
    ['closeBookPeriod', { unionId, period: '2026-03' }],
    ['closeYear', { unionId, year: 2024 }],
    ['verifyLedger', { unionId }],
  ] as const;

test('whoever has another duty may not; a union out of reach is none', async () => {
  const unionId = await openUnion(service);
  const elsewhere = await openUnion(service);
  for (const [method, ask] of calls(unionId)) {
    const call = (caller: object) => service.call(method, ask as never, caller);
    await expect(call({ duty: 'member', scope: unionId })).rejects.toThrow(kind('forbidden'));
    await expect(call({ duty: 'finance', scope: elsewhere })).rejects.toThrow(kind('not_found'));
  }
  const reopening = { unionId, period: '2026-03', reason: 'x' };
  await expect(service.call('reopenBookPeriod', reopening, finance)).rejects.toThrow(
    kind('forbidden'),
  );
  await expect(
    service.call('reopenBookPeriod', reopening, { ...chair, scope: elsewhere }),
  ).rejects.toThrow(kind('not_found'));
  const unknown = { unionId, no: 9n };
  await expect(service.call('getVoucher', unknown, finance)).rejects.toThrow(
    code('VOUCHER_UNKNOWN'),
  );
});

test('what does not parse is named by its field', async () => {
  const unionId = await openUnion(service);
  const bad: [Partial<PostVoucherRequest>, string][] = [
    [{ eventOn: '2026-02-30' }, 'eventOn'],
    [{ period: '2026-13' }, 'period'],
    [{ docHash: 'x' }, 'docHash'],
    [{ legs: manual(unionId).legs.map((leg) => ({ ...leg, version: 4n })) }, 'legs.0.version'],
  ];
  for (const [over, field] of bad) {
    await expect(service.call('postVoucher', manual(unionId, over), finance)).rejects.toThrow(
      expect.objectContaining({
        code: 'FIELD_INVALID',
        details: expect.objectContaining({ field }),
      }),
    );
  }
  const one = service.call('postVoucher', manual(unionId, { legs: [] }), finance);
  await expect(one).rejects.toThrow(code('LEGS_TOO_FEW'));
});

test('the trial balance in both times: by business date and by what was known', async () => {
  const unionId = await openUnion(service);
  const post = (eventOn: string, fen: number, now: string) =>
    inTx(
      service,
      (tx) => postVouchers(tx, unionId, [voucher({ eventOn, legs: journal('135', '215', fen) })]),
      undefined,
      new Date(now),
    );
  await post('2026-02-10', 1_000, '2026-03-01T00:00:00Z');
  await post('2026-03-10', 200, '2026-03-10T00:00:00Z');
  await post('2026-03-20', 30, '2026-03-20T00:00:00Z');
  await post('2026-02-20', 4, '2026-04-02T00:00:00Z');
  const read = async (period: string, onDate = '', knownAt = '') => {
    const ask = { unionId, period, onDate, knownAt };
    const { items, balanced } = await service.call('getTrialBalance', ask, finance);
    expect(balanced).toBe(true);
    const line = items.find(({ account }) => account?.code === '135');
    return line && [line.openingFen, line.debitFen, line.creditFen, line.closingFen];
  };
  expect(await read('2026-03')).toEqual([1_004n, 230n, 0n, 1_234n]);
  expect(await read('2026-02')).toEqual([0n, 1_004n, 0n, 1_004n]);
  expect(await read('2026-03', '2026-03-15')).toEqual([1_004n, 200n, 0n, 1_204n]);
  expect(await read('2026-03', '', '2026-03-31T00:00:00Z')).toEqual([1_000n, 230n, 0n, 1_230n]);
  expect(await read('2026-02', '', '2026-03-05T08:00:00+08:00')).toEqual([0n, 1_000n, 0n, 1_000n]);
  expect(await read('2026-03', '2026-03-15', '2026-03-15T00:00:00Z')).toEqual([
    1_000n,
    200n,
    0n,
    1_200n,
  ]);
  expect(await read('2026-01', '', '2026-01-01T00:00:00Z')).toBeUndefined();
  await expect(read('2026-03', '2026-04-01')).rejects.toThrow(code('DATE_OUTSIDE_PERIOD'));
});

test('the page of an account goes back leg by leg', async () => {
  const unionId = await openUnion(service);
  await inTx(service, (tx) =>
    postVouchers(
      tx,
      unionId,
      Array.from({ length: 5 }, () => voucher()),
    ),
  );
  const seen: bigint[] = [];
  let cursor = '';
  for (let page = 0; page < 9; page += 1) {
    const ask = { unionId, accountNo: 1n, cursor, limit: 2 };
    const answer = await service.call('getLedger', ask, finance);
    expect(answer).toMatchObject({ nameZh: '其他应收款', balanceFen: 500n });
    seen.push(...answer.items.map(({ balanceFen }) => balanceFen));
    cursor = answer.nextCursor;
    if (cursor === '') break;
  }
  expect(seen).toEqual([500n, 400n, 300n, 200n, 100n]);
});

test('a year: closed by month, opened again by the chair, carried over, reported', async () => {
  const unionId = await openUnion(service);
  const legs = (income: string, fen: number, project = '') => [
    { account: { code: '135' }, amountFen: fen },
    { account: { code: income, project }, amountFen: -fen },
  ];
  const eventOn = '2024-06-01';
  await inTx(service, (tx) =>
    postVouchers(tx, unionId, [
      voucher({ eventOn, legs: legs('402', 10_000_000) }),
      voucher({ eventOn, legs: legs('505', -9_000_000) }),
      voucher({ eventOn, legs: legs('40302', 4_000_000, 'P') }),
    ]),
  );
  const statement = (report: string) =>
    service.call('getStatement', { unionId, report, period: '2024-12' }, finance);
  const income = await statement('02');
  expect(await service.call('closeBookPeriod', { unionId, period: '2024-06' }, finance)).toEqual({
    unionId,
    period: '2024-06',
    open: false,
    afterNo: 3n,
  });
  const late = manual(unionId, { eventOn, period: '2024-06' });
  await expect(service.call('postVoucher', late, finance)).rejects.toThrow(
    code('BOOK_PERIOD_CLOSED'),
  );
  await service.call('reopenBookPeriod', { unionId, period: '2024-06', reason: '漏记' }, chair);
  await service.call('postVoucher', late, finance);
  expect(await service.call('closeYear', { unionId, year: 2024 }, finance)).toMatchObject({
    voucherNos: [5n, 6n],
    carriedOverFen: 4_000_000n,
    surplusFen: 1_000_000n,
  });
  const [sheet, after] = [await statement('01'), await statement('02')];
  expect(after).toEqual(income);
  expect(sheet.balanced).toBe(true);
  expect(sheet.items.find((line) => line.code === '322')?.amountFen).toBe(1_000_000n);
  expect(sheet.items.find((line) => line.code === '321')?.amountFen).toBe(4_000_000n);
  await expect(service.call('closeYear', { unionId, year: 2024 }, finance)).rejects.toThrow(
    code('BOOK_PERIOD_CLOSED'),
  );
  await expect(service.call('closeYear', { unionId, year: 2199 }, finance)).rejects.toThrow(
    code('YEAR_NOT_OVER'),
  );
  await expect(
    service.call('closeBookPeriod', { unionId, period: '2199-01' }, finance),
  ).rejects.toThrow(code('PERIOD_AHEAD'));
  expect((await service.call('verifyLedger', { unionId }, finance)).clean).toBe(true);
});

test('a union without a book is clean and has no balance; one with a receipt balances', async () => {
  const unionId = await openUnion(service);
  expect(await service.call('verifyLedger', { unionId }, finance)).toMatchObject({
    clean: true,
    checks: [],
  });
  await inTx(service, (tx) => postVouchers(tx, unionId, [receipt20000(newId())]));
  const ask = { unionId, period: '2026-03', onDate: '', knownAt: '' };
  expect(await service.call('getTrialBalance', ask, finance)).toMatchObject({
    debitFen: 2_000_000n,
    creditFen: 2_000_000n,
    balanced: true,
    lastNo: 1n,
  });
});
