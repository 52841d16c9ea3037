import { newId } from '@gonglian/kernel/id.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { approver, maker, refusedWith, today } from '../payment/scene.ts';
import {
  ago,
  answering,
  auditor,
  findingStep,
  paperAsk,
  planAsk,
  SHA256,
  startAudits,
  step,
  type AuditScene,
} from './scene.ts';

let scene: AuditScene;
let unionId: string;
beforeAll(async () => {
  scene = await startAudits();
  unionId = await scene.paidUnion();
});
afterAll(() => scene.service.stop());
const call: AuditScene['service']['call'] = (name, ask, caller) =>
  scene.service.call(name, ask, caller);
const factsOf = async (name: string) =>
  (await scene.service.outbox()).filter(({ fact }) => fact === name).map(({ data }) => data);

test('an audit from the plan to its end, each step once and in order', async () => {
  const planned = await scene.plan(unionId);
  expect(planned).toMatchObject({ state: 'PLANNED', kind: 'DOWNWARD', unionName: '合成工会' });
  const notice = { ...step(planned), notifiedOn: ago(40), entryOn: ago(38) };
  await expect(call('notifyAudit', notice, auditor)).rejects.toThrow(
    refusedWith('AUDIT_NOTICE_SHORT'),
  );
  const told = await call('notifyAudit', { ...notice, entryOn: ago(37) }, auditor);
  const early = { ...step(told), enteredOn: ago(38) };
  await expect(call('enterAudit', early, auditor)).rejects.toThrow(
    refusedWith('AUDIT_BEFORE_ENTRY'),
  );
  const entered = await call('enterAudit', { ...early, enteredOn: ago(37) }, auditor);
  const draft = { ...step(entered), draftedOn: ago(30), summary: '经费收支基本合规。' };
  await expect(call('draftAudit', draft, auditor)).rejects.toThrow(
    refusedWith('AUDIT_WITHOUT_PAPERS'),
  );
  await call('addWorkingPaper', paperAsk(planned.auditId), auditor);
  const { findingId } = await scene.raise(planned.auditId);
  const drafted = await call('draftAudit', draft, auditor);
  expect(drafted).toMatchObject({ state: 'DRAFTED', commentsDueOn: ago(20), findings: 1 });
  const report = { ...step(drafted), reportedOn: ago(20), opinion: '限期整改。' };
  await expect(call('reportAudit', report, auditor)).rejects.toThrow(
    refusedWith('AUDIT_COMMENTS_RUNNING'),
  );
  const comment = { ...step(drafted), commentedOn: ago(25), comment: '无异议', documentSha256: '' };
  await expect(call('commentAudit', comment, auditor)).rejects.toThrow(
    expect.objectContaining({ kind: 'forbidden' }),
  );
  const commented = await call('commentAudit', comment, answering);
  const decided = await scene.toDecision(commented);
  expect(await call('getFinding', { findingId }, auditor)).toMatchObject({
    state: 'NOTIFIED',
    notifiedOn: ago(15),
    deadline: ago(-45),
  });
  await expect(call('closeAudit', { ...step(decided), closedOn: today }, auditor)).rejects.toThrow(
    refusedWith('AUDIT_FINDINGS_OPEN'),
  );
  expect(await factsOf('audit.reported')).toEqual([
    expect.objectContaining({ auditId: planned.auditId, kind: 'DOWNWARD', reportedOn: ago(19) }),
  ]);
});

test('an audit that found nothing ends with its decision, and is told with its turnover', async () => {
  const decided = await scene.toDecision(await scene.drafted(unionId));
  const closed = await call('closeAudit', { ...step(decided), closedOn: today }, auditor);
  expect(closed).toMatchObject({ state: 'CLOSED', closedOn: today, findings: 0 });
  // 10,000.00 came in, 7,001.00 went out.
  expect(await factsOf('audit.closed')).toContainEqual(
    expect.objectContaining({ auditId: closed.auditId, auditedFen: '1700100', closedOn: today }),
  );
  const followUp = await scene.plan(unionId, {
    kind: 'FOLLOW_UP',
    followsAuditId: closed.auditId,
  });
  expect(followUp).toMatchObject({ kind: 'FOLLOW_UP', followsAuditId: closed.auditId });
});

