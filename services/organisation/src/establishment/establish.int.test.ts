import { randomUUID } from 'node:crypto';
import { ApplyToEstablishRequest } from '@gonglian/contracts/gen/gonglian/organisation/v1/api.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COUNTY, ROOT, startNode, type TestNode } from '../test-node.ts';

let node: TestNode;
beforeAll(async () => {
  node = await startNode();
});
afterAll(() => node.stop());

const employers = [
  { uscc: '91321084MA00000583', name: '甲店', employeeCount: 12 },
  { uscc: '91350100M000100Y43', name: '乙店', employeeCount: 8 },
];
const application = (changes: Partial<ApplyToEstablishRequest> = {}) =>
  ApplyToEstablishRequest.fromPartial({
    name: '高邮市某街道联合工会',
    level: 'GRASSROOTS',
    kind: 'REGIONAL_JOINT_FED',
    parentId: ROOT,
    regionCode: '321084001',
    appliedOn: '2026-01-05',
    applicationDocNo: '请〔2026〕1号',
    ...changes,
  });
const joint = (changes: Partial<ApplyToEstablishRequest> = {}) =>
  application({ kind: 'JOINT_GRASSROOTS', covered: employers, ...changes });

const seat = (role: string, n: number, votes = 60) => ({
  role,
  holderName: `某${n}`,
  votes,
  appointment: 'part_time',
});
const ballot = {
  entitled: 90,
  present: 60,
  seats: [seat('chair', 1), seat('committee', 2, 46), seat('committee', 3), seat('audit_chair', 4)],
};

async function applied(changes = {}) {
  return node.call(
    'applyToEstablish',
    joint({ covered: [], kind: 'SINGLE_GRASSROOTS', ...changes }),
  );
}
/** A code of a unit that no other test uses. */
let serial = 0;
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
function freshUscc(): string {
  serial += 1;
  const first = `91321084MB${String(serial).padStart(7, '0')}`;
  const sum = [...first].reduce((total, c, i) => total + ALPHABET.indexOf(c) * (3 ** i % 31), 0);
  return `${first}${ALPHABET[(31 - (sum % 31)) % 31]}`;
}
const hosted = () => ({ hostName: '某公司', hostUscc: freshUscc() });

async function approved() {
  const { establishmentId } = await applied(hosted());
  return node.call('replyToEstablishment', {
    establishmentId,
    approve: true,
    replyDocNo: '批〔2026〕7号',
    repliedOn: '2026-01-10',
    returnReason: '',
    expectedVersion: 1,
  });
}
const foundingOf = (establishmentId: string, expectedVersion = 2) => ({
  establishmentId,
  heldOn: '2026-02-01',
  termYears: 5,
  memberCount: 100,
  ballot,
  expectedVersion,
});
async function founded() {
  const { establishmentId } = await approved();
  return node.call('reportFounding', foundingOf(establishmentId));
}

test('a union comes into being: applied, approved, founded, active', async () => {
  const first = await node.call('applyToEstablish', joint());
  expect(first).toMatchObject({
    state: 'APPLIED',
    unionId: '',
    version: 1,
    appliedOn: '2026-01-05',
  });
  const { establishmentId } = first;
  const reply = {
    approve: true,
    replyDocNo: '批〔2026〕7号',
    repliedOn: '2026-01-10',
    returnReason: '',
  };
  const second = await node.call('replyToEstablishment', {
    establishmentId,
    ...reply,
    expectedVersion: 1,
  });
  expect(second).toMatchObject({ state: 'APPROVED', replyDocNo: '批〔2026〕7号', version: 2 });
  const third = await node.call('reportFounding', foundingOf(establishmentId));
  expect(third).toMatchObject({ state: 'FOUNDED', unionId: '', version: 3 });
  const approval = { replyDocNo: '批〔2026〕9号', approvedOn: '2026-02-10', expectedVersion: 3 };
  const last = await node.call('approveFounding', { establishmentId, ...approval });
  expect(last).toMatchObject({ state: 'ACTIVE', version: 4 });

  expect(await node.union(last.unionId)).toMatchObject({
    name: '高邮市某街道联合工会',
    status: 'ACTIVE',
    kind: 'JOINT_GRASSROOTS',
    parentId: ROOT,
    establishedOn: '2026-02-10',
    approvalDocNo: '批〔2026〕9号',
    termNo: 1,
    termStart: '2026-02-01',
    termEnd: '2031-02-01',
    covered: employers,
    officers: [
      { role: 'chair', holderName: '某1', appointment: 'part_time', since: '2026-02-01' },
      { role: 'committee', holderName: '某2' },
      { role: 'committee', holderName: '某3' },
      { role: 'audit_chair', holderName: '某4' },
    ],
    version: 1,
  });
  const facts = (await node.outbox()).filter((row) => row.key === last.unionId);
  expect(facts.map((row) => row.fact)).toEqual([
    'union.established',
    'employer.covered',
    'employer.covered',
  ]);
  expect(facts[0]?.data).toMatchObject({
    cause: 'founded',
    establishedOn: '2026-02-10',
    version: 1,
  });
  expect(JSON.stringify(facts)).not.toContain('某1');
});

