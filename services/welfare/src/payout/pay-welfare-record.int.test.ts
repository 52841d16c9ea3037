import type { Payout } from '@gonglian/contracts/gen/gonglian/welfare/v1/payout.ts';
import { askFinance, settled, wiredFinance, type WiredFinance } from '@gonglian/payout/scene.ts';
import { once } from '@gonglian/testing/keyed-scene.ts';
import { clerkOf, LI, openUnion, refusedWith } from '@gonglian/testing/people-scene.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clerk, madeAccount, openCounty, today } from '../campaign/scene.ts';
import { settledBatch, ZHAO, ZHOU } from '../recuperation/made-batch.ts';
import { ago, appoint, EMPLOYER } from '../rights/scene.ts';
import { startWelfare, type Service } from '../scene.ts';

// What records have decided for those outside their lists: the interest of a loan, the lawyer of a case.

let service: Service;
let finance: WiredFinance;
let call: Service['call'];
let of: Awaited<ReturnType<typeof openCounty>>;
beforeAll(async () => {
  finance = wiredFinance();
  service = await startWelfare({ requestPayment: finance.requestPayment });
  call = service.call;
  of = await openCounty(service);
});
afterAll(() => service.stop());

const payAsk = (over: object) => ({
  unionId: of.root,
  payoutKind: 'STARTUP_SUBSIDY',
  recordId: '',
  bank: 'main',
  projectCode: '',
  sourceCode: 'union',
  documentNo: '支〔1〕号',
  amountFen: 0n,
  payeeName: '合成农商行',
  ...madeAccount(),
  ...over,
});
const pay = (over: object) => call('payWelfareRecord', payAsk(over), clerk);

const support = async (unionId: string, interestSubsidyFen = 380_000n): Promise<string> => {
  const startup = {
    unionId,
    projectName: '合成早餐铺',
    supportedOn: today,
    bankName: '合成农商行',
    loanFen: 20_000_000n,
    interestSubsidyFen,
    jobsCreated: 5,
    householdsBenefited: 2,
    documentNo: '贴〔1〕号',
  };
  return (await call('supportStartup', startup, clerk)).startupId;
};

/** A case that was won and is evaluated. */
async function evaluated(unionId: string): Promise<string> {
  const asked = {
    ...LI,
    unionId,
    aidKind: 'LITIGATION',
    disputeKind: 'INJURY',
    employerName: '合成服装厂',
    employerUscc: EMPLOYER,
    content: '工伤待遇被拒付',
    workRegion: '321084',
    originRegion: '341000',
    workers: 1,
    appliedOn: ago(20),
    materials: ['APPLICATION', 'IDENTITY', 'HARDSHIP_OR_UNION', 'EVIDENCE'],
  };
  const applied = await call('applyForLegalAid', asked, clerk);
  const { legalAidId } = applied;
  const { professionalId } = await appoint(service, unionId, {});
  const at = (version: number) => ({ legalAidId, expectedVersion: version });
  const review = { granted: true, reason: '', reviewedOn: ago(15) };
  const granted = await call('reviewLegalAid', { ...at(applied.version), ...review }, clerk);
  const lawyer = { professionalId, noConflictDeclared: true, assignedOn: ago(14) };
  const assigned = await call('assignLawyer', { ...at(granted.version), ...lawyer }, clerk);
  const start = { route: 'LITIGATION', startedOn: ago(10) };
  const started = await call('startLegalAid', { ...at(assigned.version), ...start }, clerk);
  await expect(pay(subsidy(legalAidId))).rejects.toThrow(
    refusedWith('RECORD_UNKNOWN', 'not_found'),
  );
  const close = { result: 'WON', recoveredFen: 100n, closedOn: ago(1) };
  const closed = await call('closeLegalAid', { ...at(started.version), ...close }, clerk);
  await call('evaluateLegalAid', { ...at(closed.version), satisfaction: 5 }, clerk);
  return legalAidId;
}
const subsidy = (recordId: string, amountFen = 150_000n) => ({
  payoutKind: 'LEGAL_AID_SUBSIDY',
  recordId,
  amountFen,
  payeeName: '',
});

test('the interest that a union bears goes to the bank that lent, once, and comes back as paid', async () => {
  const recordId = await support(of.works);
  await expect(pay({ recordId, amountFen: 380_001n })).rejects.toThrow(
    refusedWith('PAYOUT_AMOUNT_DECIDED'),
  );
  const payout = await pay({ recordId });
  expect(payout).toMatchObject({ totalFen: 380_000n, lines: [{ payeeKind: 'UNIT' }] });
  await expect(pay({ recordId })).rejects.toThrow(refusedWith('RECORD_PAID'));
  await askFinance(service);
  const sourceId = `${payout.payoutId}/1`;
  const { request, paymentId = '' } = finance.payments.get(sourceId) ?? {};
  expect(request).toMatchObject({ accountCode: '50404', lines: [{ payeeName: '合成农商行' }] });
  const said = { paymentId, unionId: of.root, sourceId, sourceService: 'welfare' };
  await service.publishFacts('finance', [settled(said, 1, 380_000n, today)]);
  await service.settled();
  const { payoutId } = payout;
  expect(await call('getWelfarePayout', { payoutId }, clerk)).toMatchObject({ state: 'PAID' });
});

