// Audits of a part of the books, and by auditors of another federation: what they are drawn from, and who may come.
import { newId } from '@gonglian/kernel/id.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  allPaid,
  cashier,
  lineAsk,
  paymentAsk,
  refusedWith,
  resultFile,
} from '../payment/scene.ts';
import { ago, auditor, startAudits, step, type AuditScene } from './scene.ts';

const PROJECT = 'SW2026';
let scene: AuditScene;
let unionId: string;
beforeAll(async () => {
  scene = await startAudits();
  unionId = await scene.paidUnion();
  await payProject();
});
afterAll(() => scene.service.stop());
const call: AuditScene['service']['call'] = (name, ask, caller) =>
  scene.service.call(name, ask, caller);

/** 1,000.00 comes for a project, and two persons get 300.00 each of it. */
async function payProject(): Promise<void> {
  await scene.fund(unionId, 100_000, PROJECT);
  await scene.setBudget(unionId, 100_000n, PROJECT);
  const over = { projectCode: PROJECT, amountFen: 30_000n };
  const { paymentId, batchNo } = await scene.sent(unionId, {
    ...paymentAsk(unionId),
    lineCount: 2,
    totalFen: 60_000n,
    lines: [lineAsk(0, over), lineAsk(1, over)],
  });
  const paid = allPaid.slice(0, 2).map((one) => ({ ...one, amountFen: 30_000n }));
  await call('recordBankResult', { paymentId, ...resultFile(batchNo, paid) }, cashier);
}

async function enteredOf(over: object): Promise<string> {
  const planned = await scene.plan(unionId, { kind: 'SPECIAL', ...over });
  const told = await call(
    'notifyAudit',
    { ...step(planned), notifiedOn: ago(40), entryOn: ago(37) },
    auditor,
  );
  await call('enterAudit', { ...step(told), enteredOn: ago(37) }, auditor);
  return planned.auditId;
}

const all = { method: 'ALL_ABOVE', size: 0, thresholdFen: 0n, seed: '' };

test.each([
  // The lines of the project: its two, and of vouchers those that touch its account or its fund.
  ['PROJECT', PROJECT, 2n, 60_000n, 2n],
  ['FUND', PROJECT, 2n, 60_000n, 3n],
  // All eight lines were paid out of the union's own budget, each with its voucher.
  ['SOURCE', 'union', 8n, 760_100n, 8n],
  ['', '', 8n, 760_100n, 10n],
])(
  '%s %s: samples and scans take what is in it',
  async (scopeKind, scopeCode, lines, fen, made) => {
    const auditId = await enteredOf({ scopeKind, scopeCode });
    const drawn = await call('drawSample', { auditId, subject: 'PAYMENT_LINE', ...all }, auditor);
    const of = { scopeKind, scopeCode, populationCount: lines, populationFen: fen };
    expect(drawn).toMatchObject({ ...of, sampleCount: Number(lines) });
    const vouchers = await call('drawSample', { auditId, subject: 'VOUCHER', ...all }, auditor);
    expect(vouchers).toMatchObject({ populationCount: made });
    const scan = await call('runScan', { auditId, rule: 'DUPLICATE_PAYEE' }, auditor);
    expect(scan).toMatchObject({ scopeKind, scopeCode, examined: lines });
    const documents = await call('runScan', { auditId, rule: 'DUPLICATE_DOCUMENT' }, auditor);
    expect(documents).toMatchObject({ examined: made });
    const { samples, audit } = await call('getAudit', { auditId }, auditor);
    expect(samples).toMatchObject([
      { scopeKind, scopeCode },
      { scopeKind, scopeCode },
    ]);
    expect(audit).toMatchObject({ scopeKind, scopeCode });
  },
);

test('from a drawn line to its payment and its evidence, and nothing of it can be changed', async () => {
  const auditId = await enteredOf({ scopeKind: 'FUND', scopeCode: PROJECT });
  const { sampleId } = await call(
    'drawSample',
    { auditId, subject: 'PAYMENT_LINE', ...all },
    auditor,
  );
  const page = { auditId, sampleId, cursor: '', limit: 10 };
  const [item] = (await call('listSampleItems', page, auditor)).items;
  const { lineId = '' } = item ?? {};
  const evidence = await call('getMoneyEvidence', { lineId }, auditor);
  expect(evidence.steps.length).toBeGreaterThan(5);
  await expect(call('requestPayment', paymentAsk(unionId), auditor)).rejects.toThrow(
    expect.objectContaining({ kind: 'forbidden' }),
  );
});

test('nothing of the project: nothing to draw', async () => {
  const auditId = await enteredOf({ scopeKind: 'PROJECT', scopeCode: 'NONE' });
  await expect(
    call('drawSample', { auditId, subject: 'VOUCHER', ...all }, auditor),
  ).rejects.toThrow(refusedWith('SAMPLE_EMPTY'));
  await expect(scene.plan(unionId, { scopeKind: 'FUND', scopeCode: PROJECT })).rejects.toThrow(
    refusedWith('AUDIT_SCOPE_WRONG'),
  );
});

test('guests audit by accounts of their own, and none who worked on it', async () => {
  const guests = { auditorNode: '110000', auditorNodeName: '北京市总工会' };
  const guest = { duty: 'auditor', id: 'guest-1' } as const;
  const planned = await scene.plan(unionId, { ...guests, auditors: ['guest-1', 'guest-2'] });
  expect(planned).toMatchObject({ ...guests, auditors: ['guest-1', 'guest-2'] });
  const notice = { ...step(planned), notifiedOn: ago(40), entryOn: ago(37) };
  const told = await call('notifyAudit', notice, guest);
  await call('enterAudit', { ...step(told), enteredOn: ago(37) }, guest);
  const raised = await scene.raise(planned.auditId, {}, guest);
  expect(raised).toMatchObject({ state: 'OPEN', roundId: '' });
  const own = { auditorNode: scene.service.node, auditorNodeName: '本县总工会' };
  await expect(scene.plan(unionId, own)).rejects.toThrow(refusedWith('AUDITOR_NODE_WRONG'));
  await expect(
    scene.plan(unionId, { ...guests, auditors: ['guest-1', cashier.id] }),
  ).rejects.toThrow(refusedWith('AUDITOR_NOT_INDEPENDENT'));
});

test('of what was found each side is told how much is closed, of what it knows', async () => {
  const page = { unionId, state: '', cursor: '', limit: 1 };
  const { rates, nextCursor } = await call('listAudits', page, auditor);
  const year = Number(ago(0).slice(0, 4));
  const cross = { fiscalYear: year, auditKind: 'DOWNWARD', crossNode: true };
  expect(rates).toEqual([{ ...cross, findings: 1, findingsClosed: 0, closedBasisPoints: 0 }]);
  await scene.service.sql`
    update audit_finding set state = 'CLOSED', notified_on = ${ago(9)}, closed_on = ${ago(1)}
    where union_id = ${unionId}`;
  expect((await call('listAudits', page, { duty: 'finance' })).rates).toEqual([
    { ...cross, findings: 1, findingsClosed: 1, closedBasisPoints: 10_000 },
  ]);
  expect((await call('listAudits', { ...page, cursor: nextCursor }, auditor)).rates).toEqual([]);
  expect(
    (await call('listAudits', { ...page, unionId: '' }, { ...auditor, scope: newId() })).rates,
  ).toEqual([]);
});
