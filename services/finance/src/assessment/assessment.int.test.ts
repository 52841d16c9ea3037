import { newId } from '@gonglian/kernel/id.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { auditor, second, SHA256, startAudits, type AuditScene } from '../audit/scene.ts';
import { refusedWith, today } from '../payment/scene.ts';

const thisYear = Number(today.slice(0, 4));
const reviewer = { duty: 'chair', id: 'person-reviewing' } as const;
let scene: AuditScene;
let unionId: string;
let auditId: string;
beforeAll(async () => {
  scene = await startAudits();
  unionId = await scene.paidUnion();
  ({ auditId } = await scene.entered(unionId));
  await call('setChecklist', checklistAsk('2020-01-01', 3), auditor);
  await call('setChecklist', checklistAsk(`${thisYear}-01-01`, 10), auditor);
});
afterAll(() => scene.service.stop());
const call: AuditScene['service']['call'] = (name, ask, caller) =>
  scene.service.call(name, ask, caller);

const checklistAsk = (validFrom: string, maxPoints: number) => ({
  title: `考核标准 ${validFrom}`,
  validFrom,
  documentNo: '工审〔2026〕3号',
  items: [
    { title: '审计计划按期完成', maxPoints },
    { title: '问题整改到位', maxPoints: 5 },
  ],
});
const link = (recordKind: string, recordId = '', documentSha256 = '') => ({
  recordKind,
  recordId,
  documentSha256,
});
const claimsOf = (evidence: object[]) =>
  [
    { itemNo: 1, claimedPoints: 9, note: '四项全部完成', evidence },
    { itemNo: 2, claimedPoints: 5, note: '', evidence: [link('DOCUMENT', '', SHA256)] },
  ] as never;
const submitAsk = (over: object = {}) => ({
  unionId,
  fiscalYear: thisYear,
  claims: claimsOf([link('AUDIT', auditId), link('DOCUMENT', '', SHA256)]),
  ...over,
});
const submit = (over: object = {}, caller: object = auditor) =>
  call('submitAssessment', submitAsk(over), caller);

test('a year is claimed by the version of that year, and another person gives points', async () => {
  const submitted = await submit();
  const { assessmentId, version } = submitted;
  expect(submitted).toMatchObject({
    state: 'SUBMITTED',
    checklistTitle: `考核标准 ${thisYear}-01-01`,
    maxPoints: 15,
    claimedPoints: 14,
    givenPoints: 0,
  });
  expect(submitted.items[0]?.evidence).toEqual([
    link('AUDIT', auditId),
    link('DOCUMENT', '', SHA256),
  ]);
  const scores = [
    { itemNo: 1, givenPoints: 9, reason: '' },
    { itemNo: 2, givenPoints: 3, reason: '一项未销号' },
  ];
  const ask = { assessmentId, expectedVersion: version, scores };
  await expect(call('reviewAssessment', ask, auditor)).rejects.toThrow(
    refusedWith('ASSESSMENT_SAME_PERSON'),
  );
  await expect(call('reviewAssessment', { ...ask, expectedVersion: 9 }, reviewer)).rejects.toThrow(
    expect.objectContaining({ kind: 'stale' }),
  );
  await expect(call('reviewAssessment', ask, { duty: 'finance' })).rejects.toThrow(
    expect.objectContaining({ kind: 'forbidden' }),
  );
  const reviewed = await call('reviewAssessment', ask, reviewer);
  expect(reviewed).toMatchObject({ state: 'REVIEWED', givenPoints: 12, reviewedBy: reviewer.id });
  expect(reviewed.items[1]).toMatchObject({ givenPoints: 3, reason: '一项未销号' });
  const again = { ...ask, expectedVersion: reviewed.version };
  await expect(call('reviewAssessment', again, second)).rejects.toThrow(
    refusedWith('ASSESSMENT_REVIEWED'),
  );
  await expect(submit()).rejects.toThrow(refusedWith('ASSESSMENT_EXISTS', 'duplicate'));
  await expect(
    scene.service.sql`update assessment_claim set claimed_points = 1 where union_id = ${unionId}`,
  ).rejects.toThrow('is kept');
});

test.each([
  ['no evidence', 'CLAIM_WITHOUT_EVIDENCE', () => []],
  ['an audit of nobody', 'EVIDENCE_UNKNOWN', () => [link('AUDIT', newId())]],
  ['a payment that is an audit', 'EVIDENCE_UNKNOWN', () => [link('PAYMENT', auditId)]],
])('%s: %s', async (_, code, evidence) => {
  const claims = claimsOf(evidence());
  await expect(submit({ fiscalYear: thisYear - 1, claims })).rejects.toThrow(
    // The year before has the older version, whose first item has fewer points.
    refusedWith('CLAIM_TOO_HIGH'),
  );
  const other = await scene.union();
  await expect(submit({ unionId: other, claims })).rejects.toThrow(refusedWith(code));
});

test('a record of another union is no evidence', async () => {
  await expect(submit({ unionId: await scene.union() })).rejects.toThrow(
    refusedWith('EVIDENCE_UNKNOWN'),
  );
});

test('a link names one thing: a record, or a document', async () => {
  for (const wrong of [link('AUDIT'), link('DOCUMENT', auditId, SHA256), link('DOCUMENT')])
    await expect(submit({ claims: claimsOf([wrong]) })).rejects.toThrow(
      expect.objectContaining({ kind: 'invalid' }),
    );
});

test('a version for each day; set over the whole node, and read by all who work there', async () => {
  await expect(call('setChecklist', checklistAsk('2020-01-01', 4), auditor)).rejects.toThrow(
    refusedWith('CHECKLIST_EXISTS', 'duplicate'),
  );
  const below = { ...auditor, scope: unionId } as const;
  await expect(call('setChecklist', checklistAsk('2021-01-01', 4), below)).rejects.toThrow(
    expect.objectContaining({ kind: 'forbidden' }),
  );
  const { items } = await call('listChecklists', {}, below);
  expect(items.map(({ validFrom }) => validFrom)).toEqual([`${thisYear}-01-01`, '2020-01-01']);
  expect(items[0]).toMatchObject({ maxPoints: 15, items: [{ maxPoints: 10 }, { maxPoints: 5 }] });
});

test('a key stands for one thing; nobody elsewhere sees it', async () => {
  const own = await scene.union();
  const claims = claimsOf([link('DOCUMENT', '', SHA256)]);
  const key = newId();
  const ask = submitAsk({ unionId: own, claims });
  const submitted = await call('submitAssessment', ask, { ...auditor, key });
  expect(await call('submitAssessment', ask, { ...auditor, key })).toEqual(submitted);
  await expect(
    call('submitAssessment', { ...ask, fiscalYear: thisYear - 1 }, { ...auditor, key }),
  ).rejects.toThrow(refusedWith('IDEMPOTENCY_KEY_REUSED'));
  const nowhere = { ...auditor, scope: await scene.union() } as const;
  const { assessmentId } = submitted;
  await expect(call('getAssessment', { assessmentId }, nowhere)).rejects.toThrow(
    refusedWith('ASSESSMENT_UNKNOWN', 'not_found'),
  );
  await expect(call('submitAssessment', ask, nowhere)).rejects.toThrow(
    expect.objectContaining({ kind: 'not_found' }),
  );
  const page = { unionId: '', cursor: '', limit: 10 };
  expect((await call('listAssessments', page, nowhere)).items).toEqual([]);
  const below = { ...auditor, scope: own } as const;
  expect((await call('listAssessments', page, below)).items).toMatchObject([{ assessmentId }]);
});
