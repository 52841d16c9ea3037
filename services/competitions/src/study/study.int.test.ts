import { newId } from '@gonglian/kernel/id.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  clerkOf,
  factsOf,
  HASH,
  LI,
  memberOf,
  NOBODY,
  openUnion,
  refusedWith,
} from '@gonglian/testing/people-scene.ts';
import { askFinance, settled, wiredFinance } from '@gonglian/payout/scene.ts';
import { expectRecounted } from '../recount/expect-recounted.ts';
import { startCompetitions, type Service } from '../scene.ts';

let service: Service;
let call: Service['call'];
const finance = wiredFinance();
beforeAll(async () => {
  service = await startCompetitions({ requestPayment: finance.requestPayment });
  call = service.call;
});
afterAll(() => service.stop());

const clerk = { duty: 'clerk', id: 'clerk-1' } as const;
const reviewer = { duty: 'clerk', id: 'clerk-2' } as const;
const chair = { duty: 'chair', id: 'chair-1' } as const;
const forbidden = expect.objectContaining({ kind: 'forbidden' });
const studies = {
  degree: 'BACHELOR',
  studyStage: 'ENROLMENT',
  school: '合成开放大学',
  major: '机械设计',
  tuitionFen: 680_000n,
  evidenceSha256: [HASH],
};
type Study = Awaited<ReturnType<typeof apply>>;
const apply = (caller: object, over: object = {}) =>
  call('applyStudySubsidy', { ...NOBODY, ...studies, ...over }, caller);
const step = ({ studyId, version }: Study, over: object = {}) => ({
  studyId,
  expectedVersion: version,
  passed: true,
  note: '',
  ...over,
});
const check = (one: Study, who: object = clerk) => call('checkStudySubsidy', step(one), who);
const review = (one: Study, who: object = reviewer) => call('reviewStudySubsidy', step(one), who);
const approve = (one: Study, who: object = chair) => call('approveStudySubsidy', step(one), who);

test('a member applies, three persons agree, each level pays its share through finance', async () => {
  const unionId = await openUnion(service);
  const member = newId();
  const self = memberOf(unionId, member);
  const key = newId();
  const applied = await apply({ ...self, key });
  expect(applied).toMatchObject({ state: 'APPLIED', own: true, unionId, shares: [] });
  expect(await apply({ ...self, key })).toEqual(applied);
  await expect(apply({ ...self, key }, { major: '会计' })).rejects.toThrow(
    expect.objectContaining({ code: 'IDEMPOTENCY_KEY_REUSED' }),
  );
  await expect(apply(self)).rejects.toThrow(refusedWith('STUDY_APPLIED', 'duplicate'));
  const checked = await check(applied, { ...clerkOf(unionId), id: 'clerk-1' });
  await expect(review(checked, clerk)).rejects.toThrow(refusedWith('STUDY_SIGNED_ALREADY'));
  const approved = await approve(await review(checked));
  expect(approved).toMatchObject({
    state: 'APPROVED',
    amountFen: 200_000n,
    shares: [
      { level: 'PROVINCE', amountFen: 80_000n, payoutState: '' },
      { level: 'CITY', amountFen: 60_000n, payoutState: '' },
      { level: 'COUNTY', amountFen: 60_000n, payoutState: '' },
    ],
  });
  expect(await factsOf(service, 'study-subsidy.approved', applied.studyId)).toMatchObject([
    { unionId, degree: 'BACHELOR', amountFen: '200000' },
  ]);
  const pay = (recordPart: string, over: object = {}) =>
    call(
      'payOut',
      {
        unionId,
        bank: 'main',
        payoutKind: 'STUDY_SUBSIDY',
        projectCode: '',
        sourceCode: 'union',
        documentNo: '求学〔1〕号',
        payees: [
          {
            recordId: applied.studyId,
            recordPart,
            amountFen: 0n,
            payeeName: '周晓岚',
            accountNumber: '6222000000000001234',
            bankCode: '105312500018',
          },
        ],
        ...over,
      },
      clerk,
    );
  const province = await pay('PROVINCE', { projectCode: 'dream-2026' });
  await expect(pay('PROVINCE')).rejects.toThrow(refusedWith('RECORD_PAID'));
  await expect(pay('NATIONAL')).rejects.toThrow(refusedWith('RECORD_UNKNOWN', 'not_found'));
  await pay('COUNTY');
  await askFinance(service);
  const { paymentId, payoutId } = await call('getPayout', { payoutId: province.payoutId }, clerk);
  const { request } = finance.payments.get(`${payoutId}/1`) ?? {};
  expect(request?.lines).toMatchObject([
    { amountFen: 80_000n, projectCode: 'dream-2026', beneficiaryId: member },
  ]);
  const sourceId = `${payoutId}/1`;
  const said = { paymentId, unionId, sourceId, sourceService: 'competitions' };
  await service.publishFacts('finance', [settled(said, 1, 80_000n, '2026-06-01')]);
  await service.settled();
  // The member sees of his own what each level has paid.
  const seen = await call('getStudySubsidy', { studyId: applied.studyId }, self);
  expect(seen.shares.map(({ payoutState }) => payoutState)).toEqual(['PAID', '', 'REQUESTED']);
  expect(await factsOf(service, 'payout.paid', payoutId)).toMatchObject([
    { payoutKind: 'STUDY_SUBSIDY', amountFen: '80000', paidOn: '2026-06-01' },
  ]);
});