test('a lawyer is paid for a case that was evaluated, by the name on the roster, within the most', async () => {
  const recordId = await evaluated(of.works);
  await expect(pay(subsidy(recordId, 0n))).rejects.toThrow(refusedWith('RECORD_UNDECIDED'));
  await expect(pay(subsidy(recordId, 500_001n))).rejects.toThrow(refusedWith('PAYOUT_ABOVE'));
  await expect(pay({ ...subsidy(recordId), payeeName: '另一人' })).rejects.toThrow(
    refusedWith('PAYEE_NAME_WRONG', 'invalid'),
  );
  const { payoutId } = await pay(subsidy(recordId));
  await askFinance(service);
  const { request } = finance.payments.get(`${payoutId}/1`) ?? {};
  expect(request).toMatchObject({
    accountCode: '50403',
    lines: [{ payeeKind: 'PERSON', payeeName: '赵律师', amountFen: 150_000n }],
  });
});

test('what the union bears of a settled journey goes to whoever hosted it, once', async () => {
  const recordId = await settledBatch(
    { service, root: of.root, below: of.works },
    { person: ZHOU, unionFen: 80_000n },
  );
  const host = { payoutKind: 'RECUPERATION_COST', recordId, payeeName: '合成湖职工疗休养院' };
  await expect(pay({ ...host, payeeName: '' })).rejects.toThrow(
    refusedWith('PAYEE_NAME_WRONG', 'invalid'),
  );
  await expect(pay({ ...host, amountFen: 100_000n })).rejects.toThrow(
    refusedWith('PAYOUT_AMOUNT_DECIDED'),
  );
  const { payoutId } = await pay(host);
  await expect(pay(host)).rejects.toThrow(refusedWith('RECORD_PAID'));
  await askFinance(service);
  const sourceId = `${payoutId}/1`;
  const { request, paymentId = '' } = finance.payments.get(sourceId) ?? {};
  expect(request).toMatchObject({
    accountCode: '50204',
    lines: [{ payeeKind: 'UNIT', payeeName: '合成湖职工疗休养院', amountFen: 80_000n }],
  });
  const said = { paymentId, unionId: of.root, sourceId, sourceService: 'welfare' };
  await service.publishFacts('finance', [settled(said, 1, 80_000n, today)]);
  await service.settled();
  const list = { unionId: '', payoutKind: host.payoutKind, state: '', cursor: '', limit: 0 };
  const found = await call('listWelfarePayouts', { ...list, recordId, recordPart: '' }, clerk);
  expect(found.items).toMatchObject([{ payoutId, state: 'PAID', paidFen: 80_000n }]);
});

test('a journey of which the union bears nothing is not paid for', async () => {
  const recordId = await settledBatch(
    { service, root: of.root, below: of.mill },
    { person: ZHAO, unionFen: 0n },
  );
  const host = { payoutKind: 'RECUPERATION_COST', recordId, payeeName: '合成湖职工疗休养院' };
  await expect(pay(host)).rejects.toThrow(refusedWith('RECORD_UNKNOWN', 'not_found'));
});

test('nothing where nothing was decided, and nobody pays for a union that is not below', async () => {
  const recordId = await support(of.works, 0n);
  await expect(pay({ recordId })).rejects.toThrow(refusedWith('RECORD_UNKNOWN', 'not_found'));
  const elsewhere = await openUnion(service, '合成另一厂工会');
  const theirs = await support(elsewhere);
  await expect(
    call('payWelfareRecord', payAsk({ unionId: of.works, recordId: theirs }), clerk),
  ).rejects.toThrow(refusedWith('PAYER_NOT_ABOVE'));
});

test('forbidden, replay, another body, foreign scope', async () => {
  const recordId = await support(of.works);
  const payout = await once<Payout>(service, {
    method: 'payWelfareRecord',
    ask: payAsk({ unionId: of.works, recordId }),
    changed: { documentNo: '支〔2〕号' },
    caller: clerkOf(of.works),
    forbidden: { duty: 'finance' },
    foreign: { duty: 'clerk', scope: of.mill },
    unknown: 'UNION_UNKNOWN',
  });
  expect(payout).toMatchObject({ state: 'WAITING', unionId: of.works });
});
