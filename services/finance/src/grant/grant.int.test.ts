import type { Grant } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { addDays } from '@gonglian/kernel/dates.ts';
import { newId, nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { startTestService } from '@gonglian/testing/service.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testOwn } from '../fixtures.ts';
import {
  cashier,
  paymentSteps,
  refusedWith,
  resultFile,
  today,
  type Service,
} from '../payment/scene.ts';
import { parts } from '../service.ts';
import { HASH, matched, perSite, standard } from './made-rules.ts';
import {
  account,
  approved,
  chair,
  checker,
  finance,
  inForce,
  openNode,
  stationAsk,
  step,
} from './scene.ts';

// An application within a node: from its draft by a township through three persons and the bank to the report of its use.

let service: Service;
let one: string;
let two: string;
let station: string;
let clerk: { duty: 'clerk'; id: string; scope: string };

beforeAll(async () => {
  service = await startTestService(parts, testOwn());
  [one = '', two = ''] = await openNode(service, 2);
  clerk = { duty: 'clerk', id: 'clerk-1', scope: one };
  await account(service, one, 2);
  station = (await inForce(service, perSite({ validFrom: '2020-01-01' }))).ruleId;
});
afterAll(() => service.stop());

const draft = (over: object = {}, caller: object = clerk) =>
  service.call('draftGrant', stationAsk(station, one, over), caller);
const accepted = { answer: 'ACCEPTED', grantedFen: 500_000n, reason: '' };
const get = (grantId: string) => service.call('getGrant', { grantId }, finance);

test('who applies, for whom, and once for each record', async () => {
  await expect(draft({}, { duty: 'supervisor' })).rejects.toThrow(
    expect.objectContaining({ kind: 'forbidden' }),
  );
  await expect(draft({ unionId: two })).rejects.toThrow(refusedWith('UNION_UNKNOWN', 'not_found'));
  await expect(draft({ appliedFen: 500_001n })).rejects.toThrow(
    refusedWith('GRANT_ABOVE_STANDARD'),
  );
  const ask = stationAsk(station, one);
  const keyed = { ...clerk, key: newId() };
  const first = await service.call('draftGrant', ask, keyed);
  expect(first).toMatchObject({
    state: 'DRAFT',
    kind: 'PER_SITE',
    madeBy: 'clerk-1',
    unionId: one,
  });
  expect(await service.call('draftGrant', ask, keyed)).toEqual(first);
  await expect(service.call('draftGrant', { ...ask, reason: '另建' }, keyed)).rejects.toThrow(
    refusedWith('IDEMPOTENCY_KEY_REUSED'),
  );
  // By another union, which does not see the first.
  const other = { ...ask, unionId: two };
  await expect(service.call('draftGrant', other, { duty: 'clerk', scope: two })).rejects.toThrow(
    refusedWith('GRANT_RECORD_EARNED'),
  );
  await expect(
    service.call('getGrant', { grantId: first.grantId }, { duty: 'clerk', scope: two }),
  ).rejects.toThrow(refusedWith('GRANT_UNKNOWN', 'not_found'));
  await expect(
    service.call('submitGrant', step(first), { duty: 'clerk', scope: two }),
  ).rejects.toThrow(refusedWith('GRANT_UNKNOWN', 'not_found'));
  await service.call('withdrawGrant', step(first), clerk);
  // What was withdrawn has earned nothing.
  const again = await service.call('draftGrant', other, { duty: 'clerk', scope: two });
  expect(again).toMatchObject({ state: 'DRAFT', unionId: two });
});

test('returned with a reason, mended, and accepted by somebody else', async () => {
  const submitted = await service.call('submitGrant', step(await draft()), clerk);
  expect(submitted).toMatchObject({ state: 'SUBMITTED', appliedOn: today });
  const returned = { answer: 'RETURNED', grantedFen: 0n, reason: '验收表不清' };
  const review = (of: Grant, answer: typeof accepted, caller: object) =>
    service.call('reviewGrant', { ...step(of), ...answer }, caller);
  await expect(review(submitted, accepted, { duty: 'clerk' })).rejects.toThrow(
    expect.objectContaining({ kind: 'forbidden' }),
  );
  await expect(review(submitted, accepted, { ...checker, id: 'clerk-1' })).rejects.toThrow(
    refusedWith('MAKER_IS_CHECKER'),
  );
  const back = await review(submitted, returned, checker);
  expect(back).toMatchObject({ state: 'RETURNED', answerReason: '验收表不清' });
  const { ruleId: _, unionId: __, ...content } = stationAsk(station, one, { appliedFen: 400_000n });
  const mended = await service.call('amendGrant', { ...step(back), ...content }, clerk);
  await expect(service.call('submitGrant', step(back), clerk)).rejects.toThrow(
    refusedWith('VERSION_MOVED', 'stale'),
  );
  const anew = await service.call('submitGrant', step(mended), clerk);
  await expect(review(anew, accepted, checker)).rejects.toThrow(refusedWith('GRANT_ABOVE_APPLIED'));
  const facts = (await service.outbox()).filter(({ data }) => data['grantId'] === anew.grantId);
  const asked = { fact: 'grant.submitted', unionId: one, appliedOn: today };
  expect(facts.map(({ fact, data }) => ({ fact, ...data }))).toMatchObject([
    { ...asked, appliedFen: '500000' },
    { ...asked, appliedFen: '400000', previouslyFen: '500000', previouslyOn: today },
  ]);
  const checked = await review(anew, { ...accepted, grantedFen: 300_000n }, checker);
  const approve = (over: object, caller: object) =>
    service.call(
      'approveGrant',
      { ...step(checked), answer: 'APPROVED', reason: '', ...over },
      caller,
    );
  await expect(approve({}, { ...chair, id: 'finance-2' })).rejects.toThrow(
    refusedWith('CHECKER_IS_APPROVER'),
  );
  await expect(approve({ answer: 'REFUSED' }, chair)).rejects.toThrow(
    refusedWith('FIELD_INVALID', 'invalid'),
  );
  const granted = await approve({}, chair);
  expect(granted).toMatchObject({
    state: 'APPROVED',
    grantedFen: 300_000n,
    paymentState: 'WAITING',
    dueOn: addDays(today, 365),
  });
  const [told] = (await service.outbox()).filter(({ fact }) => fact === 'grant.approved');
  expect(told?.data).toMatchObject({ grantId: granted.grantId, amountFen: '300000' });
});

const pay = (grants: readonly Grant[], caller: object = finance) => {
  const grantIds = grants.map(({ grantId }) => grantId);
  return service.call('payGrants', { grantIds, bank: 'main' }, caller);
};

test('paid as one line for one payee, by the bank’s answer alone, and reported', async () => {
  const { send } = paymentSteps(service);
  const grants = [
    await approved(service, stationAsk(station, one)),
    await approved(service, stationAsk(station, one)),
  ];
  const without = await approved(service, stationAsk(station, two));
  await expect(pay(grants, { duty: 'chair' })).rejects.toThrow(
    expect.objectContaining({ kind: 'forbidden' }),
  );
  await expect(pay([without])).rejects.toThrow(refusedWith('GRANT_NOBODY_WAITS'));
  const keyed = { ...finance, key: newId() };
  const paid = { payments: 1, settlements: 0, amountFen: 1_000_000n, withoutAccount: 1 };
  expect(await pay([...grants, without], keyed)).toEqual(paid);
  expect(await pay([...grants, without], keyed)).toEqual(paid);
  await expect(pay(grants, keyed)).rejects.toThrow(refusedWith('IDEMPOTENCY_KEY_REUSED'));
  await expect(pay(grants)).rejects.toThrow(refusedWith('GRANT_BEING_PAID'));
  const root = nodeRootUnionId(service.node);
  const list = { unionId: root, state: '', cursor: '', limit: 0 };
  const [payment] = (await service.call('listPayments', list, cashier)).items;
  if (!payment) throw new Error('no payment');
  expect(payment).toMatchObject({ lineCount: 1, totalFen: 1_000_000n, accountCode: '50801' });
  const sent = await send(payment);
  expect((await get(grants[0]?.grantId ?? '')).state).toBe('APPROVED');
  const result = resultFile(sent.batchNo, [{ seq: 1, amountFen: 1_000_000n }]);
  await service.call('recordBankResult', { paymentId: sent.paymentId, ...result }, cashier);
  const done = await get(grants[0]?.grantId ?? '');
  expect(done).toMatchObject({ state: 'PAID', paidOn: today, paymentState: '' });
  expect((await get(without.grantId)).state).toBe('APPROVED');
  const facts = (await service.outbox()).filter(({ fact }) => fact === 'grant.paid');
  expect(facts.map(({ key }) => key).toSorted()).toEqual(
    grants.map(({ grantId }) => grantId).toSorted(),
  );
  const report = { usedFen: 400_000n, unspentFen: 100_000n, matchedFen: 0n, reportSha256: HASH };
  const ask = { ...step(done), ...report };
  await expect(service.call('reportGrant', { ...ask, usedFen: 1n }, clerk)).rejects.toThrow(
    refusedWith('GRANT_REPORT_SUM'),
  );
  await expect(service.call('reportGrant', { ...ask, reportSha256: '' }, clerk)).rejects.toThrow(
    refusedWith('GRANT_REPORT_MISSING'),
  );
  expect(await service.call('reportGrant', ask, clerk)).toMatchObject({
    state: 'REPORTED',
    unspentFen: 100_000n,
    reportedOn: today,
  });
});

test('a rejected payment leaves the grant waiting', async () => {
  const grant = await approved(service, stationAsk(station, one));
  await pay([grant]);
  const { paymentId } = await get(grant.grantId);
  const { payment } = await service.call('getPayment', { paymentId }, cashier);
  const reject = { paymentId, expectedVersion: payment?.version ?? 0, reason: '账号待核' };
  await service.call('rejectPayment', reject, cashier);
  expect(await get(grant.grantId)).toMatchObject({ paymentState: 'WAITING', paymentId: '' });
  expect(await pay([await get(grant.grantId)])).toMatchObject({ payments: 1 });
});

test('bound to the version of its day, and a studio matches what it was given', async () => {
  const old = await inForce(service, standard({ validFrom: '2020-01-01' }));
  const none = { recordKind: '', recordId: '', acceptanceSha256: '' };
  const venue = { ...stationAsk(old.ruleId, one, none), appliedFen: 400_000_000n };
  const before = await service.call('draftGrant', venue, clerk);
  const late = await service.call('draftGrant', venue, clerk);
  await service.call('submitGrant', step(before), clerk);
  const next = await inForce(service, standard({ validFrom: today, amountFen: 500_000_000 }));
  expect(await get(before.grantId)).toMatchObject({ ruleId: old.ruleId, state: 'SUBMITTED' });
  const submitted = await service.call('submitGrant', step(late), clerk);
  expect(submitted.ruleId).toBe(next.ruleId);
  const { ruleId } = await inForce(service, matched({ validFrom: '2020-01-01' }));
  const studio = { recordKind: 'STUDIO', recordId: newId(), beneficiary: '合成创新工作室' };
  const asked = { ...stationAsk(ruleId, one, studio), acceptanceSha256: '', matchingBp: 4_999 };
  await expect(service.call('draftGrant', asked, clerk)).rejects.toThrow(
    refusedWith('GRANT_MATCH_TOO_LOW'),
  );
  const grant = await service.call('draftGrant', { ...asked, matchingBp: 6_000 }, clerk);
  expect(grant).toMatchObject({ matchingBp: 6_000, beneficiary: '合成创新工作室' });
  // The name of a studio may be a person's.
  expect(JSON.stringify(await service.outbox())).not.toContain('合成创新工作室');
});
