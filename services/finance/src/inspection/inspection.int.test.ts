import { newId } from '@gonglian/kernel/id.ts';
import { addDays } from '@gonglian/kernel/dates.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  answering,
  auditor,
  second,
  SHA256,
  startAudits,
  type AuditScene,
} from '../audit/scene.ts';
import { cashier, refusedWith, today } from '../payment/scene.ts';

let scene: AuditScene;
let unionId: string;
let other: string;
beforeAll(async () => {
  scene = await startAudits();
  unionId = await scene.paidUnion();
  other = await scene.union();
});
afterAll(() => scene.service.stop());
const call: AuditScene['service']['call'] = (name, ask, caller) =>
  scene.service.call(name, ask, caller);

const planAsk = (over: object = {}) => ({
  title: `督查 ${newId()}`,
  fiscalYear: Number(today.slice(0, 4)),
  jointBody: '驻县总工会纪检监察组',
  basis: '年度督查计划',
  unionIds: [unionId, other],
  ...over,
});
const plan = (over: object = {}, caller: object = auditor) =>
  call('planInspection', planAsk(over), caller);

const visitAsk = (roundId: string, over: object = {}) => ({
  roundId,
  unionId,
  expectedVersion: 1,
  inspectedOn: today,
  organisingResult: 'QUALIFIED',
  organisingNote: '机构健全',
  moneyResult: 'MOSTLY',
  moneyNote: '一笔支出依据不足',
  ...over,
});
const findingAsk = (roundId: string) => ({
  roundId,
  unionId,
  category: 'INCOMPLETE_VOUCHER',
  title: '支出依据不足',
  amountFen: 50_000n,
  clause: '《工会会计制度》第十条',
  cause: '审批单缺失',
  responsiblePost: '财务岗',
  suggestion: '补齐审批单',
});
const stateOf = async (roundId: string) => {
  const { round, units } = await call('getInspection', { roundId }, auditor);
  return { round, unit: units.find((one) => one.unionId === unionId) };
};

test('a round from its plan through a finding until nothing is left', async () => {
  const { round, units } = await plan();
  const roundId = round?.roundId ?? '';
  expect(round).toMatchObject({ units: 2, unitsInspected: 0, unitsSettled: 0 });
  expect(units.map(({ state }) => state)).toEqual(['PLANNED', 'PLANNED']);
  await expect(call('raiseInspectionFinding', findingAsk(roundId), auditor)).rejects.toThrow(
    refusedWith('INSPECTION_NOT_MADE'),
  );
  await call('recordInspection', visitAsk(roundId), auditor);
  const raised = await call('raiseInspectionFinding', findingAsk(roundId), auditor);
  expect(raised).toMatchObject({ state: 'OPEN', roundId, auditId: '', seq: 1 });
  const { findingId } = raised;
  await expect(call('getFinding', { findingId }, answering)).rejects.toThrow(
    refusedWith('FINDING_UNKNOWN', 'not_found'),
  );
  let version = raised.version;
  const go = async (name: 'notifyFinding', body: object, caller: object) => {
    const one = await call(name, { findingId, expectedVersion: version, ...body } as never, caller);
    ({ version } = one);
    return one;
  };
  const told = await go('notifyFinding', { notifiedOn: today }, auditor);
  expect(told).toMatchObject({ state: 'NOTIFIED', deadline: addDays(today, 60) });
  expect((await stateOf(roundId)).unit).toMatchObject({
    state: 'RECTIFYING',
    findings: 1,
    nextDeadline: addDays(today, 60),
    moneyResult: 'MOSTLY',
  });
  const step = (name: string) => name as 'notifyFinding';
  await go(step('planRectification'), { plan: '补齐' }, answering);
  await go(step('acceptRectificationPlan'), { note: '' }, auditor);
  const proof = {
    evidenceSha256: [SHA256],
    recoveredFen: 0n,
    adjustedFen: 50_000n,
    returnedFen: 0n,
  };
  await go(step('submitEvidence'), { note: '已补', ...proof }, answering);
  await go(step('verifyFinding'), { accepted: true, note: '已核' }, second);
  await go(step('closeFinding'), { closedOn: today, note: '' }, auditor);
  const end = await stateOf(roundId);
  expect(end.unit).toMatchObject({ state: 'SETTLED', findingsClosed: 1, nextDeadline: '' });
  expect(end.round).toMatchObject({ unitsInspected: 1, unitsSettled: 1, findings: 1 });
  const { rates } = await call('listAudits', { unionId, state: '', cursor: '', limit: 1 }, auditor);
  expect(rates).toMatchObject([{ auditKind: 'INSPECTION', closedBasisPoints: 10_000 }]);
  const facts = await scene.service.outbox();
  // What statistics count is what audits found.
  expect(facts.filter(({ fact }) => fact.startsWith('finding.'))).toEqual([]);
});

