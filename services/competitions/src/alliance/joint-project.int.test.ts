import type { JointProject } from '@gonglian/contracts/gen/gonglian/competitions/v1/programme.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clerkOf, factsOf, HASH, openUnion, refusedWith } from '@gonglian/testing/people-scene.ts';
import { expectRecounted } from '../recount/expect-recounted.ts';
import { startCompetitions, type Service } from '../scene.ts';

let service: Service;
let works: string;
beforeAll(async () => {
  service = await startCompetitions();
  works = await openUnion(service);
});
afterAll(() => service.stop());

/** Straight into the table: how a studio is named is not what is tested. */
async function namedStudio(): Promise<string> {
  const [studioId, leader] = [newId(), newId()];
  await service.sql`
    insert into person (person_id, person_key, name_sealed) values (${leader}, uuid_send(${leader}::uuid), '\\x00')`;
  await service.sql`
    insert into studio (id, union_id, name, leader_id, leader_honour, honour_document_no, honour_sha256, room,
      budget_fen, state, state_on, level, named_on, review_from, version)
    values (${studioId}, ${works}, '合成工作室', ${leader}, 'CRAFTSMAN', '1号', ${HASH}, '305', 0, 'NAMED',
      '2020-01-02', 'CITY', '2020-01-02', '2020-01-02', 1)`;
  return studioId;
}

test('studios of an alliance do something together, and it counts once', async () => {
  const founded = {
    unionId: works,
    allianceName: '装备制造工作室联盟',
    foundedOn: '2020-03-02',
    documentNo: '21号',
  };
  const { allianceId } = await service.call('foundAlliance', founded);
  const studioIds = [await namedStudio(), await namedStudio()];
  for (const studioId of studioIds)
    await service.call('joinAlliance', { allianceId, studioId, joinedOn: '2020-03-10' });
  const stranger = await namedStudio();
  const ask = { allianceId, title: '薄壁件变形控制', studioIds, startedOn: '2020-04-01' };
  const start = (over: object) => service.call('startJointProject', { ...ask, ...over });
  await expect(start({ studioIds: [studioIds[0], stranger] })).rejects.toThrow(
    refusedWith('ALLIANCE_NOT_MEMBER'),
  );
  await expect(start({ studioIds: [stranger, stranger] })).rejects.toThrow(
    refusedWith('STUDIO_TWICE'),
  );
  await expect(service.call('startJointProject', ask, { duty: 'auditor' })).rejects.toThrow(
    expect.objectContaining({ kind: 'forbidden' }),
  );
  await expect(start({ allianceId: newId() })).rejects.toThrow(
    refusedWith('ALLIANCE_UNKNOWN', 'not_found'),
  );
  const keyed = { key: newId() };
  const project: JointProject = await service.call('startJointProject', ask, keyed);
  expect(await service.call('startJointProject', ask, keyed)).toEqual(project);
  await expect(
    service.call('startJointProject', { ...ask, title: '另一个' }, keyed),
  ).rejects.toThrow(refusedWith('IDEMPOTENCY_KEY_REUSED'));
  const { jointProjectId, version } = project;
  const done = {
    jointProjectId,
    expectedVersion: version,
    resultText: '变形量由 0.12 降到 0.03 毫米',
    benefitFen: 2_400_000n,
    finishedOn: '2020-11-20',
    evidenceSha256: [HASH],
  };
  const finish = (over: object = {}, caller: object = {}) =>
    service.call('finishJointProject', { ...done, ...over }, caller);
  await expect(finish({}, { duty: 'auditor' })).rejects.toThrow(
    expect.objectContaining({ kind: 'forbidden' }),
  );
  await expect(finish({ expectedVersion: 9 })).rejects.toThrow(
    refusedWith('VERSION_MOVED', 'stale'),
  );
  await expect(finish({ jointProjectId: newId() })).rejects.toThrow(
    refusedWith('JOINT_PROJECT_UNKNOWN', 'not_found'),
  );
  const key = newId();
  const finished = await finish({}, { key });
  expect(await finish({}, { key })).toEqual(finished);
  await expect(finish({ benefitFen: 1n }, { key })).rejects.toThrow(
    refusedWith('IDEMPOTENCY_KEY_REUSED'),
  );
  await expect(finish({ expectedVersion: finished.version })).rejects.toThrow(
    refusedWith('JOINT_PROJECT_FINISHED'),
  );
  expect(await factsOf(service, 'joint-project.finished', jointProjectId)).toMatchObject([
    { unionId: works, studios: 2, benefitFen: '2400000' },
  ]);
  await expectRecounted(service, 'joint_project_finished');
  const list = { allianceId, cursor: '', limit: 0 };
  const { items } = await service.call('listJointProjects', list, clerkOf(works));
  expect(items).toEqual([finished]);
});
