import { ApplyToEstablishRequest } from '@gonglian/contracts/gen/gonglian/organisation/v1/api.ts';
import { addDays, chinaDate } from '@gonglian/kernel/dates.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { COUNTY, ROOT, startNode, type TestNode } from '../test-node.ts';

const today = chinaDate(new Date());
let node: TestNode;
let townshipId: string;

/** Two unions with elections requested, one of them without a term; one due, one overdue; one application. */
beforeAll(async () => {
  node = await startNode();
  townshipId = await node.enrol({ name: '甲镇总工会', level: 'TOWNSHIP', kind: 'TOWNSHIP' });
  const endsIn = (days: number) => {
    const end = addDays(today, days);
    const termStart = `${Number(end.slice(0, 4)) - 5}${end.slice(4)}`;
    return { termNo: 1, termYears: 5, termStart };
  };
  await node.enrol({ name: '将到期工会', ...endsIn(20) });
  await node.enrol({ name: '已超期工会', ...endsIn(-20) });
  await request(await node.enrol({ name: '无届期工会', parentId: townshipId }), 40);
  await request(await node.enrol({ name: '远届期工会', ...endsIn(300) }), 30);
  await node.call('applyToEstablish', application);
});
afterAll(() => node.stop());

const request = (unionId: string, plannedInDays: number) =>
  node.call('requestElection', {
    unionId,
    requestedOn: addDays(today, -plannedInDays),
    plannedOn: addDays(today, plannedInDays),
    termYears: 5,
    memberCount: 30,
    committeeSeats: 3,
  });

const application = ApplyToEstablishRequest.fromPartial({
  name: '某街道联合工会',
  level: 'GRASSROOTS',
  kind: 'JOINT_GRASSROOTS',
  covered: [
    { uscc: '91321084MA00000583', name: '甲店', employeeCount: 12 },
    { uscc: '91350100M000100Y43', name: '乙店', employeeCount: 8 },
  ],
  parentId: ROOT,
  regionCode: `${COUNTY}001`,
  appliedOn: '2026-01-05',
  applicationDocNo: '请〔2026〕1号',
});

const tasks = (caller: object = {}) => node.call('listUnionTasks', {}, caller);
const listed = async (ask: object) => {
  const none = { dueState: '', electionState: '', asOf: '', cursor: '', limit: 0 };
  return (await node.call('listDue', { ...none, ...ask })).items;
};

test('each queue says how much waits, since when and until when', async () => {
  const { groups } = await tasks();
  expect(groups).toMatchObject([
    { kind: 'establishment_to_reply', count: 1, oldestOn: '2026-01-05', dueOn: '' },
    {
      kind: 'election_to_reply',
      count: 2,
      oldestOn: addDays(today, -40),
      dueOn: addDays(today, 30),
    },
    { kind: 'election_overdue', count: 1 },
    { kind: 'election_due', count: 1 },
  ]);
});

test('each count is the length of its list', async () => {
  const counts = Object.fromEntries((await tasks()).groups.map(({ kind, count }) => [kind, count]));
  const applied = await node.call('listEstablishments', { state: 'APPLIED', cursor: '', limit: 0 });
  const requested = await listed({ electionState: 'REQUEST_FILED' });
  expect(counts).toEqual({
    establishment_to_reply: applied.items.length,
    election_to_reply: requested.length,
    election_overdue: (await listed({ dueState: 'EXPIRED' })).length,
    election_due: (await listed({ dueState: 'DUE' })).length,
  });
  expect(requested.at(-1)).toMatchObject({ name: '无届期工会', termEnd: '', dueState: '' });
});

test('the list by election goes on page by page', async () => {
  const ask = { dueState: '', electionState: 'REQUEST_FILED', asOf: '', cursor: '', limit: 1 };
  const first = await node.call('listDue', ask);
  const second = await node.call('listDue', { ...ask, cursor: first.nextCursor });
  expect([...first.items, ...second.items].map(({ name }) => name)).toEqual([
    '远届期工会',
    '无届期工会',
  ]);
  expect(second.nextCursor).toBe('');
});

test('a narrower duty has the tasks of its own scope', async () => {
  const { groups } = await tasks({ duty: 'clerk', scope: townshipId });
  expect(groups).toMatchObject([{ kind: 'election_to_reply', count: 1 }]);
});

test('who may not act has only what he watches', async () => {
  const { groups } = await tasks({ duty: 'supervisor' });
  expect(groups.map(({ kind }) => kind)).toEqual(['election_overdue', 'election_due']);
});

test('a member has no tasks here', async () => {
  await expect(tasks({ duty: 'member' })).rejects.toMatchObject({
    kind: 'forbidden',
    code: 'PERMISSION_MISSING',
  });
});
