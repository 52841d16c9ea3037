import { newId } from '@gonglian/kernel/id.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { balances, openUnion, startFinance, type Service } from '../ledger/scene.ts';

const cashier = { duty: 'finance', id: 'cashier-1' } as const;
const auditor = { duty: 'auditor' } as const;
let service: Service;
beforeAll(async () => {
  service = await startFinance();
});
afterAll(() => service.stop());

const problem = (code: string) => expect.objectContaining({ code });
const wages = [
  { baseWageFen: 438_700n, retained: false },
  { baseWageFen: 500_999n, retained: false },
  { baseWageFen: 1_234_567n, retained: false },
  { baseWageFen: 999n, retained: false },
  { baseWageFen: 600_000n, retained: true },
];
const asking = (unionId: string, month = '2026-03') => ({
  unionId,
  month,
  receivedOn: '2026-04-02',
  bank: 'basic',
  documentNo: '会费〔2026〕1号',
  lines: wages,
});
const grassroots = () => openUnion(service, 'GRASSROOTS');

async function expectClean(unionId: string): Promise<void> {
  const { checks } = await service.call('verifyLedger', { unionId }, auditor);
  expect(checks.length).toBeGreaterThan(0);
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
}

test('the wages of domain §9.6 are 108.60 of dues, all of it the union’s own', async () => {
  const unionId = await grassroots();
  expect(await service.call('recordDues', asking(unionId), cashier)).toEqual({
    unionId,
    month: '2026-03',
    memberCount: 5,
    payerCount: 3,
    retainedCount: 1,
    amountFen: 10_860n,
    voucherNo: 1n,
  });
  expect(await balances(service, unionId)).toEqual({ 102: 10_860, 401: -10_860 });
  const voucher = await service.call('getVoucher', { unionId, no: 1n }, auditor);
  expect(voucher).toMatchObject({
    docKind: 'dues-list',
    docId: '会费〔2026〕1号 2026-03',
    makerId: 'cashier-1',
    eventOn: '2026-04-02',
    summary: '会费收入 2026-03 会员 5 人 缴费 3 人 保留会籍 1 人',
  });
  const { flows } = await service.call('getMoneyFlows', { unionId, fiscalYear: 2026 }, auditor);
  expect(flows).toMatchObject([
    { fromKind: 'payer', fromPart: 'DUES', toKind: 'own', amountFen: 10_860n },
  ]);
  const posted = (await service.outbox()).filter(({ key }) => key === unionId);
  expect(posted.map(({ fact }) => fact)).toEqual(['vouchers.posted']);
  await expectClean(unionId);
});

test('a union and month once: the same again is answered, another content is refused', async () => {
  const unionId = await grassroots();
  const ask = asking(unionId);
  const first = await service.call('recordDues', ask, cashier);
  expect(await service.call('recordDues', ask, cashier)).toEqual(first);
  const less = { ...ask, lines: wages.slice(0, 2) };
  for (const [other, caller] of [
    [less, cashier],
    [{ ...ask, documentNo: '会费〔2026〕2号' }, cashier],
    [ask, { ...cashier, id: 'cashier-2' }],
  ] as const)
    await expect(service.call('recordDues', other, caller)).rejects.toThrow(
      problem('VOUCHER_KEY_REUSED'),
    );
  const april = await service.call('recordDues', asking(unionId, '2026-04'), cashier);
  expect(april.voucherNo).toBe(2n);
  expect(await balances(service, unionId)).toEqual({ 102: 21_720, 401: -21_720 });
  await expectClean(unionId);
});