test('a step cannot be skipped, taken twice at once, or taken by the applicant', async () => {
  const unionId = await openUnion(service);
  const member = newId();
  const applied = await apply(memberOf(unionId, member));
  await expect(approve(applied)).rejects.toThrow(refusedWith('STUDY_STATE_WRONG'));
  await expect(check(applied, { ...clerk, member })).rejects.toThrow(
    refusedWith('PAYEE_IS_APPROVER'),
  );
  const reviewed = await review(await check(applied));
  const two = ['chair-1', 'chair-2'].map((id) => approve(reviewed, { duty: 'chair', id }));
  const lost = (await Promise.allSettled(two)).filter(({ status }) => status === 'rejected');
  expect(lost).toMatchObject([{ reason: { code: 'VERSION_MOVED', kind: 'stale' } }]);
  expect(await factsOf(service, 'study-subsidy.approved', applied.studyId)).toHaveLength(1);
});

test('a no has a reason, and he may apply again', async () => {
  const unionId = await openUnion(service);
  const self = memberOf(unionId);
  const applied = await apply(self);
  const no = (note: string) =>
    call('checkStudySubsidy', step(applied, { passed: false, note }), clerk);
  await expect(no('')).rejects.toThrow(refusedWith('STUDY_REASON_MISSING'));
  expect(await no('学历证明不清晰')).toMatchObject({ state: 'REFUSED', note: '学历证明不清晰' });
  expect(await apply(self)).toMatchObject({ state: 'APPLIED' });
});

test('who is not of the union, or has not the duty, reads and decides nothing', async () => {
  const unionId = await openUnion(service);
  const elsewhere = clerkOf(await openUnion(service));
  const named = await apply(clerkOf(unionId), { ...LI, unionId });
  expect(named).toMatchObject({ own: false, personNameMasked: '李*明' });
  const unknown = refusedWith('STUDY_UNKNOWN', 'not_found');
  const ask = { studyId: named.studyId };
  await expect(call('getStudySubsidy', ask, elsewhere)).rejects.toThrow(unknown);
  await expect(call('getStudySubsidy', ask, memberOf(unionId))).rejects.toThrow(unknown);
  await expect(check(named, elsewhere)).rejects.toThrow(unknown);
  const checked = await check(named, clerkOf(unionId));
  await expect(review(checked, clerkOf(unionId))).rejects.toThrow(forbidden);
  await expect(approve(checked, clerk)).rejects.toThrow(forbidden);
  await expect(call('getStudySubsidy', ask, { duty: 'supervisor' })).rejects.toThrow(forbidden);
  const none = { unionId: '', state: '', cursor: '', limit: 0 };
  expect((await call('listStudySubsidies', none, memberOf(unionId))).items).toEqual([]);
  expect((await call('listStudySubsidies', { ...none, unionId }, clerk)).items).toHaveLength(1);
});

test('all of it is recounted from the records as its facts have told it', async () => {
  await expectRecounted(service, 'paid_out', 'study_approved');
});
