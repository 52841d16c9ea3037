import type { LegalAid } from '@gonglian/contracts/gen/gonglian/welfare/v1/rights.ts';
import { once } from '@gonglian/testing/keyed-scene.ts';
import { clerkOf, factsOf, LI, openUnion, refusedWith } from '@gonglian/testing/people-scene.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectRecounted } from '../recount/expect-recounted.ts';
import { LEGAL_AID_MOVEMENTS, TOLD_OF_RIGHTS } from '../recount/told-rights.ts';
import { ago, appoint, desk, EMPLOYER, OTHER, second } from '../rights/scene.ts';
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

const papers = ['APPLICATION', 'IDENTITY', 'HARDSHIP_OR_UNION', 'EVIDENCE'];
const asked = {
  ...LI,
  aidKind: 'LITIGATION',
  disputeKind: 'INJURY',
  employerName: '合成服装厂',
  employerUscc: EMPLOYER,
  content: '工伤待遇被拒付',
  workRegion: '321084',
  originRegion: '341000',
  workers: 1,
  appliedOn: ago(20),
  materials: papers,
};
const applyAid = (over: object = {}) =>
  service.call('applyForLegalAid', { unionId: town, ...asked, ...over }, desk);
const of = ({ legalAidId, version }: LegalAid) => ({ legalAidId, expectedVersion: version });
const reviewAid = (one: LegalAid, granted: boolean, by: object = desk) =>
  service.call(
    'reviewLegalAid',
    { ...of(one), granted, reason: granted ? '' : '不属于援助范围', reviewedOn: ago(15) },
    by,
  );
const assign = (one: LegalAid, professionalId: string, noConflictDeclared = true) =>
  service.call(
    'assignLawyer',
    { ...of(one), professionalId, noConflictDeclared, assignedOn: ago(14) },
    desk,
  );

test('legal aid from the papers to the evaluation; what was recovered is told once', async () => {
  const incomplete = await applyAid({ materials: papers.slice(1) });
  expect(incomplete).toMatchObject({ state: 'APPLIED', dueOn: '' });
  const more = { ...of(incomplete), addedOn: ago(19) };
  await expect(
    service.call('addLegalAidMaterials', { ...more, materials: ['EVIDENCE'] }, desk),
  ).rejects.toThrow(refusedWith('LEGAL_AID_MATERIALS_MISSING'));
  const complete = await service.call(
    'addLegalAidMaterials',
    { ...more, materials: ['APPLICATION'] },
    desk,
  );
  expect(complete).toMatchObject({ state: 'MATERIALS', dueOn: ago(12) });
  const lawyer = await appoint(service, town, { firmName: '另一律师事务所', clientUsccs: [OTHER] });
  const assigned = await assign(await reviewAid(complete, true), lawyer.professionalId);
  expect(assigned).toMatchObject({ state: 'LAWYER_ASSIGNED', professionalName: '赵律师' });
  const started = await service.call(
    'startLegalAid',
    { ...of(assigned), route: 'LITIGATION', startedOn: ago(10) },
    desk,
  );
  const closed = await service.call(
    'closeLegalAid',
    { ...of(started), result: 'WON', recoveredFen: 12_000_000n, closedOn: ago(1) },
    desk,
  );
  const valued = await service.call('evaluateLegalAid', { ...of(closed), satisfaction: 5 }, desk);
  expect(valued).toMatchObject({ state: 'EVALUATED', satisfaction: 5, recoveredFen: 12_000_000n });
  const { legalAidId } = valued;
  expect(await factsOf(service, 'legal-aid.granted', legalAidId)).toMatchObject([
    { crossRegion: true, workers: 1 },
  ]);
  expect(await factsOf(service, 'legal-aid.closed', legalAidId)).toMatchObject([
    { result: 'WON', recoveredFen: '12000000' },
  ]);
  const { content } = await service.call('getLegalAid', { legalAidId }, desk);
  expect(content).toBe(asked.content);
  const ask = { legalAidId, reason: '与本人核对案情' };
  const { personName } = await service.call('showLegalAidApplicant', ask, desk);
  expect(personName).toBe(asked.personName);
});

test('a refusal is looked at once more, by somebody else', async () => {
  const refused = await reviewAid(await applyAid(), false);
  expect(refused).toMatchObject({ state: 'REFUSED', reason: '不属于援助范围' });
  await expect(reviewAid(refused, true)).rejects.toThrow(refusedWith('LEGAL_AID_OWN_REVIEW'));
  const final = await reviewAid(refused, false, second);
  expect(final.state).toBe('REFUSED_FINALLY');
  await expect(reviewAid(final, true, desk)).rejects.toThrow(refusedWith('LEGAL_AID_STATE_WRONG'));
  const granted = await reviewAid(await reviewAid(await applyAid(), false), true, second);
  expect(granted).toMatchObject({ state: 'GRANTED', reason: '' });
});

test('no lawyer whose firm works for the other side', async () => {
  const [clean, tied] = [
    await appoint(service, town, { professionalName: '孙律师', firmName: '相关律师事务所' }),
    await appoint(service, town, {
      professionalName: '周律师',
      firmName: '相关律师事务所',
      clientUsccs: [EMPLOYER],
    }),
  ];
  const granted = await reviewAid(await applyAid(), true);
  for (const { professionalId } of [clean, tied])
    await expect(assign(granted, professionalId)).rejects.toThrow(refusedWith('LAWYER_CONFLICT'));
  const free = await appoint(service, town, { firmName: '', licenceNo: '执业证一号' });
  await expect(assign(granted, free.professionalId, false)).rejects.toThrow(
    refusedWith('LAWYER_NOT_DECLARED'),
  );
  await expect(appoint(service, town, { licenceNo: '执业证一号' })).rejects.toThrow(
    refusedWith('PROFESSIONAL_TWICE', 'duplicate'),
  );
  await service.call(
    'endProfessional',
    { professionalId: free.professionalId, endedOn: ago(30) },
    desk,
  );
  await expect(assign(granted, free.professionalId)).rejects.toThrow(
    refusedWith('PROFESSIONAL_ENDED'),
  );
});

test('the roster says who is on duty on a day', async () => {
  const onMondays = await appoint(service, town, { profession: 'PSYCHOLOGIST', dutyWeekdays: [1] });
  const onDuty = async (onDutyOn: string) => {
    const ask = { unionId: town, profession: 'PSYCHOLOGIST', onDutyOn, cursor: '', limit: 0 };
    const { items } = await service.call('listProfessionals', ask, desk);
    return items.map(({ professionalId }) => professionalId);
  };
  expect(await onDuty('2026-03-09')).toEqual([onMondays.professionalId]);
  expect(await onDuty('2026-03-10')).toEqual([]);
});

test('forbidden, replay, another body, stale, foreign scope', async () => {
  const aid = await once<LegalAid>(service, {
    method: 'applyForLegalAid',
    forbidden: { duty: 'finance' },
    ask: { unionId: town, ...asked },
    changed: { workers: 2 },
    caller: clerkOf(town),
    foreign: clerkOf(works),
    unknown: 'UNION_UNKNOWN',
  });
  await expect(reviewAid(aid, true, clerkOf(works))).rejects.toThrow(
    refusedWith('LEGAL_AID_UNKNOWN', 'not_found'),
  );
  await reviewAid(aid, true);
  await expect(reviewAid(aid, true)).rejects.toThrow(refusedWith('VERSION_MOVED', 'stale'));
});

test('all of it is recounted from the records as its facts have told it', async () => {
  await expectRecounted(service, TOLD_OF_RIGHTS, ...LEGAL_AID_MOVEMENTS);
});
