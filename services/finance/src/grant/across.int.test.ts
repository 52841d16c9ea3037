import {
  GrantAnswered,
  GrantApplied,
  GrantReported,
  GrantRuleAnnounced,
  SettlementAnswered,
} from '@gonglian/contracts/gen/gonglian/finance/v1/events.ts';
import { newId, nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { eventually } from '@gonglian/testing/eventually.ts';
import { startTestService } from '@gonglian/testing/service.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testOwn } from '../fixtures.ts';
import { today, type Service } from '../payment/scene.ts';
import { parts } from '../service.ts';
import { hearLetter } from '../settlement/scene.ts';
import { byTier, floor, HASH, perSite, standard } from './made-rules.ts';
import { chair, checker, finance, inForce, openNode, stationAsk, step } from './scene.ts';

// A city between its province and a county, which both speak by letters alone: it decides what the county applies for, and
// applies itself to the province.

const PROVINCE = '329000';
const COUNTY = '329901';
let city: Service;

beforeAll(async () => {
  const own = { level: 'CITY', superior: PROVINCE, subordinates: [COUNTY] };
  city = await startTestService(parts, { ...testOwn(), ...own });
  await openNode(city, 1);
});
afterAll(() => city.stop());

const told = async (fact: string) =>
  (await city.outbox()).filter((one) => one.fact === fact).map(({ data }) => data);
const stateOf = async (grantId: string) =>
  (await city.call('getGrant', { grantId }, finance)).state;
const becomes = (grantId: string, state: string) =>
  eventually(async () => expect(await stateOf(grantId)).toBe(state));
const answers = async (grantId: string) =>
  (await told('grant.answered'))
    .filter((one) => one.grantId === grantId)
    .map(({ answer, reason = '' }) => [answer, reason]);

async function hearApplied(ruleId: string, over: object = {}): Promise<string> {
  const grantId = newId();
  const said = {
    grantId,
    fromNode: COUNTY,
    toNode: city.node,
    ruleId,
    fiscalYear: 2026,
    appliedFen: 500_000n,
    appliedOn: today,
    recordKind: 'VENUE',
    recordId: newId(),
    acceptanceSha256: HASH,
    documents: [{ title: '验收表', sha256: HASH }],
    reason: '新建驿站',
    ...over,
  };
  const data = GrantApplied.toJSON(GrantApplied.fromPartial(said));
  await hearLetter(city, 'grant.applied', data, COUNTY);
  return grantId;
}

test('a county applies: accepted, approved, paid as a transfer that the county confirms, reported', async () => {
  const rule = await inForce(city, perSite({ validFrom: '2020-01-01' }));
  expect(await told('grant-rule.announced')).toMatchObject([
    { ruleId: rule.ruleId, fromNode: city.node, toNode: COUNTY, ruleCode: 'STATION' },
  ]);
  const grantId = await hearApplied(rule.ruleId);
  await becomes(grantId, 'SUBMITTED');
  const submitted = await city.call('getGrant', { grantId }, finance);
  expect(submitted).toMatchObject({ direction: 'IN', neighbour: COUNTY, madeBy: '' });
  const accepted = { answer: 'ACCEPTED', grantedFen: 400_000n, reason: '' };
  const reviewed = await city.call('reviewGrant', { ...step(submitted), ...accepted }, checker);
  const approval = { ...step(reviewed), answer: 'APPROVED', reason: '' };
  await city.call('approveGrant', approval, chair);
  const payout = { grantIds: [grantId], bank: 'main' };
  expect(await city.call('payGrants', payout, finance)).toMatchObject({
    settlements: 1,
    payments: 0,
    amountFen: 400_000n,
  });
  const { settlementId } = await city.call('getGrant', { grantId }, finance);
  const settlement = await city.call('getSettlement', { settlementId }, finance);
  expect(settlement).toMatchObject({
    kind: 'GENERAL_TRANSFER',
    neighbour: COUNTY,
    docNo: rule.documentNo,
  });
  const sent = { settlementId, expectedVersion: settlement.version, sentOn: today };
  const decision = { decisionNo: '', decisionOn: '', decisionSha256: '' };
  await city.call('approveSettlement', { ...sent, ...decision }, chair);
  expect(await stateOf(grantId)).toBe('APPROVED');
  const received = { settlementId, fromNode: city.node, toNode: COUNTY, answer: 'RECEIVED' };
  const day = { receivedFen: 400_000n, answeredOn: today };
  const answered = SettlementAnswered.fromPartial({ ...received, ...day });
  await hearLetter(city, 'settlement.answered', SettlementAnswered.toJSON(answered), COUNTY);
  await becomes(grantId, 'PAID');
  expect(await answers(grantId)).toEqual([
    ['ACCEPTED', ''],
    ['APPROVED', ''],
    ['PAID', ''],
  ]);
  const report = {
    grantId,
    fromNode: COUNTY,
    toNode: city.node,
    usedFen: 400_000n,
    reportedOn: today,
  };
  const reported = GrantReported.toJSON(GrantReported.fromPartial(report));
  await hearLetter(city, 'grant.reported', reported, COUNTY);
  await becomes(grantId, 'REPORTED');
});

test('what the county could not know is answered at once', async () => {
  const rule = await inForce(city, standard({ validFrom: '2020-01-01', amountFen: 100 }));
  const above = await hearApplied(rule.ruleId, { appliedFen: 101n });
  const early = await hearApplied(rule.ruleId, { appliedFen: 100n, appliedOn: '2019-12-31' });
  const recordId = newId();
  const first = await hearApplied(rule.ruleId, { appliedFen: 100n, recordId });
  await becomes(first, 'SUBMITTED');
  const twice = await hearApplied(rule.ruleId, { appliedFen: 100n, recordId });
  await eventually(async () =>
    expect([await answers(above), await answers(early), await answers(twice)]).toEqual([
      [['RETURNED', 'GRANT_ABOVE_STANDARD']],
      [['RETURNED', 'GRANT_RULE_NOT_IN_FORCE']],
      [['REFUSED', 'GRANT_RECORD_EARNED']],
    ]),
  );
});

test('what was returned is applied for again under the same id', async () => {
  const { items } = await city.call('listGrantRules', {}, finance);
  const ruleId = items.find(({ ruleCode }) => ruleCode === 'STATION')?.ruleId ?? '';
  const grantId = await hearApplied(ruleId);
  await becomes(grantId, 'SUBMITTED');
  const grant = await city.call('getGrant', { grantId }, finance);
  const returned = { ...step(grant), answer: 'RETURNED', grantedFen: 0n, reason: '验收表不清' };
  await city.call('reviewGrant', returned, checker);
  await expect(
    city.call('submitGrant', { ...step(grant), expectedVersion: 2 }, finance),
  ).rejects.toThrow(expect.objectContaining({ code: 'GRANT_OF_SUBORDINATE' }));
  await hearApplied(ruleId, { grantId, appliedFen: 300_000n });
  await becomes(grantId, 'SUBMITTED');
  expect(await city.call('getGrant', { grantId }, finance)).toMatchObject({
    appliedFen: 300_000n,
    answerReason: '',
  });
});

const rootId = () => nodeRootUnionId(city.node);

async function hearRule(over: object = {}): Promise<string> {
  const ruleId = newId();
  const said = {
    ruleId,
    fromNode: PROVINCE,
    toNode: city.node,
    ruleCode: 'PALACE',
    kind: 'REWARD',
    title: '文化宫补助',
    documentNo: '示工发〔2026〕9号',
    validFrom: '2020-01-01',
    amountFen: 400_000_000n,
    useDays: 365,
    ...over,
  };
  const data = GrantRuleAnnounced.toJSON(GrantRuleAnnounced.fromPartial(said));
  await hearLetter(city, 'grant-rule.announced', data, PROVINCE);
  await eventually(async () => {
    const { items } = await city.call('listGrantRules', {}, finance);
    expect(items.map((rule) => rule.ruleId)).toContain(ruleId);
  });
  return ruleId;
}

const hearAnswer = (grantId: string, over: object) => {
  const said = { grantId, fromNode: PROVINCE, toNode: city.node, answeredOn: today, ...over };
  const data = GrantAnswered.toJSON(GrantAnswered.fromPartial(said));
  return hearLetter(city, 'grant.answered', data, PROVINCE);
};

test('the city applies to the province, which decides: its answers come back in their order', async () => {
  await hearRule();
  const ruleId = await hearRule({ validFrom: today, amountFen: 500_000_000n });
  const ask = stationAsk(ruleId, rootId(), { appliedFen: 450_000_000n, recordKind: 'PROJECT' });
  const clerk = { duty: 'clerk', id: 'clerk-1' } as const;
  const draft = await city.call('draftGrant', ask, clerk);
  expect(draft).toMatchObject({ direction: 'OUT', neighbour: PROVINCE, state: 'DRAFT' });
  const submitted = await city.call('submitGrant', step(draft), clerk);
  const { grantId } = draft;
  expect(await told('grant.applied')).toMatchObject([
    { grantId, fromNode: city.node, toNode: PROVINCE, ruleId, appliedFen: '450000000' },
  ]);
  const review = { ...step(submitted), answer: 'ACCEPTED', grantedFen: 1n, reason: '' };
  await expect(city.call('reviewGrant', review, checker)).rejects.toThrow(
    expect.objectContaining({ code: 'GRANT_OF_SUPERIOR' }),
  );
  await hearAnswer(grantId, { answer: 'ACCEPTED', grantedFen: 450_000_000n });
  await hearAnswer(grantId, { answer: 'APPROVED', grantedFen: 450_000_000n, dueOn: '2030-01-01' });
  await hearAnswer(grantId, { answer: 'PAID', grantedFen: 450_000_000n, dueOn: '2030-01-01' });
  await becomes(grantId, 'PAID');
  const paid = await city.call('getGrant', { grantId }, finance);
  expect(paid).toMatchObject({ approvedOn: today, paidOn: today, dueOn: '2030-01-01' });
  const report = { usedFen: 450_000_000n, unspentFen: 0n, matchedFen: 0n, reportSha256: HASH };
  await city.call('reportGrant', { ...step(paid), ...report }, clerk);
  expect(await told('grant.reported')).toMatchObject([{ grantId, toNode: PROVINCE }]);
});

test('nobody speaks for another node, and no answer comes out of its order', async () => {
  const { items } = await city.call('listGrantRules', {}, finance);
  const station = items.find(({ ruleCode }) => ruleCode === 'STATION')?.ruleId ?? '';
  await hearApplied(station, { fromNode: '329902' });
  await hearApplied(station, { appliedOn: 'today' });
  const draft = await city.call('draftGrant', stationAsk(station, rootId()), finance);
  await hearAnswer(draft.grantId, { answer: 'APPROVED', grantedFen: 1n });
  await hearAnswer(draft.grantId, { answer: 'DOUBLED', grantedFen: 1n });
  await eventually(async () => {
    const parked = await city.sql<{ reason: string }>`select reason from parked order by id`;
    expect(parked.map(({ reason }) => reason)).toEqual([
      'GRANT_NOT_YOURS',
      'LETTER_MALFORMED',
      'GRANT_NOT_YOURS',
      'LETTER_MALFORMED',
    ]);
  });
  expect(await stateOf(draft.grantId)).toBe('DRAFT');
});

test('a county is on the list by its region code; what it collected is declared', async () => {
  const members = [{ regionCode: COUNTY, tier: '二档' }];
  const tiered = byTier({ validFrom: '2020-01-01', recipientLevel: 'COUNTY', members });
  const { ruleId } = await inForce(city, tiered);
  const ask = { ruleId, fiscalYear: 2026, collected: [] };
  const list = await city.call('generateGrantList', ask, finance);
  const county = { regionCode: COUNTY, recipientNode: COUNTY };
  expect(list.entitlements).toMatchObject([{ ...county, amountFen: 20_000_000n }]);
  await city.call(
    'approveGrantList',
    { listId: list.listId, expectedVersion: list.version },
    chair,
  );
  const of = { state: '', ruleCode: '', listId: list.listId, cursor: '', limit: 0 };
  const { items } = await city.call('listGrants', of, finance);
  expect(items).toMatchObject([{ direction: 'IN', neighbour: COUNTY, paymentState: 'WAITING' }]);
  const floored = await inForce(city, floor({ validFrom: '2026-01-01', recipientLevel: 'COUNTY' }));
  const none = { ruleId: floored.ruleId, fiscalYear: 2026, collected: [] };
  expect(await city.call('generateGrantList', none, finance)).toMatchObject({
    entitlements: [],
    missing: [{ regionCode: COUNTY, cause: 'NOT_COLLECTED' }],
  });
  const collected = [{ regionCode: COUNTY, collectedFen: 12_000_000n }];
  const again = await city.call('generateGrantList', { ...none, collected }, finance);
  expect(again.entitlements).toMatchObject([{ collectedFrom: 'DECLARED', amountFen: 38_000_000n }]);
});
