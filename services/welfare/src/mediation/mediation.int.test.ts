import type { Mediation } from '@gonglian/contracts/gen/gonglian/welfare/v1/rights.ts';
import { once } from '@gonglian/testing/keyed-scene.ts';
import {
  clerkOf,
  factsOf,
  HASH,
  LI,
  openUnion,
  refusedWith,
} from '@gonglian/testing/people-scene.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectRecounted } from '../recount/expect-recounted.ts';
import { MEDIATION_MOVEMENTS, TOLD_OF_RIGHTS } from '../recount/told-rights.ts';
import { ago, appoint, desk } from '../rights/scene.ts';
import { startWelfare, type Service } from '../scene.ts';

let service: Service;
let town: string;
let works: string;
beforeAll(async () => {
  service = await startWelfare();
  town = await openUnion(service, '合成镇总工会');
  works = await openUnion(service);
});
afterAll(() => service.stop());

const dispute = {
  ...LI,
  disputeKind: 'WAGE_ARREARS',
  source: 'COURT',
  sourceNo: '',
  employerName: '合成服装厂',
  content: '十二名职工被拖欠三个月工资',
  workers: 12,
  representatives: 3,
  appliedOn: ago(20),
  knownOn: ago(60),
  relationEndedOn: '',
};
let courtNo = 0;
const apply = (over: object = {}) =>
  service.call(
    'applyForMediation',
    { unionId: town, ...dispute, sourceNo: `诉前调〔2026〕${(courtNo += 1)}号`, ...over },
    desk,
  );
const seen = ({ mediationId, version }: Mediation) => ({ mediationId, expectedVersion: version });
const step = (one: Mediation, name: string, on: string, professionalId = '') =>
  service.call(
    'stepMediation',
    { ...seen(one), step: name, steppedOn: on, professionalId, note: '' },
    desk,
  );
const talks = async (over: object = {}) => {
  const accepted = await step(await apply(over), 'ACCEPT', ago(20));
  return step(await step(accepted, 'INVESTIGATE', ago(18)), 'MEDIATE', ago(15));
};
const agreement = { agreedOn: ago(10), agreementNo: '调〔2026〕1号', agreementSha256: HASH };
const agree = (one: Mediation, over: object = {}) =>
  service.call(
    'agreeMediation',
    { ...seen(one), ...agreement, agreedFen: 9_600_000n, signedByBoth: true, ...over },
    desk,
  );
const performed = (one: Mediation, kept: boolean, recoveredFen: bigint) =>
  service.call(
    'recordMediationPerformance',
    { ...seen(one), performed: kept, recoveredFen, steppedOn: ago(3) },
    desk,
  );
const handOver = (one: Mediation, toAgency: string, on = ago(2)) =>
  service.call(
    'handOverMediation',
    { ...seen(one), toAgency, agencyNo: '支〔2026〕5号', steppedOn: on },
    desk,
  );
test('a court hands a dispute over; it is mediated within its days, signed by both, and performed', async () => {
  const applied = await apply();
  const { mediationId } = applied;
  expect(applied).toMatchObject({ state: 'APPLIED', source: 'COURT', personNameMasked: '李*明' });
  await expect(apply({ sourceNo: applied.sourceNo })).rejects.toThrow(
    refusedWith('MEDIATION_HANDED_OVER_TWICE', 'duplicate'),
  );
  const mediator = await appoint(service, town, {
    profession: 'MEDIATOR',
    professionalName: '钱调解员',
  });
  const lawyer = await appoint(service, town);
  await expect(step(applied, 'ACCEPT', ago(20), lawyer.professionalId)).rejects.toThrow(
    refusedWith('PROFESSIONAL_OTHER'),
  );
  const accepted = await step(applied, 'ACCEPT', ago(20), mediator.professionalId);
  expect(accepted).toMatchObject({ dueOn: ago(5), arbitrationUntil: '', version: 2 });
  const talking = await step(await step(accepted, 'INVESTIGATE', ago(18)), 'MEDIATE', ago(15));
  await expect(agree(talking, { signedByBoth: false })).rejects.toThrow(
    refusedWith('MEDIATION_NOT_SIGNED'),
  );
  const agreed = await agree(talking);
  expect(await performed(agreed, true, 9_600_000n)).toMatchObject({
    state: 'PERFORMED',
    closedOn: ago(3),
    recoveredFen: 9_600_000n,
  });
  const facts = async (name: string) => factsOf(service, name, mediationId);
  expect(await facts('mediation.accepted')).toMatchObject([{ source: 'COURT', workers: 12 }]);
  expect(await facts('mediation.closed')).toMatchObject([
    { agreed: true, recoveredFen: '9600000', disputeKind: 'WAGE_ARREARS' },
  ]);
  const { content, steps } = await service.call('getMediation', { mediationId }, desk);
  expect(content).toBe(dispute.content);
  const show = (reason: string, caller: object = desk) =>
    service.call('showMediationApplicant', { mediationId, reason }, caller);
  const { personName, leftToday } = await show('通知双方到场调解');
  expect(personName).toBe(dispute.personName);
  expect((await show('再次通知双方到场')).leftToday).toBe(leftToday - 1);
  await expect(show('看')).rejects.toThrow(expect.objectContaining({ kind: 'invalid' }));
  await expect(show('通知双方到场调解', { ...desk, duty: 'auditor' })).rejects.toThrow(
    expect.objectContaining({ kind: 'forbidden' }),
  );
  const logged = await service.sql<{ entity: string; reason: string }>`
    select entity, reason from access_log where entity_id = ${mediationId} order by at`;
  expect(logged).toMatchObject([{ entity: 'mediation', reason: '通知双方到场调解' }, {}]);
  expect(steps.map((one) => one.step)).toEqual([
    'APPLY',
    'ACCEPT',
    'INVESTIGATE',
    'MEDIATE',
    'AGREE',
    'PERFORM',
  ]);
});

