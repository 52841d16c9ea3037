import { ListReceiptsRequest } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { startTestService } from '@gonglian/testing/service.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testOwn } from '../fixtures.ts';
import { parts } from '../service.ts';
import { collect, finance, openNode, openUnions, other, usccOf, type Service } from './scene.ts';

let service: Service;
let unions: string[];
const bp = { grassrootsBp: 6000, countyBp: 2000, cityBp: 1000, provinceBp: 500, nationalBp: 500 };
const report = (grouping: string, over: object = {}, caller: object = finance) =>
  service.call('getFundReport', { year: 2026, grouping, cursor: '', limit: 0, ...over }, caller);

// Two slips of 2026, one of 2025, one that is taken back, and a union that pays up itself.
beforeAll(async () => {
  service = await startTestService(parts, testOwn());
  await openNode(service);
  unions = await openUnions(service, [1, 2]);
  const profile = { ...bp, effectiveFrom: '2020-01-01', documentNo: '示工发〔2020〕1号' };
  await service.call('setSplitProfile', profile, finance);
  await collect(service, [
    { slipNo: 'A', uscc: usccOf(1), amount: '20000.00' },
    { slipNo: 'B', uscc: usccOf(2), amount: '10000.00' },
    { slipNo: 'C', uscc: usccOf(2), period: '2025-12', amount: '5000.00' },
  ]);
  const paid = {
    unionId: unions[1] ?? '',
    payerUscc: usccOf(2),
    periodFrom: '2026-04',
    periodTo: '2026-06',
    wageBaseFen: 0n,
    receivedOn: '2026-07-10',
    bank: 'basic',
  };
  const own = { ...paid, slipNo: 'S', fundFen: 1_000_000n, paidUpFen: 400_000n };
  await service.call('recordSelfPayment', own, finance);
  const wrong = { ...paid, slipNo: 'F', amountFen: 700_000n };
  const { receiptId } = await service.call('recordFiscalPayment', wrong, finance);
  await service.call('reverseReceipt', { receiptId, reason: '重复登记' }, other);
});
afterAll(() => service.stop());

test('by mode: what is of the levels above, and that it has come', async () => {
  expect((await report('MODE')).rows).toEqual([
    { key: 'SELF_PAY', name: '', receipts: 1, ...come(400_000n) },
    { key: 'TAX_COLLECT', name: '', receipts: 2, ...come(1_200_000n) },
  ]);
});

const come = (fen: bigint) => ({ dueFen: fen, receivedFen: fen, paidUpFen: 0n, differenceFen: 0n });

test('by union, a page after a page', async () => {
  const sums = new Map([
    [unions[0], 800_000n],
    [unions[1], 800_000n],
  ]);
  const first = await report('UNION', { limit: 1 });
  const second = await report('UNION', { limit: 1, cursor: first.nextCursor });
  const rows = [...first.rows, ...second.rows];
  expect(rows.map(({ key }) => key)).toEqual(unions.toSorted());
  for (const { key, dueFen } of rows) expect(dueFen).toBe(sums.get(key));
  const end = await report('UNION', { limit: 1, cursor: second.nextCursor });
  expect(end).toMatchObject({ rows: [], nextCursor: '' });
});

test('by level: the own share stays, and what was not sent is owed', async () => {
  const unsent = (await report('LEVEL')).rows;
  const differences = () =>
    unsent.map(({ key, dueFen, differenceFen }) => [key, dueFen, differenceFen]);
  expect(differences()).toEqual([
    ['COUNTY', 800_000n, 0n],
    ['CITY', 400_000n, 400_000n],
    ['PROVINCE', 200_000n, 200_000n],
    ['NATIONAL', 200_000n, 200_000n],
  ]);
  await service.sql`
    insert into settlement (settlement_id, direction, union_id, neighbour, kind, period, amount_fen,
      shares, purpose, project, doc_no, permitted_codes, state, sent_on)
    values (gen_random_uuid(), 'OUT', ${nodeRootUnionId(service.node)}, '321000', 'REMITTANCE',
      '2026-06', 500000, '[{"level":"CITY","amountFen":400000},{"level":"PROVINCE","amountFen":100000}]',
      '上解', '', '', '{}', 'SENT', '2026-07-20')`;
  const sent = (await report('LEVEL')).rows;
  expect(sent.map(({ paidUpFen, differenceFen }) => [paidUpFen, differenceFen])).toEqual([
    [800_000n, 0n],
    [400_000n, 0n],
    [100_000n, 100_000n],
    [0n, 200_000n],
  ]);
});

test('another year is another report', async () => {
  const before = { year: 2025 };
  const [county] = (await report('LEVEL', before)).rows;
  expect(county).toMatchObject({ key: 'COUNTY', receipts: 1, dueFen: 100_000n });
  expect((await report('LEVEL', { year: 2019 })).rows).toEqual([]);
});

test.each([
  ['FIELD_INVALID', { grouping: 'TOWN' }],
  ['FIELD_INVALID', { year: 26 }],
])('refused: %s (%#)', async (code, over) => {
  await expect(report('MODE', over)).rejects.toThrow(expect.objectContaining({ code }));
});

test('what a year is made of is found by its year', async () => {
  const slips = async (year: number) => {
    const ask = ListReceiptsRequest.fromPartial({ year });
    const { items } = await service.call('listReceipts', ask, finance);
    return items.map(({ slipNo }) => slipNo).toSorted();
  };
  expect(await slips(2025)).toEqual(['C']);
  // One that was taken back stays on the list; the report does not count it.
  expect(await slips(2026)).toEqual(['A', 'B', 'F', 'S']);
  expect(await slips(2019)).toEqual([]);
});

test('it is of the whole node', async () => {
  const forbidden = expect.objectContaining({ kind: 'forbidden' });
  const below = { ...finance, scope: unions[0] ?? '' };
  await expect(report('MODE', {}, below)).rejects.toThrow(forbidden);
  await expect(report('MODE', {}, { duty: 'member' })).rejects.toThrow(forbidden);
});
