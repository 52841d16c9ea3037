import { SettlementAnswered } from '@gonglian/contracts/gen/gonglian/finance/v1/events.ts';
import { addDays, monthOf } from '@gonglian/kernel/dates.ts';
import { newId, nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { eventually } from '@gonglian/testing/eventually.ts';
import { startTestService, type Caller } from '@gonglian/testing/service.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { scanEmergencies } from './scan-emergencies.ts';
import { testOwn } from '../fixtures.ts';
import { inTx } from '../ledger/scene.ts';
import { BANK, paymentSteps, refusedWith, today, type Service } from '../payment/scene.ts';
import { parts } from '../service.ts';
import { hearLetter, hearSent } from './scene.ts';

// A county that sends to a township's node in a flood, and one that got money and says what it did with it.

const TOWN = '329901';
const CITY = '329900';
const PROJECT = '防汛-2026';
const maker: Caller = { duty: 'finance', id: 'maker' };
const chair: Caller = { duty: 'chair', id: 'chair' };
const undecided = { decisionNo: '', decisionOn: '', decisionSha256: '' };
const decision = {
  decisionNo: '合工纪〔2026〕9号',
  decisionOn: today,
  decisionSha256: 'b'.repeat(64),
};
let county: Service;
let root: string;

beforeAll(async () => {
  county = await startTestService(parts, { ...testOwn(), subordinates: [TOWN] });
  root = nodeRootUnionId(county.node);
  await county.sql`
    insert into known_union (union_id, name, level, kind, region_code, established_on)
    values (${root}, '合成县总工会', 'COUNTY', 'FEDERATION', '329901', '2020-01-01')`;
  await paymentSteps(county).fund(root, 1_000_000, PROJECT);
});
afterAll(() => county.stop());

const proposal = {
  toNode: TOWN,
  kind: 'SPECIAL_TRANSFER',
  period: '2026',
  amountFen: 90_000n,
  shares: [],
  bank: BANK,
  purpose: '受灾职工应急救助',
  project: PROJECT,
  docNo: '合工发〔2026〕7号',
  permittedCodes: ['50404'],
  deadline: '2027-12-31',
  emergencyEvent: '暴雨洪涝',
  emergencyReason: '职工被困，须当日到账',
};
const propose = (over: object = {}) =>
  county.call('proposeSettlement', { ...proposal, ...over }, maker);
const approve = (settlementId: string, over: object = {}, caller = chair) =>
  county.call(
    'approveSettlement',
    { settlementId, expectedVersion: 1, sentOn: today, ...undecided, ...over },
    caller,
  );
const decide = (settlementId: string, over: object = {}, caller: Caller = chair) =>
  county.call(
    'decideEmergency',
    { settlementId, expectedVersion: 2, ...decision, ...over },
    caller,
  );
const tasks = async () => {
  const { groups } = await county.call('listFinanceTasks', {}, chair);
  return Object.fromEntries(groups.map(({ kind, count }) => [kind, count]));
};
const scan = (scopeKind = '', scopeCode = '') => {
  const month = monthOf(addDays(today, -40));
  const audited = {
    unionId: root,
    periodFrom: month,
    periodTo: monthOf(today),
    scopeKind,
    scopeCode,
  };
  return inTx(county, (tx) => scanEmergencies(tx.sql, audited as never, today));
};

test('it leaves on two signatures, still by two persons; the decision follows', async () => {
  const { settlementId } = await propose();
  await expect(approve(settlementId, {}, { duty: 'finance', id: 'maker' })).rejects.toThrow(
    refusedWith('SETTLEMENT_SAME_PERSON'),
  );
  const sent = await approve(settlementId);
  expect(sent).toMatchObject({
    state: 'SENT',
    emergencyEvent: '暴雨洪涝',
    decisionOn: '',
    decisionDueOn: addDays(today, 15),
  });
  const told = (await county.outbox()).find(({ fact }) => fact === 'settlement.sent');
  expect(told?.data).toMatchObject({ settlementId, emergencyEvent: '暴雨洪涝' });
  expect(await tasks()).toMatchObject({ emergency_to_decide: 1 });
  const decided = await decide(settlementId);
  expect(decided).toMatchObject({ decisionOn: today, decisionNo: decision.decisionNo });
  expect(await tasks()).not.toHaveProperty('emergency_to_decide');
  await expect(decide(settlementId, { expectedVersion: 3 })).rejects.toThrow(
    refusedWith('EMERGENCY_DECIDED'),
  );
});

test('a decision that does not follow is named on the work list and by the scan, and late it stays late', async () => {
  const { settlementId } = await propose();
  await approve(settlementId, { sentOn: addDays(today, -16) });
  expect(await tasks()).toMatchObject({ emergency_overdue: 1 });
  const before = await scan();
  expect(before.hits).toMatchObject([{ recordId: settlementId, amountFen: 90_000 }]);
  await decide(settlementId);
  expect(await tasks()).not.toHaveProperty('emergency_overdue');
  expect((await scan()).hits).toMatchObject([{ recordId: settlementId }]);
});

test('an audit of a project or of an earmarked fund finds the transfers of that one alone', async () => {
  const { settlementId } = await propose();
  await approve(settlementId, { sentOn: addDays(today, -16) });
  const found = async (kind: string, code: string) =>
    (await scan(kind, code)).hits.some(({ recordId }) => recordId === settlementId);
  expect(await found('PROJECT', PROJECT)).toBe(true);
  expect(await found('FUND', PROJECT)).toBe(true);
  expect(await found('FUND', '送温暖-2026')).toBe(false);
  expect(await scan('SOURCE', PROJECT)).toEqual({ examined: 0, hits: [] });
});

test('what is no emergency and large needs its decision first', async () => {
  const ordinary = { emergencyEvent: '', emergencyReason: '', amountFen: 100_000_000n };
  const { settlementId } = await propose(ordinary);
  await expect(approve(settlementId)).rejects.toThrow(refusedWith('COLLECTIVE_DECISION_MISSING'));
  // With it, only the money is missing.
  await expect(approve(settlementId, decision)).rejects.toThrow(refusedWith('POT_OVERDRAWN'));
  await expect(propose({ kind: 'GENERAL_TRANSFER' })).rejects.toThrow(
    refusedWith('EMERGENCY_KIND'),
  );
});

test('its receiver reports what the books say was spent; the sender sees it beside what was sent', async () => {
  const project = '救灾-2026';
  const settlementId = await hearSent(county, CITY, { project, permittedCodes: ['50404'] });
  await eventually(() => county.call('getSettlement', { settlementId }, maker));
  const use = (expectedVersion: number, over: object = {}, caller = maker) =>
    county.call(
      'reportSettlementUse',
      { settlementId, expectedVersion, note: '已发放首批救助', ...over },
      caller,
    );
  await expect(use(1)).rejects.toThrow(refusedWith('SETTLEMENT_STATE'));
  const arrived = { receivedOn: '2026-04-03', receivedFen: 90_000n, bank: BANK };
  await county.call('receiveSettlement', { settlementId, expectedVersion: 1, ...arrived }, maker);
  expect(await use(2)).toMatchObject({ state: 'RECEIVED', usedFen: 0n, usedOn: today });
  const answered = (await county.outbox()).filter(({ data }) => data['answer'] === 'USED');
  expect(answered).toMatchObject([{ fact: 'settlement.answered', data: { settlementId } }]);
});

test('a report of use is taken from whom the money went to, and of no more than was sent', async () => {
  const { settlementId } = await propose();
  await approve(settlementId);
  const say = (answer: string, over: object, from = TOWN) =>
    hearLetter(
      county,
      'settlement.answered',
      SettlementAnswered.toJSON(
        SettlementAnswered.fromPartial({
          settlementId,
          fromNode: county.node,
          toNode: from,
          answer,
          answeredOn: today,
          usedOn: today,
          ...over,
        }),
      ),
      from,
    );
  await say('RECEIVED', { receivedFen: 90_000n });
  await say('USED', { usedFen: 90_001n, usedNote: '多报' });
  await say('USED', { usedFen: 60_000n, usedNote: '他人所报' }, CITY);
  await say('USED', { usedFen: 60_000n, usedNote: '救助 40 人' });
  await eventually(async () => {
    const row = await county.call('getSettlement', { settlementId }, maker);
    expect(row).toMatchObject({ state: 'CONFIRMED', usedFen: 60_000n, usedNote: '救助 40 人' });
  });
  const parked = await county.sql<{ reason: string }>`select reason from parked order by id`;
  expect(parked.filter(({ reason }) => reason.includes('SETTLEMENT_NOT_YOURS'))).toHaveLength(2);
});

test('forbidden, replayed, with another body, stale, unknown', async () => {
  const { settlementId } = await propose();
  await approve(settlementId);
  const ask = { settlementId, expectedVersion: 2, ...decision };
  await expect(county.call('decideEmergency', ask, { duty: 'auditor' })).rejects.toThrow(
    expect.objectContaining({ kind: 'forbidden' }),
  );
  await expect(decide(settlementId, { expectedVersion: 1 })).rejects.toThrow(
    refusedWith('SETTLEMENT_CHANGED', 'stale'),
  );
  const key = newId();
  const first = await decide(settlementId, {}, { ...chair, key });
  expect(await decide(settlementId, {}, { ...chair, key })).toEqual(first);
  await expect(decide(settlementId, { decisionNo: '他号' }, { ...chair, key })).rejects.toThrow(
    refusedWith('IDEMPOTENCY_KEY_REUSED'),
  );
  await expect(decide(newId())).rejects.toThrow(refusedWith('SETTLEMENT_UNKNOWN', 'not_found'));
});