test('ten and more with one claim are represented; who does not agree in time goes to arbitration', async () => {
  const many = await apply({ workers: 10, representatives: 0 });
  await expect(step(many, 'ACCEPT', ago(20))).rejects.toThrow(
    refusedWith('MEDIATION_UNREPRESENTED'),
  );
  const talking = await talks({ disputeKind: 'CONTRACT' });
  await expect(step(talking, 'FAIL', ago(6))).rejects.toThrow(refusedWith('MEDIATION_DAYS_LEFT'));
  const overdue = { unionId: town, state: 'OVERDUE', cursor: '', limit: 0 };
  const ids = async () =>
    (await service.call('listMediations', overdue, desk)).items.map((one) => one.mediationId);
  expect(await ids()).toContain(talking.mediationId);
  const failed = await step(talking, 'FAIL', ago(5));
  expect(await ids()).not.toContain(talking.mediationId);
  expect(await handOver(failed, 'ARBITRATION')).toMatchObject({
    state: 'TO_ARBITRATION',
    agency: 'ARBITRATION',
    closedOn: ago(5),
  });
  expect(await factsOf(service, 'mediation.closed', talking.mediationId)).toEqual([
    expect.not.objectContaining({ agreed: true }),
  ]);
});

test('an agreement that is not kept becomes a payment order, where the law has one for it', async () => {
  const broken = await performed(await agree(await talks()), false, 0n);
  expect(broken.state).toBe('UNPERFORMED');
  expect(await handOver(broken, 'COURT_PAYMENT_ORDER')).toMatchObject({ state: 'PAYMENT_ORDER' });
  const contract = await performed(
    await agree(await talks({ disputeKind: 'CONTRACT' })),
    false,
    0n,
  );
  await expect(handOver(contract, 'COURT_PAYMENT_ORDER')).rejects.toThrow(
    refusedWith('PAYMENT_ORDER_NOT_FOR'),
  );
  await expect(handOver(await apply(), 'ARBITRATION')).rejects.toThrow(
    refusedWith('MEDIATION_STATE_WRONG'),
  );
});

test('joint checks and agreements, each once', async () => {
  const check = await service.call(
    'recordRightsCheck',
    {
      unionId: town,
      checkKind: 'WAGE_ARREARS',
      agencies: ['人力资源社会保障局', '住房城乡建设局'],
      employerName: '合成建筑公司',
      checkedOn: ago(30),
      finding: '拖欠三个月工资',
      workers: 40,
      recoveredFen: 32_000_000n,
      closedOn: ago(4),
    },
    desk,
  );
  expect(await factsOf(service, 'rights.checked', check.checkId)).toMatchObject([
    { checkKind: 'WAGE_ARREARS', workers: 40, recoveredFen: '32000000' },
  ]);
  const ask = {
    unionId: town,
    agreementKind: 'CROSS_REGION',
    partnerName: '黄山市总工会',
    partnerRegion: '341000',
    agreementNo: '维联〔2026〕1号',
    signedOn: ago(100),
  };
  const signed = await service.call('signRightsAgreement', ask, desk);
  await expect(service.call('signRightsAgreement', ask, desk)).rejects.toThrow(
    refusedWith('RIGHTS_AGREEMENT_TWICE', 'duplicate'),
  );
  const end = { agreementId: signed.agreementId, endedOn: ago(1) };
  expect(await service.call('endRightsAgreement', end, desk)).toMatchObject({ endedOn: ago(1) });
  await expect(service.call('endRightsAgreement', end, desk)).rejects.toThrow(
    refusedWith('RIGHTS_AGREEMENT_ENDED'),
  );
  const all = { unionId: '', cursor: '', limit: 0 };
  const checks = await service.call('listRightsChecks', { ...all, checkKind: '' }, desk);
  expect(checks.items).toEqual([check]);
  const agreements = await service.call(
    'listRightsAgreements',
    { ...all, agreementKind: 'CROSS_REGION' },
    desk,
  );
  expect(agreements.items).toMatchObject([{ endedOn: ago(1) }]);
});

test('forbidden, replay, another body, stale, foreign scope', async () => {
  const applied = await once<Mediation>(service, {
    method: 'applyForMediation',
    forbidden: { duty: 'finance' },
    ask: { unionId: town, ...dispute, source: 'APPLICATION' },
    changed: { workers: 13 },
    caller: clerkOf(town),
    foreign: clerkOf(works),
    unknown: 'UNION_UNKNOWN',
  });
  await once<Mediation>(service, {
    method: 'stepMediation',
    forbidden: { duty: 'finance' },
    ask: { ...seen(applied), step: 'ACCEPT', steppedOn: ago(20), professionalId: '', note: '' },
    changed: { steppedOn: ago(19) },
    caller: clerkOf(town),
    foreign: clerkOf(works),
    unknown: 'MEDIATION_UNKNOWN',
  });
  await expect(step(applied, 'ACCEPT', ago(20))).rejects.toThrow(
    refusedWith('VERSION_MOVED', 'stale'),
  );
});

test('all of it is recounted from the records as its facts have told it', async () => {
  await expectRecounted(service, TOLD_OF_RIGHTS, ...MEDIATION_MOVEMENTS);
});