test('what was entered wrongly is taken back by hand, and the month entered anew', async () => {
  const unionId = await grassroots();
  await service.call('recordDues', asking(unionId), cashier);
  const reversal = { unionId, no: 1n, eventOn: '2026-04-03', period: '', reason: '漏列一人' };
  await service.call('reverseVoucher', reversal, cashier);
  const right = { ...asking(unionId), lines: wages.slice(0, 2) };
  const again = await service.call('recordDues', right, cashier);
  expect(again).toMatchObject({ voucherNo: 3n, amountFen: 4_690n });
  expect(await service.call('recordDues', right, cashier)).toEqual(again);
  await expect(service.call('recordDues', asking(unionId), cashier)).rejects.toThrow(
    problem('VOUCHER_KEY_REUSED'),
  );
  expect(await balances(service, unionId)).toEqual({ 102: 4_690, 401: -4_690 });
  await expectClean(unionId);
});

/** Tables in any row of which these digits stand. */
async function holding(digits: string): Promise<string[]> {
  const rows = await service.sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'finance'
      and query_to_xml(format('select 1 as found from finance.%I as t where t::text like %L limit 1',
        tablename, '%' || ${digits}::text || '%'), false, true, '')::text like '%<found>%'`;
  return rows.map(({ name }) => name);
}

test('wages are kept nowhere, not under the key either', async () => {
  const unionId = await grassroots();
  const key = newId();
  const odd = [{ baseWageFen: 7_654_321n, retained: false }];
  await service.call('recordDues', { ...asking(unionId), lines: odd }, { ...cashier, key });
  // The sum is in the books: it shows that what is there is found.
  expect((await holding('38270')).length).toBeGreaterThan(2);
  expect(await holding('7654321')).toEqual([]);
});

test('the county’s book has no dues, and neither has a union that is no more', async () => {
  const county = await openUnion(service, 'COUNTY');
  await expect(service.call('recordDues', asking(county), cashier)).rejects.toThrow(
    problem('DUES_NOT_GRASSROOTS'),
  );
  const closed = await grassroots();
  await service.sql`update known_union set dissolved_on = '2026-01-01' where union_id = ${closed}`;
  await expect(service.call('recordDues', asking(closed), cashier)).rejects.toThrow(
    problem('UNION_DISSOLVED'),
  );
});

test.each([
  ['IN_FUTURE', { receivedOn: '2099-01-01' }],
  ['IN_FUTURE', { month: '2099-01' }],
  ['DUES_NOTHING', { lines: [{ baseWageFen: 600_000n, retained: true }] }],
  ['FIELD_INVALID', { lines: [] }],
  ['FIELD_INVALID', { lines: [{ baseWageFen: -1n, retained: false }] }],
  ['FIELD_INVALID', { month: '2026-13' }],
  ['FIELD_INVALID', { documentNo: '' }],
])('refused: %s (%#)', async (code, over) => {
  const unionId = await grassroots();
  const asked = service.call('recordDues', { ...asking(unionId), ...over }, cashier);
  await expect(asked).rejects.toThrow(problem(code));
  expect(await balances(service, unionId)).toEqual({});
});

test('forbidden, replayed, another body under the key, out of reach', async () => {
  const [unionId, other] = [await grassroots(), await grassroots()];
  const ask = asking(unionId);
  for (const duty of ['clerk', 'chair', 'auditor', 'member'] as const)
    await expect(service.call('recordDues', ask, { duty })).rejects.toThrow(
      expect.objectContaining({ kind: 'forbidden' }),
    );
  const own = { ...cashier, scope: unionId, key: newId() };
  const first = await service.call('recordDues', ask, own);
  expect(await service.call('recordDues', ask, own)).toEqual(first);
  await expect(
    service.call('recordDues', { ...ask, receivedOn: '2026-04-03' }, own),
  ).rejects.toThrow(problem('IDEMPOTENCY_KEY_REUSED'));
  const unknown = expect.objectContaining({ kind: 'not_found', code: 'UNION_UNKNOWN' });
  await expect(service.call('recordDues', ask, { ...cashier, scope: other })).rejects.toThrow(
    unknown,
  );
  await expect(service.call('recordDues', asking(newId()), cashier)).rejects.toThrow(unknown);
});
