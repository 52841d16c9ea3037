import { newId } from '@gonglian/kernel/id.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clerkOf, factsOf, openUnion, refusedWith } from '@gonglian/testing/people-scene.ts';
import { askFinance, failed, rejected, settled } from '@gonglian/payout/scene.ts';
import { expectRecounted } from '../recount/expect-recounted.ts';
import {
  batchAsk,
  chair,
  clerk,
  hardship,
  month,
  startCare,
  today,
  type CareScene,
} from './scene.ts';

let scene: CareScene;
let call: CareScene['service']['call'];
beforeAll(async () => {
  scene = await startCare();
  call = scene.service.call;
});
afterAll(() => scene.service.stop());

const forbidden = expect.objectContaining({ kind: 'forbidden' });
type Batch = Awaited<ReturnType<CareScene['draft']>>;
const step = ({ batchId, version }: Batch) => ({ batchId, expectedVersion: version });
const approve = (batch: Batch, who: object = chair) => call('approveCareBatch', step(batch), who);
const reasons = ({ leftOut }: Batch) =>
  Object.fromEntries(leftOut.map(({ personId, reasonCode }) => [personId, reasonCode]));
const getBatch = (batchId: string) => call('getCareBatch', { batchId }, clerk);

async function paymentOf(batch: Batch) {
  const payout = await call('getPayout', { payoutId: batch.payoutId }, clerk);
  const { rows } = { rows: [...scene.finance.payments] };
  const found = rows.findLast(([sourceId]) => sourceId.startsWith(`${payout.payoutId}/`));
  if (!found) throw new Error('finance was not asked');
  const [sourceId, { paymentId, request }] = found;
  const { unionId } = payout;
  return { said: { paymentId, sourceId, unionId, sourceService: 'competitions' }, request };
}

test('the living subsidy of a month: whom it covers, how much, and who is left out and why', async () => {
  const unionId = await openUnion(scene.service);
  const retired = await scene.payable(unionId);
  const working = await scene.payable(unionId, { livelihood: 'ON_THE_JOB', incomeFen: 500_000n });
  const rich = await scene.payable(unionId, { incomeFen: 355_200n });
  const unchecked = await scene.holder(unionId);
  await scene.register(unchecked, unionId);
  const dead = await scene.payable(unionId);
  const set = { personId: dead, standing: 'DECEASED', sinceOn: today };
  await call('setHolderStanding', set, clerk);
  const examined = await scene.payable(unionId);
  await call('setHolderStanding', { ...set, personId: examined, standing: 'INVESTIGATED' }, clerk);
  const revoked = await scene.payable(unionId);
  const roll = await call('listHonourRoll', { personId: revoked, unionId: '' }, clerk);
  for (const { grantId, version } of roll.items)
    await call(
      'revokeHonour',
      { grantId, expectedVersion: version, revokedOn: today, reason: '撤销' },
      chair,
    );
  const outside = await scene.payable(await openUnion(scene.service));
  const batch = await scene.draft(unionId);
  expect(batch).toMatchObject({
    state: 'DRAFT',
    totalFen: 155_200n,
    lineCount: 2,
    payoutState: '',
  });
  const paid = Object.fromEntries(batch.lines.map((line) => [line.personId, line.amountFen]));
  expect(paid).toEqual({ [retired]: 55_200n, [working]: 100_000n });
  expect(reasons(batch)).toEqual({
    [rich]: 'INCOME_ABOVE_LINE',
    [unchecked]: 'HOLDER_UNCHECKED',
    [dead]: 'HOLDER_DECEASED',
    [examined]: 'HOLDER_INVESTIGATED',
    [revoked]: 'HOLDER_WITHDRAWN',
  });
  expect(outside in paid).toBe(false);
  expect(batch.orderedBy).toContain('湖北 2025');
});

test('maker, payee and a second approver at once', async () => {
  const unionId = await openUnion(scene.service);
  await scene.payable(unionId, { accountId: 'chair-2' });
  const batch = await scene.draft(unionId, {}, chair);
  await expect(approve(batch)).rejects.toThrow(refusedWith('MAKER_IS_APPROVER'));
  const payee = { duty: 'chair', id: 'chair-2' };
  await expect(approve(batch, payee)).rejects.toThrow(refusedWith('PAYEE_IS_APPROVER'));
  await expect(approve(batch, { duty: 'clerk', id: 'clerk-2' })).rejects.toThrow(forbidden);
  const two = ['chair-3', 'chair-4'].map((id) => approve(batch, { duty: 'chair', id }));
  const done = await Promise.allSettled(two);
  const lost = done.filter(({ status }) => status === 'rejected');
  expect(lost).toMatchObject([{ reason: { code: 'VERSION_MOVED', kind: 'stale' } }]);
  const [payouts] = await scene.service.sql<{ n: number }>`
    select count(*)::int as n from payout where union_id = ${unionId}`;
  expect(payouts?.n).toBe(1);
});

