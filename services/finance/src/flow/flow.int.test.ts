// A year's money by its flows: what is drawn loses no fen, whatever is posted and taken back.
import type { MoneyFlows } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  openUnion,
  pot,
  receipt20000,
  startFinance,
  voucher,
  type Service,
} from '../ledger/scene.ts';
import type { VoucherToPost } from '../ledger/voucher.ts';
import { moving, node, payer, posted, project, recipient, reversing } from '../trace/scene.ts';

const auditor = { duty: 'auditor' } as const;
const COUNTY = '321084';
let service: Service;
let unionId: string;
let town: string;

beforeAll(async () => {
  service = await startFinance();
  unionId = await openUnion(service);
  town = await openUnion(service);
  for (const one of YEARS) await posted(service, unionId, one(town));
});
afterAll(() => service.stop());

const paying = (code: string, from: ReturnType<typeof pot>, amountFen: number): VoucherToPost =>
  voucher({
    docKind: 'PAYMENT_LINE',
    legs: [
      { account: { code }, amountFen },
      { account: { code: '102', mark: 'bank-1' }, amountFen: -amountFen },
    ],
    moves: [{ from, to: recipient('somebody'), amountFen }],
  });

/** Last year's remainder, a receipt by the tax bureau, one by hand, and where this year's money went. */
const YEARS: readonly ((party: string) => VoucherToPost)[] = [
  () => moving([[payer('a'), pot('own'), 70_000]], { eventOn: '2025-12-30' }),
  (party) => receipt20000(party, { docKind: 'tax-slip' }),
  () => moving([[payer('b'), pot('own'), 1_000]]),
  () => moving([[pot('own'), project('warmth'), 50_000]]),
  () => paying('50404', project('warmth'), 20_000),
  () => paying('50404', pot('own'), 5_000),
  () => paying('505', pot('own'), 3_000),
  () => moving([[pot('upper'), node(COUNTY), 300_000]]),
  () => moving([[node('329999'), pot('own'), 8_000]]),
  // The payment of 3,000 fen came back.
  () => reversing(7),
];

const ask = (fiscalYear: number, union = unionId) => ({ unionId: union, fiscalYear });
const flowsOf = ({ flows }: MoneyFlows) =>
  flows.map((one) => {
    const { fromKind, fromPart, toKind, toPart, amountFen } = one;
    return `${fromKind} ${fromPart} > ${toKind} ${toPart} ${amountFen}`.replaceAll('  ', ' ');
  });

test('every flow of the year by its ends, gross', async () => {
  const found = await service.call('getMoneyFlows', ask(2026), auditor);
  expect(flowsOf(found).toSorted()).toEqual([
    'node 329999 > own 8000',
    'own > project 50000',
    'own > recipient 50404 5000',
    'own > recipient 505 3000',
    'payer BY_HAND > own 1000',
    'payer TAX_COLLECT > lower 1200000',
    'payer TAX_COLLECT > own 400000',
    'payer TAX_COLLECT > upper 400000',
    'project > recipient 50404 20000',
    'recipient 505 > own 3000',
    `upper > node ${COUNTY} 300000`,
  ]);
});

test('what lay in a pot and what came in is what went out and what lies there', async () => {
  const { pots } = await service.call('getMoneyFlows', ask(2026), auditor);
  const shown = pots.map((one) => [
    one.potKind,
    ...[one.openingFen, one.inFen, one.outFen, one.closingFen].map(Number),
  ]);
  expect(shown).toEqual([
    ['own', 70_000, 412_000, 58_000, 424_000],
    ['upper', 0, 400_000, 300_000, 100_000],
    ['lower', 0, 1_200_000, 0, 1_200_000],
    ['project', 0, 50_000, 20_000, 30_000],
  ]);
  const [bank] = await service.sql<{ fen: number }>`
    select s.balance_fen::float8 as fen from book join account as a using (book_id)
    join account_balance as s using (book_id, account_no)
    where union_id = ${unionId} and code = '102'`;
  expect(pots.reduce((sum, one) => sum + Number(one.closingFen), 0)).toBe(bank?.fen);
});

test('a year before ends where this one begins; a union without a book has neither', async () => {
  const before = await service.call('getMoneyFlows', ask(2025), auditor);
  expect(before).toMatchObject({
    pots: [{ potKind: 'own', openingFen: 0n, inFen: 70_000n, closingFen: 70_000n }],
  });
  expect(await service.call('getMoneyFlows', ask(2026, town), auditor)).toEqual({
    pots: [],
    flows: [],
  });
});

test('the vouchers of every flow add up to it', async () => {
  const { flows } = await service.call('getMoneyFlows', ask(2026), auditor);
  for (const { amountFen, moveCount: _, ...ends } of flows) {
    const { items } = await service.call(
      'listFlowVouchers',
      { ...ask(2026), ...ends, cursor: '', limit: 50 },
      auditor,
    );
    expect(items.reduce((sum, one) => sum + one.amountFen, 0n)).toBe(amountFen);
    expect(items.every(({ summary, eventOn }) => summary !== '' && eventOn !== '')).toBe(true);
  }
});

test('a flow goes on from page to page, the newest voucher first', async () => {
  const two = await openUnion(service);
  const nos: bigint[] = [];
  for (const fen of [1, 2, 3])
    nos.push(await posted(service, two, moving([[payer('a'), pot('own'), fen]])));
  const ends = { fromKind: 'payer', fromPart: 'BY_HAND', toKind: 'own', toPart: '' };
  const page = (cursor: string) =>
    service.call('listFlowVouchers', { ...ask(2026, two), ...ends, cursor, limit: 2 }, auditor);
  const first = await page('');
  expect(first.items.map(({ no }) => no)).toEqual([nos[2], nos[1]]);
  const second = await page(first.nextCursor);
  expect(second).toMatchObject({ items: [{ no: nos[0], amountFen: 1n }], nextCursor: '' });
});

test('forbidden, and out of reach', async () => {
  const ends = { fromKind: 'payer', fromPart: '', toKind: 'own', toPart: '' };
  const list = { ...ask(2026), ...ends, cursor: '', limit: 2 };
  for (const [duty, over, code] of [
    ['admin', {}, 'PERMISSION_MISSING'],
    ['auditor', { scope: town }, 'UNION_UNKNOWN'],
  ] as const) {
    const caller = { duty, ...over };
    const refusal = expect.objectContaining({ code });
    await expect(service.call('getMoneyFlows', ask(2026), caller)).rejects.toThrow(refusal);
    await expect(service.call('listFlowVouchers', list, caller)).rejects.toThrow(refusal);
  }
});
