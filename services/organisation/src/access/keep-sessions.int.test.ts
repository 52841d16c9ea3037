import { randomBytes } from 'node:crypto';
import { OpenSessionRequest } from '@gonglian/contracts/gen/gonglian/organisation/v1/api.ts';
import { asOwnWork } from '@gonglian/service/own-work.ts';
import { createLog } from '@gonglian/telemetry/log.ts';
import { eventually } from '@gonglian/testing/eventually.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startNode, type TestNode } from '../test-node.ts';
import { keepSessions, removeOldSessions } from './keep-sessions.ts';

let node: TestNode;
beforeAll(async () => {
  node = await startNode();
});
afterAll(() => node.stop());

const now = new Date('2026-11-21T02:00:00Z');

/** A session that ended when it is said, and was closed, or not. */
async function ended(endsAt: string, closedAt: string | null = null): Promise<string> {
  const ask = { issuer: 'https://id.example', subject: `${endsAt} ${closedAt}`, methods: ['pwd'] };
  const sessionKey = randomBytes(32).toString('base64url');
  const { sessionId } = await node.call(
    'openSession',
    OpenSessionRequest.fromPartial({ ...ask, sessionKey }),
    { duty: 'gateway' },
  );
  await node.sql`
    update login_session set ends_at = ${endsAt}, closed_at = ${closedAt} where id = ${sessionId}`;
  return sessionId;
}

const kept = async () =>
  (await node.sql<{ id: string }>`select id from login_session order by id`).map(({ id }) => id);

const remove = () =>
  asOwnWork(node.served.running, 'sessions', ({ sql }) => removeOldSessions({ sql, now }));

test('sessions go six months after their end, in days of China, closed or run out', async () => {
  // The day six months ago began at 16:00 UTC of the day before.
  const old = [
    await ended('2026-05-20T15:59:59Z'),
    await ended('2026-05-20T15:00:00Z', '2026-05-20T14:00:00Z'),
  ];
  const young = [
    await ended('2026-05-20T16:00:00Z'),
    await ended('2026-05-21T02:00:00Z', '2026-05-20T14:00:00Z'),
    await ended('2026-11-21T09:00:00Z'),
  ];
  expect(await remove()).toBe(old.length);
  expect(await kept()).toEqual(young.toSorted());
  expect(await remove()).toBe(0);
});

test('at most a thousand go at once, and the upkeep goes on until none is left', async () => {
  // The upkeep goes by the clock, and what is young today is not young for ever.
  await node.sql`update login_session set ends_at = now() + interval '1 day'`;
  await node.sql`
    insert into login_session (id, key_hash, account_id, methods, opened_at, seen_at, ends_at)
    select gen_random_uuid(), 'hash-' || n, (select id from account limit 1), '{}',
      '2026-01-01', '2026-01-01', '2026-01-01'::timestamptz + n * interval '1 second'
    from generate_series(1, 1500) as n`;
  expect(await remove()).toBe(1_000);
  const before = node.logged.length;
  const upkeep = keepSessions(node.served.running, createLog({ node: node.node }, 'warn'));
  await eventually(async () => expect(await kept()).toHaveLength(3));
  await upkeep.stop();
  expect(node.logged).toHaveLength(before);
});