test('a draft is answered once, and seen by its own union alone', async () => {
  const unionId = await openUnion(scene.service);
  await scene.payable(unionId);
  const key = newId();
  const first = await scene.draft(unionId, {}, { ...clerk, key });
  expect(await scene.draft(unionId, {}, { ...clerk, key })).toEqual(first);
  await expect(scene.draft(unionId, { grade: 'CITY' }, { ...clerk, key })).rejects.toThrow(
    expect.objectContaining({ code: 'IDEMPOTENCY_KEY_REUSED' }),
  );
  const elsewhere = clerkOf(await openUnion(scene.service));
  const unknown = refusedWith('CARE_BATCH_UNKNOWN', 'not_found');
  await expect(call('getCareBatch', { batchId: first.batchId }, elsewhere)).rejects.toThrow(
    unknown,
  );
  await expect(scene.draft(unionId, {}, elsewhere)).rejects.toThrow(
    refusedWith('UNION_UNKNOWN', 'not_found'),
  );
  await expect(approve({ ...first, version: 7 })).rejects.toThrow(
    refusedWith('VERSION_MOVED', 'stale'),
  );
  const ask = { batchId: first.batchId };
  for (const duty of ['supervisor', 'finance', 'member'] as const)
    await expect(call('getCareBatch', ask, { duty })).rejects.toThrow(forbidden);
});

test('nobody is paid twice for a month, by two batches at once neither', async () => {
  const unionId = await openUnion(scene.service);
  const personId = await scene.payable(unionId);
  const both = await Promise.allSettled([scene.draft(unionId), scene.draft(unionId)]);
  const won = both.filter(({ status }) => status === 'fulfilled');
  expect(won).toHaveLength(1);
  await expect(scene.draft(unionId)).rejects.toThrow(refusedWith('CARE_BATCH_EMPTY'));
  const aid = { careKind: 'SPECIAL_AID', hardships: [hardship(personId)] };
  const special = await scene.draft(unionId, aid);
  expect(special.lines).toMatchObject([{ personId, amountFen: 500_000n }]);
  await expect(scene.draft(unionId, aid)).rejects.toThrow(refusedWith('PAID_THIS_MONTH'));
  const sealed = await scene.service.sql<{ why: Buffer }>`
    select hardship_sealed as why from care_line where batch_id = ${special.batchId}`;
  expect(sealed[0]?.why.includes('CRITICAL_ILLNESS')).toBe(false);
  // What was given up is free again.
  const gone = await call('cancelCareBatch', { ...step(special), reason: '材料有误' }, clerk);
  expect(gone.state).toBe('CANCELLED');
  expect(await scene.draft(unionId, aid)).toMatchObject({ lineCount: 1 });
});

test('who died or earned more since the draft is not paid by it', async () => {
  const unionId = await openUnion(scene.service);
  const personId = await scene.payable(unionId);
  const batch = await scene.draft(unionId);
  await scene.check(personId, { checkOutcome: 'DECEASED' });
  await expect(approve(batch)).rejects.toMatchObject({
    code: 'CARE_LINE_CHANGED',
    details: { seq: 1, reason: 'HOLDER_DECEASED' },
  });
  await scene.check(personId);
  await scene.register(personId, unionId, { incomeFen: 310_000n, seenVersion: 1 });
  await expect(approve(batch)).rejects.toThrow(refusedWith('CARE_LINE_CHANGED'));
});

