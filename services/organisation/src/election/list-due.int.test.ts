import { addDays } from '@gonglian/kernel/dates.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startNode, type TestNode } from '../test-node.ts';

// A term from 2021-06-18 of five years ends on 2026-06-18: T-180 is 2025-12-20, T-90 2026-03-20,
// T-30 2026-05-19.
let node: TestNode;
let unionId: string;
beforeAll(async () => {
  node = await startNode();
  const term = { termNo: 1, termYears: 5, termStart: '2021-06-18' };
  unionId = await node.enrol({ name: '甲工会', ...term });
  await node.enrol({ name: '乙工会', ...term, termStart: '2022-06-18' });
  await node.enrol({ name: '无届期工会' });
});
afterAll(() => node.stop());

const due = (asOf: string, ask: object = {}) =>
  node.call(
    'listDue',
    { dueState: '', electionState: '', asOf, cursor: '', limit: 0, ...ask },
    { duty: 'auditor' },
  );

test.each([
  ['2025-12-19', 'NONE', 0],
  ['2025-12-20', 'T180', 1],
  ['2026-03-19', 'T180', 1],
  ['2026-03-20', 'T90', 1],
  ['2026-05-18', 'T90', 1],
  ['2026-05-19', 'T30', 1],
  ['2026-06-17', 'T30', 1],
  ['2026-06-18', 'T0', 1],
  ['2026-06-19', 'EXPIRED', 1],
])('on %s the union stands at %s', async (asOf, state, listed) => {
  const { items, counts } = await due(asOf);
  expect(items).toHaveLength(listed);
  const expected = { unionId, termEnd: '2026-06-18', dueState: state };
  expect(items).toMatchObject([expected].slice(0, listed));
  const none = { T180: 0, T90: 0, T30: 0, T0: 0, EXPIRED: 0, NONE: 1 };
  expect(counts).toEqual(state === 'NONE' ? { ...none, NONE: 2 } : { ...none, [state]: 1 });
  const wanted = await due(asOf, { dueState: state });
  expect(wanted.items.map((item) => item.unionId)).toContain(unionId);
  expect((await node.union(unionId, asOf)).dueState).toBe(state);
});

test('the list names the election that is under way', async () => {
  const { electionId } = await node.call('requestElection', {
    unionId,
    requestedOn: '2026-05-01',
    plannedOn: '2026-06-18',
    termYears: 5,
    memberCount: 30,
    committeeSeats: 3,
  });
  const { items } = await due('2026-06-01');
  expect(items[0]).toMatchObject({
    name: '甲工会',
    termNo: 1,
    electionId,
    electionState: 'REQUEST_FILED',
  });
});

test('page by page, by the end of the term', async () => {
  const first = await due('2027-06-18', { limit: 1 });
  expect(first.items.map(({ name }) => name)).toEqual(['甲工会']);
  const second = await due('2027-06-18', { limit: 1, cursor: first.nextCursor });
  expect(second.items.map(({ name, dueState }) => [name, dueState])).toEqual([['乙工会', 'T0']]);
  expect(second.nextCursor).toBe('');
  await expect(due(addDays('2027-06-18', 1), { cursor: 'x' })).rejects.toMatchObject({
    kind: 'invalid',
  });
});