test('a visit is told, and told again with the day that it corrects; records count it once', async () => {
  const roundId = (await plan()).round?.roundId ?? '';
  const before = addDays(today, -40);
  const year = Number(before.slice(0, 4));
  const earlier = (await plan({ fiscalYear: year })).round?.roundId ?? '';
  await call('recordInspection', visitAsk(earlier, { inspectedOn: before }), auditor);
  const again = visitAsk(earlier, { expectedVersion: 2, moneyResult: 'UNQUALIFIED' });
  await call('recordInspection', again, auditor);
  const told = (await scene.service.outbox()).filter(({ data }) => data['roundId'] === earlier);
  const about = { roundId: earlier, unionId, fiscalYear: year, joint: true };
  expect(told.map(({ fact, data }) => ({ fact, ...data }))).toMatchObject([
    { fact: 'inspection.made', ...about, inspectedOn: before, moneyResult: 'MOSTLY' },
    { ...about, inspectedOn: today, previouslyOn: before, moneyResult: 'UNQUALIFIED' },
  ]);
  const { rows } = await call('recountFinance', { cursor: '', limit: 0 }, auditor);
  const visits = rows.filter(({ movement }) => movement === 'unit_inspected');
  const made = (await scene.service.outbox()).filter(({ fact }) => fact === 'inspection.made');
  const counted = visits.reduce((sum, { count }) => sum + Number(count), 0);
  expect(counted).toBe(made.filter(({ data }) => (data['previouslyOn'] ?? '') === '').length);
  expect((await stateOf(roundId)).unit).toMatchObject({ state: 'PLANNED' });
});

test('who visits is an auditor who has not worked there; a date, a version, a unit that fits', async () => {
  const roundId = (await plan()).round?.roundId ?? '';
  await expect(call('recordInspection', visitAsk(roundId), { duty: 'finance' })).rejects.toThrow(
    expect.objectContaining({ kind: 'forbidden' }),
  );
  const worked = { duty: 'auditor', id: cashier.id } as const;
  await expect(call('recordInspection', visitAsk(roundId), worked)).rejects.toThrow(
    refusedWith('AUDITOR_NOT_INDEPENDENT'),
  );
  const late = visitAsk(roundId, { inspectedOn: addDays(today, 1) });
  await expect(call('recordInspection', late, auditor)).rejects.toThrow(
    refusedWith('AUDIT_DATE_WRONG'),
  );
  const stale = visitAsk(roundId, { expectedVersion: 2 });
  await expect(call('recordInspection', stale, auditor)).rejects.toThrow(
    expect.objectContaining({ kind: 'stale' }),
  );
  const elsewhere = visitAsk(roundId, { unionId: await scene.union() });
  await expect(call('recordInspection', elsewhere, auditor)).rejects.toThrow(
    refusedWith('INSPECTION_UNKNOWN', 'not_found'),
  );
});

test('a unit sees the round that visits it and itself in it, and writes nothing there', async () => {
  const roundId = (await plan()).round?.roundId ?? '';
  const below = { ...auditor, scope: other } as const;
  const { round, units } = await call('getInspection', { roundId }, below);
  expect(units.map((one) => one.unionId)).toEqual([other]);
  expect(round).toMatchObject({ units: 1 });
  const own = visitAsk(roundId, { unionId: other });
  await expect(call('recordInspection', own, below)).rejects.toThrow(
    refusedWith('INSPECTION_UNKNOWN', 'not_found'),
  );
  const nowhere = { ...auditor, scope: await scene.union() } as const;
  await expect(call('getInspection', { roundId }, nowhere)).rejects.toThrow(
    refusedWith('INSPECTION_UNKNOWN', 'not_found'),
  );
  const page = { cursor: '', limit: 100 };
  expect((await call('listInspections', page, nowhere)).items).toEqual([]);
  const listed = (await call('listInspections', page, below)).items;
  expect(listed.map((one) => one.roundId)).toContain(roundId);
  await expect(plan({}, nowhere)).rejects.toThrow(expect.objectContaining({ kind: 'not_found' }));
});

test('a key stands for one thing, a title for one round of a year', async () => {
  const key = newId();
  const ask = planAsk();
  const planned = await call('planInspection', ask, { ...auditor, key });
  expect(await call('planInspection', ask, { ...auditor, key })).toEqual(planned);
  await expect(
    call('planInspection', { ...ask, basis: '另一计划' }, { ...auditor, key }),
  ).rejects.toThrow(refusedWith('IDEMPOTENCY_KEY_REUSED'));
  await expect(call('planInspection', ask, auditor)).rejects.toThrow(
    refusedWith('INSPECTION_EXISTS', 'duplicate'),
  );
  await expect(plan({ fiscalYear: Number(today.slice(0, 4)) + 1 })).rejects.toThrow(
    refusedWith('INSPECTION_YEAR_WRONG'),
  );
});
