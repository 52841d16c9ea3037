import { clerkOf, memberOf, openUnion, refusedWith } from '@gonglian/testing/people-scene.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { madePerson } from '../campaign/scene.ts';
import { madeJpeg } from '../attachment/made-papers.ts';
import { startWelfare, type Service } from '../scene.ts';
import { ago } from './scene.ts';

let service: Service;
let call: Service['call'];
let works: string;
/** What membership has of the member who asks. */
const record = { name: '周晓岚', idType: '01', idNumber: madePerson().idNumber };
beforeAll(async () => {
  const membership = { getMyRecord: () => Promise.resolve(record as never) };
  service = await startWelfare({ membership });
  call = service.call;
  works = await openUnion(service);
});
afterAll(() => service.stop());

const nobody = { unionId: '', personName: '', idNumber: '' };
const dispute = {
  ...nobody,
  disputeKind: 'WAGE_ARREARS',
  source: 'APPLICATION',
  sourceNo: '',
  employerName: '合成服装厂',
  content: '三个月工资没有发',
  workers: 1,
  representatives: 0,
  appliedOn: ago(1),
  knownOn: ago(60),
  relationEndedOn: '',
};
const aid = {
  ...nobody,
  aidKind: 'ARBITRATION',
  disputeKind: 'WAGE_ARREARS',
  employerName: '合成服装厂',
  employerUscc: '',
  content: '准备申请仲裁',
  workRegion: '321084',
  originRegion: '',
  workers: 1,
  appliedOn: ago(1),
  materials: [],
};
const all = { unionId: '', state: '', cursor: '', limit: 0 };
const forbidden = expect.objectContaining({ kind: 'forbidden' });

test('a member asks for mediation himself, follows it and withdraws; nobody else’s is his', async () => {
  const [self, other] = [memberOf(works), memberOf(works)];
  const made = await call('applyForMediation', dispute, self);
  expect(made).toMatchObject({ unionId: works, personNameMasked: '周*岚', state: 'APPLIED' });
  expect((await call('listMediations', all, self)).items).toEqual([made]);
  expect((await call('listMediations', all, other)).items).toEqual([]);
  const { mediationId } = made;
  const withdraw = {
    mediationId,
    expectedVersion: 1,
    step: 'WITHDRAW',
    steppedOn: ago(0),
    professionalId: '',
    note: '',
  };
  const unknown = refusedWith('MEDIATION_UNKNOWN', 'not_found');
  await expect(call('getMediation', { mediationId }, other)).rejects.toThrow(unknown);
  await expect(call('stepMediation', withdraw, other)).rejects.toThrow(unknown);
  const accept = { ...withdraw, step: 'ACCEPT' };
  await expect(call('stepMediation', accept, self)).rejects.toThrow(forbidden);
  expect(await call('stepMediation', withdraw, self)).toMatchObject({ state: 'WITHDRAWN' });
  // The desk has it as any other.
  expect((await call('listMediations', all, clerkOf(works))).items).toHaveLength(1);
});

test('a member asks for legal aid himself and sends what he has photographed', async () => {
  const [self, other] = [memberOf(works), memberOf(works)];
  const made = await call('applyForLegalAid', aid, self);
  expect(made).toMatchObject({ unionId: works, personNameMasked: '周*岚', state: 'APPLIED' });
  const { legalAidId } = made;
  const paper = { unionId: '', recordKind: 'LEGAL_AID', recordId: legalAidId, kind: '欠条' };
  const content = await madeJpeg(64, 48);
  await call('addAttachment', { ...paper, content }, self);
  expect((await call('listAttachments', paper, clerkOf(works))).items).toHaveLength(1);
  expect((await call('listLegalAid', all, self)).items).toEqual([made]);
  expect((await call('listLegalAid', all, other)).items).toEqual([]);
  await expect(call('getLegalAid', { legalAidId }, other)).rejects.toThrow(
    refusedWith('LEGAL_AID_UNKNOWN', 'not_found'),
  );
  const review = { legalAidId, expectedVersion: 1, granted: true, reason: '', reviewedOn: ago(0) };
  await expect(call('reviewLegalAid', review, self)).rejects.toThrow(forbidden);
});

test('nobody asks in another’s name, nor as a court does', async () => {
  const self = memberOf(works);
  const named = { ...dispute, ...madePerson() };
  await expect(call('applyForMediation', named, self)).rejects.toThrow(
    refusedWith('FIELD_INVALID', 'invalid'),
  );
  await expect(call('applyForLegalAid', { ...aid, ...madePerson() }, self)).rejects.toThrow(
    refusedWith('FIELD_INVALID', 'invalid'),
  );
  const court = { ...dispute, source: 'COURT', sourceNo: '诉前调〔2026〕9号' };
  await expect(call('applyForMediation', court, self)).rejects.toThrow(
    refusedWith('FIELD_INVALID', 'invalid'),
  );
  const unlinked = { duty: 'member', scope: works, member: '' } as const;
  await expect(call('applyForMediation', dispute, unlinked)).rejects.toThrow(
    refusedWith('MEMBER_UNKNOWN', 'not_found'),
  );
});