describe('apply', () => {
  test.each([
    ['REGION_UNKNOWN', joint({ regionCode: '321099' })],
    ['REGION_OUTSIDE_PARENT', joint({ regionCode: '321081' })],
    ['KIND_LEVEL_MISMATCH', joint({ level: 'VILLAGE' })],
    ['PARENT_LEVEL_WRONG', application({ level: 'CITY', kind: 'FEDERATION', regionCode: COUNTY })],
    ['PARENT_UNKNOWN', joint({ parentId: randomUUID() })],
    ['COVERED_UNITS_TOO_FEW', joint({ covered: employers.slice(0, 1) })],
    ['USCC_IS_UNION', applicationWithHost('81321084MC0000012H')],
    ['USCC_CHECK', applicationWithHost('91321084MA00000584')],
  ])('refuses %s', async (code, request) => {
    await expect(node.call('applyToEstablish', request)).rejects.toMatchObject({
      kind: 'refused',
      code,
    });
  });

  test('an unknown region is refused by its code', async () => {
    await expect(
      node.call('applyToEstablish', joint({ regionCode: '321099' })),
    ).rejects.toMatchObject({
      details: { regionCode: '321099', field: 'regionCode' },
    });
  });

  test('a host gets one union', async () => {
    const host = hosted();
    await applied(host);
    await expect(applied(host)).rejects.toMatchObject({
      kind: 'duplicate',
      code: 'HOST_HAS_UNION',
    });
  });

  test('two applications for one host at once: one is taken', async () => {
    const host = hosted();
    const both = await Promise.allSettled([applied(host), applied(host)]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('is forbidden to an auditor, and replays by its key', async () => {
    const request = joint({ covered: [], kind: 'SINGLE_GRASSROOTS', ...hosted() });
    await expect(node.call('applyToEstablish', request, { duty: 'auditor' })).rejects.toMatchObject(
      {
        kind: 'forbidden',
      },
    );
    const key = randomUUID();
    const first = await node.call('applyToEstablish', request, { key });
    expect(await node.call('applyToEstablish', request, { key })).toEqual(first);
    await expect(
      node.call('applyToEstablish', { ...request, name: '另一工会' }, { key }),
    ).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  });
});

describe('the chain', () => {
  test('returned papers end it and make room for another application', async () => {
    const host = hosted();
    const { establishmentId } = await applied(host);
    const reply = { approve: false, replyDocNo: '', repliedOn: '2026-01-10', expectedVersion: 1 };
    await expect(
      node.call('replyToEstablishment', { establishmentId, ...reply, returnReason: '' }),
    ).rejects.toMatchObject({ code: 'FIELD_INVALID', details: { field: 'returnReason' } });
    const returned = await node.call('replyToEstablishment', {
      establishmentId,
      ...reply,
      returnReason: '材料不全',
    });
    expect(returned).toMatchObject({ state: 'RETURNED', returnReason: '材料不全' });
    expect(await applied(host)).toMatchObject({ state: 'APPLIED' });
  });

  test('a step out of turn is refused and names the state', async () => {
    const { establishmentId } = await applied(hosted());
    await expect(node.call('reportFounding', foundingOf(establishmentId, 1))).rejects.toMatchObject(
      { code: 'ESTABLISHMENT_STATE_WRONG', details: { state: 'APPLIED' } },
    );
  });

  test('a version that has moved is stale', async () => {
    const { establishmentId } = await founded();
    const ask = { establishmentId, replyDocNo: '批', approvedOn: '2026-02-10' };
    await expect(
      node.call('approveFounding', { ...ask, expectedVersion: 2 }),
    ).rejects.toMatchObject({ kind: 'stale', code: 'VERSION_MOVED' });
  });

  test('an approval that is sent twice establishes one union', async () => {
    const { establishmentId } = await founded();
    const ask = { establishmentId, replyDocNo: '批', approvedOn: '2026-02-10', expectedVersion: 3 };
    const key = randomUUID();
    const first = await node.call('approveFounding', ask, { key });
    expect(await node.call('approveFounding', ask, { key })).toEqual(first);
    const facts = (await node.outbox()).filter((row) => row.key === first.unionId);
    expect(facts).toHaveLength(1);
  });

  test('an unknown establishment is not found', async () => {
    await expect(node.call('reportFounding', foundingOf(randomUUID()))).rejects.toMatchObject({
      kind: 'not_found',
    });
  });

  test('no employer is covered by two unions that take its workers', async () => {
    await expect(node.call('applyToEstablish', joint())).rejects.toMatchObject({
      code: 'EMPLOYER_COVERED_ELSEWHERE',
    });
  });
});

test('lists establishments by state, the newest first, page by page', async () => {
  await applied(hosted());
  await applied(hosted());
  const all = await node.call('listEstablishments', { state: 'APPLIED', cursor: '', limit: 200 });
  const first = await node.call('listEstablishments', { state: 'APPLIED', cursor: '', limit: 1 });
  expect(first.items).toEqual(all.items.slice(0, 1));
  const next = { state: 'APPLIED', cursor: first.nextCursor, limit: 1 };
  const second = await node.call('listEstablishments', next, { duty: 'auditor' });
  expect(second.items).toEqual(all.items.slice(1, 2));
});

function applicationWithHost(hostUscc: string) {
  return joint({ kind: 'SINGLE_GRASSROOTS', covered: [], hostName: '某公司', hostUscc });
}
