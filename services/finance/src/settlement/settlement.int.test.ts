import type { FinanceServiceService } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import {
  SettlementAnswered,
  SettlementReturned,
  SettlementSent,
} from '@gonglian/contracts/gen/gonglian/finance/v1/events.ts';
import { newId, nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { eventually } from '@gonglian/testing/eventually.ts';
import { startTestService, type Caller, type TestService } from '@gonglian/testing/service.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testOwn } from '../fixtures.ts';
import { inTx, receipt20000 } from '../ledger/scene.ts';
import { postVouchers } from '../ledger/post-vouchers.ts';
import type { Own } from '../pipeline.ts';
import { parts } from '../service.ts';
import { hearLetter, hearSent } from './scene.ts';

// A county: what it sends to its city and what its city sends to it. The city speaks by letters alone.

const CITY = '329900';
let county: TestService<Own, typeof FinanceServiceService>;
let root: string;
const maker: Caller = { duty: 'finance', id: 'maker' };
const chair: Caller = { duty: 'chair', id: 'chair' };

beforeAll(async () => {
  county = await startTestService(parts, testOwn());
  root = nodeRootUnionId(county.node);
  await county.sql`
    insert into known_union (union_id, name, level, kind, region_code, established_on)
    values (${root}, '合成县总工会', 'COUNTY', 'FEDERATION', '329901', '2020-01-01')`;
  const [posted] = await inTx(county, (tx) => postVouchers(tx, root, [receipt20000(newId())]));
  if (posted?.refusal) throw new Error(posted.refusal.code);
});
afterAll(() => county.stop());

const proposal = {
  toNode: CITY,
  kind: 'REMITTANCE',
  period: '2026-03',
  amountFen: 400_000n,
  shares: [
    { level: 'CITY', amountFen: 200_000n },
    { level: 'PROVINCE', amountFen: 100_000n },
    { level: 'NATIONAL', amountFen: 100_000n },
  ],
  bank: 'bank-1',
  purpose: '三月经费',
  project: '',
  docNo: '',
  permittedCodes: [],
  deadline: '',
  emergencyEvent: '',
  emergencyReason: '',
};
const all = {
  direction: '',
  unmatched: true,
  neighbour: '',
  cursor: '',
  limit: 10,
  kind: '',
  year: 0,
  state: '',
};
const propose = (over: Partial<typeof proposal> = {}, caller = maker) =>
  county.call('proposeSettlement', { ...proposal, ...over }, caller);
const undecided = { decisionNo: '', decisionOn: '', decisionSha256: '' };
const approve = (settlementId: string, caller = chair) =>
  county.call(
    'approveSettlement',
    { settlementId, expectedVersion: 1, sentOn: '2026-04-02', ...undecided },
    caller,
  );

const hear = (kind: string, data: unknown, fromNode = CITY) =>
  hearLetter(county, kind, data, fromNode);
const stateOf = async (settlementId: string) =>
  (await county.call('getSettlement', { settlementId }, maker)).state;
const becomes = (settlementId: string, state: string) =>
  eventually(async () => expect(await stateOf(settlementId)).toBe(state));
const parked = () => county.sql<{ reason: string }>`select reason from parked order by id`;

async function balance(code: string): Promise<number> {
  const [row] = await county.sql<{ fen: string }>`
    select coalesce(sum(s.balance_fen), 0) as fen from book as b join account as a using (book_id)
    join account_balance as s using (book_id, account_no)
    where b.union_id = ${root} and a.code = ${code}`;
  return Number(row?.fen);
}

const expectFromCity = (over: object = {}) => hearSent(county, CITY, over);

test('a remittance: proposed, approved by another, posted, told; and confirmed by the city', async () => {
  const { settlementId, state, version } = await propose();
  expect({ state, version }).toEqual({ state: 'PROPOSED', version: 1 });
  const waits = async (caller: Caller) => {
    const { groups } = await county.call('listFinanceTasks', {}, caller);
    return groups.find(({ kind }) => kind === 'settlement_to_approve')?.count;
  };
  // It waits for whoever did not propose it.
  expect([await waits(chair), await waits(maker)]).toEqual([1, undefined]);
  expect(await balance('211')).toBe(-400_000);
  await expect(approve(settlementId, { duty: 'finance', id: 'maker' })).rejects.toThrow(
    expect.objectContaining({ code: 'SETTLEMENT_SAME_PERSON' }),
  );
  const sent = await approve(settlementId);
  expect(sent).toMatchObject({ state: 'SENT', sentOn: '2026-04-02', approvedBy: 'chair' });
  expect(sent.ageDays).toBeGreaterThan(200);
  expect([await balance('211'), await balance('102')]).toEqual([0, 1_600_000]);
  const told = (await county.outbox()).find(({ fact }) => fact === 'settlement.sent');
  expect(told?.data).toMatchObject({
    settlementId,
    fromNode: county.node,
    toNode: CITY,
    amountFen: '400000',
    voucherNo: String(sent.voucherNo),
  });
  const open = await county.call(
    'listSettlements',
    { ...all, direction: 'OUT', neighbour: CITY },
    maker,
  );
  expect(open).toMatchObject({ unmatchedOutFen: 400_000n, items: [{ settlementId }] });
  const found = async (over: object) =>
    (await county.call('listSettlements', { ...all, ...over }, maker)).items.length;
  expect(await found({ kind: 'REMITTANCE', year: 2026 })).toBe(1);
  for (const none of [{ kind: 'SHARE' }, { year: 2025 }, { state: 'EXPECTED' }])
    expect(await found(none)).toBe(0);
  const answer = { settlementId, fromNode: county.node, toNode: CITY, answer: 'RECEIVED' };
  await hear(
    'settlement.answered',
    SettlementAnswered.toJSON(
      SettlementAnswered.fromPartial({
        ...answer,
        receivedFen: 400_000n,
        answeredOn: '2026-04-03',
        voucherNo: 5n,
      }),
    ),
  );
  await becomes(settlementId, 'CONFIRMED');
  const { items, unmatchedOutFen } = await county.call('listSettlements', all, maker);
  expect({ items, unmatchedOutFen }).toEqual({ items: [], unmatchedOutFen: 0n });
});

test('more than was collected for the levels above does not leave', async () => {
  const { settlementId } = await propose();
  await expect(approve(settlementId)).rejects.toThrow(
    expect.objectContaining({ code: 'POT_OVERDRAWN' }),
  );
  expect(await stateOf(settlementId)).toBe('PROPOSED');
  const withdrawn = await county.call(
    'withdrawSettlement',
    { settlementId, expectedVersion: 1 },
    maker,
  );
  expect(withdrawn.state).toBe('WITHDRAWN');
});

test('a special transfer arrives as project money, and is answered', async () => {
  const settlementId = await expectFromCity();
  await becomes(settlementId, 'EXPECTED');
  const receive = (receivedFen: bigint, expectedVersion = 1) =>
    county.call(
      'receiveSettlement',
      { settlementId, expectedVersion, receivedOn: '2026-04-03', receivedFen, bank: 'bank-1' },
      maker,
    );
  await expect(receive(89_999n)).rejects.toThrow(
    expect.objectContaining({ code: 'SETTLEMENT_AMOUNT_DIFFERS' }),
  );
  const received = await receive(90_000n);
  expect(received).toMatchObject({ state: 'RECEIVED', neighbourVoucherNo: 17n, ageDays: 0 });
  expect(await balance('40302')).toBe(-90_000);
  const answered = (await county.outbox()).filter(({ fact }) => fact === 'settlement.answered');
  expect(answered.at(-1)?.data).toMatchObject({ settlementId, answer: 'RECEIVED', fromNode: CITY });
  await expect(receive(90_000n)).rejects.toThrow(
    expect.objectContaining({ kind: 'stale', code: 'SETTLEMENT_CHANGED' }),
  );
});

test('another amount is disputed, and what comes back ends it at both ends', async () => {
  const settlementId = await expectFromCity();
  await becomes(settlementId, 'EXPECTED');
  const dispute = {
    settlementId,
    expectedVersion: 1,
    disputedOn: '2026-04-03',
    reasonCode: 'AMOUNT_DIFFERS',
    receivedFen: 9_000n,
  };
  expect(await county.call('disputeSettlement', dispute, maker)).toMatchObject({
    state: 'DISPUTED',
    receivedFen: 9_000n,
  });
  const back = { settlementId, fromNode: CITY, toNode: county.node, returnedOn: '2026-04-09' };
  await hear(
    'settlement.returned',
    SettlementReturned.toJSON(SettlementReturned.fromPartial(back)),
  );
  await becomes(settlementId, 'RETURNED');
});

test('a disputed payment of this node comes back: its posting is reversed', async () => {
  await inTx(county, (tx) => postVouchers(tx, root, [receipt20000(newId())]));
  const before = [await balance('211'), await balance('102')];
  const { settlementId } = await propose();
  await approve(settlementId);
  const answer = { settlementId, fromNode: county.node, toNode: CITY, answer: 'DISPUTED' };
  await hear(
    'settlement.answered',
    SettlementAnswered.toJSON(
      SettlementAnswered.fromPartial({
        ...answer,
        answeredOn: '2026-04-03',
        reasonCode: 'NOT_ARRIVED',
      }),
    ),
  );
  await becomes(settlementId, 'DISPUTED');
  const { version } = await county.call('getSettlement', { settlementId }, maker);
  const back = { settlementId, expectedVersion: version, returnedOn: '2026-04-09' };
  const key = newId();
  const returned = await county.call('returnSettlement', back, { ...chair, key });
  expect(returned.state).toBe('RETURNED');
  expect([await balance('211'), await balance('102')]).toEqual(before);
  // The same key answers the same; with another content it is refused.
  expect(await county.call('returnSettlement', back, { ...chair, key })).toEqual(returned);
  await expect(
    county.call('returnSettlement', { ...back, returnedOn: '2026-04-10' }, { ...chair, key }),
  ).rejects.toThrow(expect.objectContaining({ code: 'IDEMPOTENCY_KEY_REUSED' }));
});

test('nobody speaks for another node', async () => {
  const settlementId = newId();
  const sent = { settlementId, fromNode: CITY, toNode: county.node, kind: 'SHARE', amountFen: 1n };
  const text = SettlementSent.toJSON(SettlementSent.fromPartial({ ...sent, sentOn: '2026-04-02' }));
  await hear('settlement.sent', text, '329999');
  const own = await propose({ amountFen: 400_000n });
  const answer = {
    settlementId: own.settlementId,
    fromNode: county.node,
    answer: 'RECEIVED',
    answeredOn: '2026-04-03',
  };
  await hear(
    'settlement.answered',
    SettlementAnswered.toJSON(SettlementAnswered.fromPartial(answer)),
  );
  await expectFromCity({ sentOn: 'yesterday' });
  await eventually(async () =>
    expect(await parked()).toEqual([
      { reason: 'SETTLEMENT_NOT_YOURS' },
      { reason: 'SETTLEMENT_NOT_YOURS' },
      { reason: 'LETTER_MALFORMED' },
    ]),
  );
  await expect(county.call('getSettlement', { settlementId }, maker)).rejects.toThrow(
    expect.objectContaining({ kind: 'not_found' }),
  );
  expect(await stateOf(own.settlementId)).toBe('PROPOSED');
});

test('a clerk proposes nothing, a duty over a township neither, and what is not in reach is not there', async () => {
  await expect(propose({}, { duty: 'clerk' })).rejects.toThrow(
    expect.objectContaining({ kind: 'forbidden' }),
  );
  await expect(propose({}, { duty: 'finance', scope: newId() })).rejects.toThrow(
    expect.objectContaining({ kind: 'forbidden' }),
  );
  const { settlementId } = await propose();
  await expect(
    county.call('getSettlement', { settlementId }, { duty: 'finance', scope: newId() }),
  ).rejects.toThrow(expect.objectContaining({ kind: 'not_found' }));
});
