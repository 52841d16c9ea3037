import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT, startNode, type TestNode } from '../test-node.ts';

let node: TestNode;
beforeAll(async () => {
  node = await startNode();
});
afterAll(() => node.stop());

const employer = { uscc: '91321084MA00000583', name: '甲店', employeeCount: 12 };
const cover = (unionId: string, changes: object = {}, caller = {}) =>
  node.call(
    'coverEmployer',
    { unionId, employer, startedOn: '2021-01-01', expectedVersion: 1, ...changes },
    caller,
  );
const uncover = (unionId: string, changes: object = {}) =>
  node.call('uncoverEmployer', {
    unionId,
    employerUscc: employer.uscc,
    endedOn: '2022-01-01',
    expectedVersion: 2,
    ...changes,
  });
/** Sector federations take no members themselves, so any number of them may cover one employer. */
const sector = () => node.enrol({ level: 'TOWNSHIP', kind: 'SECTOR_JOINT_FED' });

test('coverage begins and ends by date, each with its fact', async () => {
  const unionId = await sector();
  const lower = { ...employer, uscc: employer.uscc.toLowerCase() };
  expect(await cover(unionId, { employer: lower })).toEqual({ unionId, version: 2 });
  expect(await uncover(unionId)).toEqual({ unionId, version: 3 });
  expect((await node.union(unionId, '2020-12-31')).covered).toEqual([]);
  expect((await node.union(unionId, '2021-12-31')).covered).toEqual([employer]);
  expect((await node.union(unionId, '2022-01-01')).covered).toEqual([]);
  const facts = (await node.outbox()).filter((row) => row.key === unionId).slice(1);
  expect(facts).toMatchObject([
    {
      fact: 'employer.covered',
      data: { employerUscc: employer.uscc, startedOn: '2021-01-01', version: 2 },
    },
    {
      fact: 'employer.uncovered',
      data: { employerUscc: employer.uscc, endedOn: '2022-01-01', version: 3 },
    },
  ]);
});

describe('cover refuses', () => {
  test.each([
    ['COVERAGE_NOT_ALLOWED', async () => node.enrol({ kind: 'SINGLE_GRASSROOTS' }), {}],
    ['EFFECTIVE_BEFORE_FOUNDING', sector, { startedOn: '2020-02-29' }],
    ['USCC_IS_UNION', sector, { employer: { ...employer, uscc: '81321084MC0000012H' } }],
    ['USCC_CHARSET', sector, { employer: { ...employer, uscc: '91350100M000100Y4Z' } }],
    ['VERSION_MOVED', sector, { expectedVersion: 3 }],
    ['FIELD_INVALID', sector, { employer: undefined }],
    ['NOT_FOUND', async () => randomUUID(), {}],
  ])('%s', async (code, make, changes) => {
    await expect(cover(await make(), changes)).rejects.toMatchObject({ code });
  });

  test('an employer twice, and one whose workers another union takes', async () => {
    const first = await node.enrol();
    await cover(first);
    await expect(cover(first, { expectedVersion: 2 })).rejects.toMatchObject({
      code: 'ALREADY_COVERED',
    });
    await expect(cover(await node.enrol())).rejects.toMatchObject({
      code: 'EMPLOYER_COVERED_ELSEWHERE',
      details: { unionId: first },
    });
    await uncover(first);
    const second = await node.enrol();
    expect(await cover(second, { startedOn: '2022-01-01' })).toEqual({
      unionId: second,
      version: 2,
    });
  });
});

describe('uncover refuses', () => {
  test.each([
    ['EMPLOYER_NOT_COVERED', { employerUscc: '91350100M000100Y43' }],
    ['ENDED_BEFORE_START', { endedOn: '2020-12-31' }],
    ['VERSION_MOVED', { expectedVersion: 1 }],
  ])('%s', async (code, changes) => {
    const unionId = await sector();
    await cover(unionId);
    await expect(uncover(unionId, changes)).rejects.toMatchObject({ code });
  });
});

test('forbidden, replayed, another body', async () => {
  const unionId = await sector();
  await expect(cover(unionId, {}, { duty: 'auditor' })).rejects.toMatchObject({
    kind: 'forbidden',
  });
  const key = randomUUID();
  const first = await cover(unionId, {}, { key });
  expect(await cover(unionId, {}, { key })).toEqual(first);
  await expect(cover(unionId, { startedOn: '2021-01-02' }, { key })).rejects.toMatchObject({
    code: 'IDEMPOTENCY_KEY_REUSED',
  });
});

describe('legal person', () => {
  const register = (unionId: string, changes: object = {}, caller = {}) =>
    node.call(
      'registerLegalPerson',
      {
        unionId,
        uscc: '81321084mc0000012h',
        certificateNo: '证1',
        registeredOn: '2021-02-01',
        expectedVersion: 1,
        ...changes,
      },
      caller,
    );

  test('the code is kept in normal form, once and for life', async () => {
    const unionId = await node.enrol();
    expect(await register(unionId)).toEqual({ unionId, version: 2 });
    expect(await node.union(unionId)).toMatchObject({ uscc: '81321084MC0000012H', version: 2 });
    await expect(
      register(unionId, { uscc: '89630000MC0000047H', expectedVersion: 2 }),
    ).rejects.toMatchObject({ code: 'LEGAL_PERSON_REGISTERED' });
    await expect(register(await node.enrol())).rejects.toMatchObject({
      kind: 'duplicate',
      code: 'USCC_TAKEN',
    });
  });

  test.each([
    ['USCC_NOT_UNION_PREFIX', { uscc: '91321084MA00000583' }],
    ['USCC_CHECK', { uscc: '81321084MC0000012G' }],
    ['USCC_CHARSET', { uscc: '81321084MI0000012H' }],
    ['EFFECTIVE_BEFORE_FOUNDING', { registeredOn: '2020-01-01' }],
    ['IN_FUTURE', { registeredOn: '2999-01-01' }],
    ['VERSION_MOVED', { expectedVersion: 2 }],
  ])('refuses %s', async (code, changes) => {
    await expect(register(await node.enrol(), changes)).rejects.toMatchObject({ code });
  });

  test('is forbidden to an auditor', async () => {
    await expect(register(ROOT, {}, { duty: 'auditor' })).rejects.toMatchObject({
      kind: 'forbidden',
    });
  });
});