test('who made, checked or approved what is audited does not audit it, whatever his duty', async () => {
  const planned = await scene.plan(unionId);
  const asAuditor = (id: string) => ({ duty: 'auditor', id }) as const;
  for (const id of [maker.id, approver.id, 'person-checker', 'person-cashier']) {
    await expect(scene.plan(unionId, {}, asAuditor(id))).rejects.toThrow(
      refusedWith('AUDITOR_NOT_INDEPENDENT'),
    );
    await expect(scene.plan(unionId, { auditors: [id, 'auditor-2'] })).rejects.toThrow(
      refusedWith('AUDITOR_NOT_INDEPENDENT'),
    );
    await expect(
      call(
        'notifyAudit',
        { ...step(planned), notifiedOn: ago(40), entryOn: ago(37) },
        asAuditor(id),
      ),
    ).rejects.toThrow(refusedWith('AUDITOR_NOT_INDEPENDENT'));
  }
  // In another year he may.
  const before = { periodFrom: '2020-01', periodTo: '2020-12' };
  expect(await scene.plan(unionId, before, asAuditor(maker.id))).toMatchObject({
    state: 'PLANNED',
  });
});

test('a finding put right: plan, evidence, returned, evidence, verified, closed', async () => {
  const audit = await scene.drafted(unionId);
  const raised = await scene.raise(audit.auditId);
  await scene.toDecision(audit);
  const now = () => call('getFinding', { findingId: raised.findingId }, auditor);
  await call('planRectification', { ...findingStep(await now()), plan: '追回' }, answering);
  await expect(
    call(
      'acceptRectificationPlan',
      { ...findingStep(await now()), note: '' },
      { duty: 'auditor', id: answering.id },
    ),
  ).rejects.toThrow(refusedWith('FINDING_SAME_PERSON'));
  await call('acceptRectificationPlan', { ...findingStep(await now()), note: '' }, auditor);
  const submit = async (recoveredFen: bigint) =>
    call(
      'submitEvidence',
      {
        ...findingStep(await now()),
        note: '已追回',
        evidenceSha256: [SHA256],
        recoveredFen,
        adjustedFen: 0n,
        returnedFen: 0n,
      },
      answering,
    );
  await expect(submit(100_001n)).rejects.toThrow(refusedWith('FINDING_CORRECTED_TOO_MUCH'));
  await submit(50_000n);
  const verify = async (accepted: boolean) =>
    call('verifyFinding', { ...findingStep(await now()), accepted, note: '已核' }, auditor);
  expect(await verify(false)).toMatchObject({ state: 'RETURNED' });
  await submit(100_000n);
  await verify(true);
  const closed = await call(
    'closeFinding',
    { ...findingStep(await now()), closedOn: today, note: '' },
    auditor,
  );
  expect(closed).toMatchObject({ state: 'CLOSED', recoveredFen: 100_000n, closedOn: today });
  const { steps } = await now();
  expect(steps.map(({ state }) => state)).toEqual([
    'OPEN',
    'NOTIFIED',
    'PLAN',
    'IN_RECTIFICATION',
    'EVIDENCE_SUBMITTED',
    'RETURNED',
    'EVIDENCE_SUBMITTED',
    'VERIFIED',
    'CLOSED',
  ]);
  expect(steps[4]).toMatchObject({ actedBy: answering.id, evidenceSha256: [SHA256] });
  expect(await factsOf('finding.closed')).toContainEqual(
    expect.objectContaining({ findingId: raised.findingId, recoveredFen: '100000' }),
  );
  expect(await factsOf('finding.raised')).toContainEqual(
    expect.objectContaining({ findingId: raised.findingId, category: 'DUPLICATE_PAYMENT' }),
  );
  await expect(
    scene.service.sql`update finding_step set note = 'x' where finding_id = ${raised.findingId}`,
  ).rejects.toThrow('is kept');
});

