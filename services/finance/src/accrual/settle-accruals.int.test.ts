// The money of a year that is over comes, goes, comes in parts, and goes back.
import { SettlementAnswered } from '@gonglian/contracts/gen/gonglian/finance/v1/events.ts';
import { eventually } from '@gonglian/testing/eventually.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { finance, other, usccOf } from '../receipt/scene.ts';
import { hearLetter } from '../settlement/scene.ts';
import { BANK, chair, CITY, sentRemittance, startCounty, TOWN, type County } from './scene.ts';

let county: County;
beforeAll(async () => {
  county = await startCounty();
});
afterAll(() => county.service.stop());
const problem = (code: string, kind = 'refused') => expect.objectContaining({ code, kind });

test('what comes in parts settles part by part; the rest is taken back, and nothing after it', async () => {
  const { accrualId } = await county.accrue({
    kind: 'GENERAL_TRANSFER',
    neighbour: CITY,
    year: 2023,
  });
  const general = { ...sentRemittance('2023'), kind: 'GENERAL_TRANSFER', shares: [] };
  await county.receive(CITY, '2024-02-01', { ...general, amountFen: 300_000n });
  // Of another year: income of the day.
  await county.receive(CITY, '2024-02-02', { ...general, period: '2024', amountFen: 100_000n });
  expect(await county.find(accrualId)).toMatchObject({ openFen: 500_000n, version: 2 });
  expect(await county.balance('13101')).toBe(500_000);
  const income = await county.balance('40301');
  const ask = { accrualId, expectedVersion: 2, takenBackOn: '2024-03-01', reason: '不再拨付' };
  const back = await county.service.call('takeBackAccrual', ask, other);
  expect(back).toMatchObject({
    openFen: 0n,
    steps: [{}, { cause: 'TAKEN_BACK', reason: '不再拨付' }],
  });
  expect([await county.balance('13101'), await county.balance('40301')]).toEqual([
    0,
    income + 500_000,
  ]);
  await expect(
    county.service.call('takeBackAccrual', { ...ask, expectedVersion: 3 }, finance),
  ).rejects.toThrow(problem('ACCRUAL_SETTLED'));
  await county.expectClean();
});

test("a union's share is held for it from the year's end: it comes, and lies in its purse", async () => {
  const [unionId] = county.unions;
  const share = { kind: 'SHARE', neighbour: CITY, year: 2024 };
  const own = await county.accrue({ ...share, amountFen: 100_000n });
  const below = await county.accrue({ ...share, amountFen: 300_000n, forUnionId: unionId });
  expect(below).toMatchObject({ lowerFen: 300_000n, forUnionName: '合成工会' });
  expect([await county.balance('13102'), await county.balance('21202', unionId)]).toEqual([
    400_000, -300_000,
  ]);
  const before = await county.balance('402');
  const came = { ...sentRemittance('2024'), kind: 'SHARE', shares: [], amountFen: 400_000n };
  await county.receive(CITY, '2025-01-15', came);
  expect(await county.find(own.accrualId)).toMatchObject({ openFen: 0n });
  expect(await county.find(below.accrualId)).toMatchObject({ openFen: 0n });
  expect([await county.balance('13102'), await county.balance('402')]).toEqual([0, before]);
  const [purse] = await county.service.sql<{ fen: string }>`
    select t.in_fen - t.out_fen as fen from pot as p join pot_total as t using (book_id, pot_no)
    where p.kind = 'lower' and p.key = ${unionId} and p.bank = ${BANK}`;
  expect(purse?.fen).toBe('300000');
  await county.expectClean();
});

test('a union pays up what it owed; taken back, the receipt leaves it owing', async () => {
  const [, unionId] = county.unions;
  const { accrualId } = await county.accrue({ neighbour: '', unionId, year: 2024 });
  const payment = {
    unionId,
    slipNo: 'S-2024',
    payerUscc: usccOf(2),
    periodFrom: '2024-10',
    periodTo: '2024-12',
    wageBaseFen: 100_000_000n,
    receivedOn: '2025-01-10',
    bank: BANK,
    fundFen: 2_000_000n,
    paidUpFen: 800_000n,
  };
  const before = [await county.balance('402'), await county.balance('211')];
  const { receiptId } = await county.service.call('recordSelfPayment', payment, finance);
  expect(await county.find(accrualId)).toMatchObject({
    openFen: 0n,
    counterpartName: '合成工会',
    steps: [{ cause: 'RECEIPT', sourceId: receiptId }],
  });
  expect([await county.balance('402'), await county.balance('211')]).toEqual(before);
  expect(await county.balance('132', unionId)).toBe(0);
  await county.service.call('reverseReceipt', { receiptId, reason: '他单位款项' }, other);
  const open = await county.find(accrualId);
  expect(open?.openFen).toBe(800_000n);
  expect(open?.steps[0]?.reversedNo).toBeGreaterThan(0n);
  expect(await county.balance('132', unionId)).toBe(800_000);
  await county.service.call('recordSelfPayment', payment, finance);
  expect(await county.find(accrualId)).toMatchObject({ openFen: 0n, steps: [{}, {}] });
  await county.expectClean();
});

test('a transfer that was granted and not paid is of its year; disputed and returned it is owed again', async () => {
  await county.receive(CITY, '2025-03-01', {
    ...sentRemittance('2025'),
    kind: 'GENERAL_TRANSFER',
    shares: [],
    amountFen: 500_000n,
  });
  const granted = { direction: 'OUT', kind: 'GENERAL_TRANSFER', amountFen: 50_000n };
  const { accrualId } = await county.accrue({ ...granted, year: 2024 });
  expect([await county.balance('21201'), await county.balance('50801')]).toEqual([-50_000, 50_000]);
  const transfer = {
    ...sentRemittance('2024'),
    toNode: TOWN,
    kind: 'GENERAL_TRANSFER',
    amountFen: 50_000n,
    shares: [],
    bank: BANK,
    purpose: '补助',
    emergencyEvent: '',
    emergencyReason: '',
  };
  const { settlementId } = await county.service.call('proposeSettlement', transfer, finance);
  const undecided = { decisionNo: '', decisionOn: '', decisionSha256: '' };
  const approval = { settlementId, expectedVersion: 1, sentOn: '2025-03-02', ...undecided };
  await county.service.call('approveSettlement', approval, chair);
  expect([await county.balance('21201'), await county.balance('50801')]).toEqual([0, 50_000]);
  const answer = { settlementId, fromNode: county.service.node, toNode: TOWN, answer: 'DISPUTED' };
  const said = { ...answer, answeredOn: '2025-03-05', reasonCode: 'NOT_ARRIVED' };
  const letter = SettlementAnswered.toJSON(SettlementAnswered.fromPartial(said));
  await hearLetter(county.service, 'settlement.answered', letter, TOWN);
  const { version } = await eventually(async () => {
    const row = await county.service.call('getSettlement', { settlementId }, chair);
    expect(row.state).toBe('DISPUTED');
    return row;
  });
  const back = { settlementId, expectedVersion: version, returnedOn: '2025-03-09' };
  await county.service.call('returnSettlement', back, chair);
  expect(await county.find(accrualId)).toMatchObject({ openFen: 50_000n });
  expect([await county.balance('21201'), await county.balance('50801')]).toEqual([-50_000, 50_000]);
  await county.expectClean();
});