test('paid through finance: asked once though it was down, and told back line by line', async () => {
  const unionId = await openUnion(scene.service);
  const [first, second] = [await scene.payable(unionId), await scene.payable(unionId)];
  const { wire, payments } = scene.finance;
  const batch = await approve(await scene.draft(unionId));
  expect(batch).toMatchObject({ state: 'APPROVED', payoutState: 'WAITING', approvedBy: 'chair-1' });
  const known = payments.size;
  for (const breaks of ['before', 'after', 'after'] as const) {
    wire.breaks = breaks;
    await askFinance(scene.service);
    expect(await getBatch(batch.batchId)).toMatchObject({ payoutState: 'WAITING' });
  }
  wire.breaks = '';
  await askFinance(scene.service);
  const asked = wire.asked;
  await askFinance(scene.service);
  expect(wire.asked).toBe(asked);
  expect(await getBatch(batch.batchId)).toMatchObject({ payoutState: 'REQUESTED' });
  // Other tests of this file have asked too; of this batch there is one.
  const { said, request } = await paymentOf(batch);
  expect([...payments.keys()].filter((one) => one === said.sourceId)).toHaveLength(1);
  expect(payments.size).toBeGreaterThan(known);
  expect(request).toMatchObject({
    accountCode: '50404',
    purposeCode: 'RELIEF',
    askedBy: 'clerk-1',
    lineCount: 2,
    totalFen: 110_400n,
  });
  expect(request.lines.map((line) => line.payeeName)).toEqual(['李小明', '李小明']);
  expect(request.lines.map((line) => line.beneficiaryId).toSorted()).toEqual(
    [first, second].toSorted(),
  );
  const facts = [settled(said, 1, 55_200n, today), failed(said, 2, 55_200n)];
  await scene.service.publishFacts('finance', facts);
  await scene.service.settled();
  const after = await getBatch(batch.batchId);
  expect(after.payoutState).toBe('FAILED');
  expect(after.lines.map(({ state }) => state)).toEqual(['PAID', 'FAILED']);
  // Paid by a list of its own since; and said again, which changes nothing.
  const later = settled(said, 2, 55_200n, today);
  await scene.service.publishFacts('finance', [
    later,
    settled(said, 1, 55_200n, today),
    failed(said, 1, 55_200n),
  ]);
  await scene.service.settled();
  expect(await getBatch(batch.batchId)).toMatchObject({ payoutState: 'PAID' });
  const told = await factsOf(scene.service, 'payout.paid', batch.payoutId);
  expect(told).toEqual(
    [1, 2].map((seq) => ({
      payoutId: batch.payoutId,
      unionId,
      payoutKind: 'LIVING_SUBSIDY',
      seq,
      amountFen: '55200',
      paidOn: today,
    })),
  );
});

test('what finance rejects is given up with its batch, and the month is free', async () => {
  const unionId = await openUnion(scene.service);
  await scene.payable(unionId);
  const batch = await approve(await scene.draft(unionId));
  const cancel = { ...step(batch), reason: '财务退回' };
  await expect(call('cancelCareBatch', cancel, clerk)).rejects.toThrow(
    refusedWith('PAYOUT_STATE_WRONG'),
  );
  await askFinance(scene.service);
  await expect(call('cancelCareBatch', cancel, clerk)).rejects.toThrow(
    refusedWith('PAYOUT_STATE_WRONG'),
  );
  const { said } = await paymentOf(batch);
  await scene.service.publishFacts('finance', [rejected(said)]);
  await scene.service.settled();
  expect(await getBatch(batch.batchId)).toMatchObject({ payoutState: 'REJECTED' });
  const payout = await call('getPayout', { payoutId: batch.payoutId }, clerk);
  const drop = { payoutId: payout.payoutId, expectedVersion: payout.version };
  await expect(call('dropPayout', drop, clerk)).rejects.toThrow(refusedWith('PAYOUT_OF_BATCH'));
  expect(await call('cancelCareBatch', cancel, clerk)).toMatchObject({
    state: 'CANCELLED',
    payoutState: 'DROPPED',
  });
  expect(await scene.draft(unionId)).toMatchObject({ lineCount: 1, month });
});

test('special aid names whom and why, the other two name nobody; no month to come', async () => {
  const unionId = await openUnion(scene.service);
  const personId = await scene.payable(unionId);
  const fieldInvalid = refusedWith('FIELD_INVALID', 'invalid');
  await expect(scene.draft(unionId, { careKind: 'SPECIAL_AID' })).rejects.toThrow(fieldInvalid);
  await expect(scene.draft(unionId, { hardships: [hardship(personId)] })).rejects.toThrow(
    fieldInvalid,
  );
  await expect(scene.draft(unionId, { month: '2099-01' })).rejects.toThrow(
    refusedWith('MONTH_IN_FUTURE'),
  );
  const above = { careKind: 'SPECIAL_AID', hardships: [hardship(personId, 2_000_001n)] };
  await expect(scene.draft(unionId, above)).rejects.toThrow(refusedWith('AID_ABOVE'));
  const ask = batchAsk(await openUnion(scene.service), {
    careKind: 'SPECIAL_AID',
    hardships: [hardship(personId)],
  });
  await expect(call('draftCareBatch', ask, clerk)).rejects.toThrow(
    refusedWith('MODEL_WORKER_NOT_BELOW'),
  );
});

test('all of it is recounted from the records as its facts have told it', async () => {
  await expectRecounted(scene.service, 'paid_out');
});