test('what is late stands first on the board, and is escalated', async () => {
  const audit = await scene.drafted(unionId);
  const { auditId } = audit;
  const [first, late] = [await scene.raise(auditId), await scene.raise(auditId)];
  await scene.toDecision(audit);
  await scene.service.sql`
    update audit_finding set deadline = ${ago(3)} where id = ${late.findingId}`;
  const board = (state = '') =>
    call('listFindings', { auditId, roundId: '', state, cursor: '', limit: 1 }, auditor);
  const { items, nextCursor, counts } = await board();
  expect(items).toMatchObject([{ findingId: late.findingId, overdueDays: 3 }]);
  expect(counts).toEqual([
    { state: 'NOTIFIED', findings: 2, amountFen: 200_000n },
    { state: 'OVERDUE', findings: 1, amountFen: 100_000n },
  ]);
  const next = { auditId, roundId: '', state: '', cursor: nextCursor, limit: 5 };
  expect((await call('listFindings', next, auditor)).items).toMatchObject([
    { findingId: first.findingId, overdueDays: 0 },
  ]);
  expect((await board('OVERDUE')).items).toHaveLength(1);
  const escalate = (findingId: string) =>
    call(
      'escalateFinding',
      { findingId, expectedVersion: 3, escalatedTo: 'SUPERIOR', note: '逾期未整改' },
      auditor,
    );
  await expect(escalate(first.findingId)).rejects.toThrow(refusedWith('FINDING_NOT_OVERDUE'));
  expect(await escalate(late.findingId)).toMatchObject({ state: 'ESCALATED' });
});

test('one finding is told before the decision', async () => {
  const audit = await scene.entered(unionId);
  const raised = await scene.raise(audit.auditId);
  const ask = { ...findingStep(raised), notifiedOn: ago(36) };
  const { auditId } = audit;
  const { findingId } = raised;
  // What auditors look at is theirs until it is told.
  await call('addWorkingPaper', paperAsk(auditId), auditor);
  expect(await call('getAudit', { auditId }, answering)).toMatchObject({ papers: [] });
  expect((await call('getAudit', { auditId }, auditor)).papers).toHaveLength(1);
  const board = { auditId, roundId: '', state: '', cursor: '', limit: 10 };
  const shown = async () => (await call('listFindings', board, answering)).counts;
  expect(await shown()).toEqual([]);
  await expect(call('getFinding', { findingId }, answering)).rejects.toThrow(
    refusedWith('FINDING_UNKNOWN', 'not_found'),
  );
  expect(await call('notifyFinding', ask, auditor)).toMatchObject({
    state: 'NOTIFIED',
    deadline: ago(-24),
  });
  expect(await shown()).toMatchObject([{ state: 'NOTIFIED', findings: 1 }]);
  const elsewhere = { ...auditor, scope: newId() };
  await expect(call('getFinding', { findingId }, elsewhere)).rejects.toThrow(
    refusedWith('FINDING_UNKNOWN', 'not_found'),
  );
});

test('only an auditor writes; each finds what is within his scope; a key stands for one thing', async () => {
  const other = { duty: 'auditor', id: 'auditor-9', scope: newId() } as const;
  for (const duty of ['finance', 'chair', 'clerk', 'supervisor'] as const)
    await expect(scene.plan(unionId, {}, { duty })).rejects.toThrow(
      expect.objectContaining({ kind: 'forbidden' }),
    );
  const key = newId();
  const planned = await call('planAudit', planAsk(unionId), { ...auditor, key });
  expect(await call('planAudit', planAsk(unionId), { ...auditor, key })).toEqual(planned);
  await expect(
    call('planAudit', planAsk(unionId, { title: '另一项' }), { ...auditor, key }),
  ).rejects.toThrow(expect.objectContaining({ code: 'IDEMPOTENCY_KEY_REUSED' }));
  const notFound = expect.objectContaining({ kind: 'not_found' });
  const { auditId } = planned;
  await expect(call('getAudit', { auditId }, other)).rejects.toThrow(notFound);
  await expect(scene.plan(unionId, {}, other)).rejects.toThrow(notFound);
  const stale = { auditId, expectedVersion: 9, reason: '改期' };
  await expect(call('cancelAudit', stale, auditor)).rejects.toThrow(
    expect.objectContaining({ kind: 'stale' }),
  );
  await call('cancelAudit', { ...stale, expectedVersion: 1 }, auditor);
  const all = { unionId: '', state: 'CANCELLED', cursor: '', limit: 10 };
  expect((await call('listAudits', all, auditor)).items).toMatchObject([{ auditId }]);
  expect((await call('listAudits', all, other)).items).toEqual([]);
  await expect(scene.service.sql`delete from audit where id = ${auditId}`).rejects.toThrow(
    'is kept',
  );
});
