// What every answer says in its head, and what a caller may say: limits, names, deadlines.

import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { membership, openWorld, post, type World } from './world.fixture.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;
const LIST = '/api/v1/members?limit=20';
const RETENTION = '/api/v1/members/m-1/retention';

let world: World;
const leftMs: number[] = [];

beforeAll(async () => {
  const seen = ({ deadline }: { deadline: unknown }) => leftMs.push(Number(deadline) - Date.now());
  world = await openWorld({
    membership: {
      listMembers: async (_, call) => {
        seen(call);
        return { items: [], nextCursor: '' };
      },
      retainMembership: async (_, call) => {
        seen(call);
        return membership;
      },
      getMember: () => new Promise(() => {}),
    },
  });
});
beforeEach(() => void (leftMs.length = 0));
afterAll(() => world.stop());

test("a caller's own request id comes back, in the log and in a problem too", async () => {
  const headers = { 'x-request-id': 'console.7-a_1' };
  const answer = await world.clerk(LIST, { headers });
  expect(answer.headers.get('x-request-id')).toBe('console.7-a_1');
  const problem = await world.clerk('/api/v1/members?offset=1', { headers });
  expect(problem.headers.get('x-request-id')).toBe('console.7-a_1');
  expect(problem.json).toMatchObject({
    requestId: 'console.7-a_1',
    help: '/docs/problems#UNKNOWN_FIELD',
  });
  const named = world.lines.filter(({ requestId }) => requestId === 'console.7-a_1');
  expect(named).toMatchObject([{ status: 200 }, { status: 400, code: 'UNKNOWN_FIELD' }]);
});

test.each([
  ['an ID number', '329999199003072013'],
  ['a phone', 'r-13800000000'],
  ['two words', 'two words'],
  ['a very long one', 'r'.repeat(65)],
])('%s as a request id is replaced, and not logged', async (_, given) => {
  const { headers } = await world.clerk(LIST, { headers: { 'x-request-id': given } });
  expect(headers.get('x-request-id')).toMatch(UUID);
  expect(JSON.stringify(world.lines)).not.toContain(given);
});

test.each([
  ['an answer without a session', '/api/v1/node', 401],
  ['a page that is none', '/nothing.html', 404],
  ['a URL that does not parse', '/api/v1/members/%zz', 400],
  ['health', '/healthz', 200],
])('%s has a request id too', async (_, path, status) => {
  const answer = await world.ask(path);
  expect(answer.status).toBe(status);
  expect(answer.headers.get('x-request-id')).toMatch(UUID);
});

test('even what is no HTTP has one', async () => {
  const answer = await new Promise<string>((resolve) => {
    let text = '';
    const socket = connect(Number(new URL(world.url).port), '127.0.0.1', () =>
      socket.write('HELLO\r\n\r\n'),
    );
    socket.on('data', (bytes) => (text += bytes.toString())).on('close', () => resolve(text));
  });
  expect(answer).toMatch(/\r\nx-request-id: [0-9a-f-]{36}\r\n/);
  expect(answer).toMatch(/"help":"\/docs\/problems#MALFORMED_REQUEST"/);
});

test('limits are told before they are reached, and how long to wait after', async () => {
  const narrow = await openWorld({}, { limits: { requestsPerMinute: 12 } });
  const first = await narrow.ask('/api/v1/problems');
  expect(first.headers.get('ratelimit-policy')).toBe('12;w=60');
  expect(first.headers.get('ratelimit-limit')).toBe('12');
  expect(Number(first.headers.get('ratelimit-remaining'))).toBeLessThan(12);
  expect(Number(first.headers.get('ratelimit-reset'))).toBeGreaterThan(0);
  const later = await Promise.all(Array.from({ length: 14 }, () => narrow.ask('/api/v1/problems')));
  const refused = later.find(({ status }) => status === 429);
  expect(refused?.json).toMatchObject({ code: 'TOO_MANY_REQUESTS' });
  expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(refused?.headers.get('ratelimit-remaining')).toBe('0');
  expect(refused?.headers.get('ratelimit-policy')).toBe('12;w=60');
  await narrow.stop();
});

test.each([
  ['5', 5_000],
  ['0.5', 500],
  ['3600', 30_000],
])('Request-Timeout: %s shortens the call behind to at most %i ms', async (seconds, atMostMs) => {
  await world.clerk(LIST, { headers: { 'request-timeout': seconds } });
  await world.clerk(RETENTION, post({ expectedVersion: 3 }, { 'request-timeout': seconds }));
  expect(leftMs).toHaveLength(2);
  for (const left of leftMs) {
    expect(left).toBeLessThanOrEqual(atMostMs);
    expect(left).toBeGreaterThan(atMostMs - 1_500);
  }
});

test('what is not there in the time a caller gives is 504', async () => {
  const before = Date.now();
  const answer = await world.clerk('/api/v1/members/m-1', {
    headers: { 'request-timeout': '0.3' },
  });
  expect(answer).toMatchObject({ status: 504, json: { code: 'DEADLINE_EXCEEDED' } });
  expect(Date.now() - before).toBeLessThan(2_000);
});

test.each(['0', 'soon', '-5', '1e9'])('Request-Timeout: %s is refused', async (seconds) => {
  const answer = await world.clerk(LIST, { headers: { 'request-timeout': seconds } });
  expect(answer).toMatchObject({ status: 400, json: { code: 'REQUEST_TIMEOUT_MALFORMED' } });
  expect(leftMs).toEqual([]);
});

test('the codes are listed for everybody', async () => {
  const { status, json } = await world.ask('/api/v1/problems');
  expect(status).toBe(200);
  expect(json['items']).toContainEqual({
    code: 'UNION_CLOSING',
    status: 422,
    zh: '该工会正在终止，不再吸收会员',
    en: 'The union is closing; nobody joins',
    help: '/docs/problems#UNION_CLOSING',
  });
});
