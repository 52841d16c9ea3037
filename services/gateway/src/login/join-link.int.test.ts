import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { JoinLink } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { membership, openWorld, post, type World } from '../world.fixture.ts';

const good = '2026-12-31.0192f3a4-7b6c-7d8e-9f00-1a2b3c4d5e6f.mac';
const link = `/api/v1/join-links/${good}`;
const apply = '/api/v1/members/applications';

let world: World;
let actors: unknown[];

beforeAll(async () => {
  world = await openWorld(
    {
      membership: {
        openJoinLink: async ({ token }, { actor }) => {
          actors.push(actor);
          if (token !== good) throw refused('JOIN_LINK_INVALID');
          return JoinLink.fromPartial({ token, unionId: 'u-1', unionName: '某厂工会' });
        },
        applyToJoin: async (_, { actor }) => {
          actors.push(actor);
          return membership;
        },
      },
    },
    { trustedProxies: ['127.0.0.1'] },
  );
});
afterAll(() => world.stop());
beforeEach(() => {
  actors = [];
});

/** Each from an address of its own, or the limit of one would end the other. */
function holding(token: string, address: string, init: RequestInit = {}): RequestInit {
  const headers = {
    ...(init.headers as Record<string, string>),
    authorization: `JoinLink ${token}`,
    'x-forwarded-for': address,
  };
  return { ...init, headers };
}

const applying = () => post({ channel: 'QR', joinToken: good }, { 'idempotency-key': 'key-1' });

test('who holds a link sees whose it is, at which node, and applies', async () => {
  expect(await world.ask(link, holding(good, '10.0.0.1'))).toMatchObject({
    status: 200,
    json: { unionName: '某厂工会' },
  });
  expect(await world.ask('/api/v1/node', holding(good, '10.0.0.1'))).toMatchObject({
    status: 200,
    json: { name: '苏州市总工会' },
  });
  expect((await world.ask(apply, holding(good, '10.0.0.1', applying()))).status).toBe(200);
  const applicant = {
    id: 'applicant',
    duty: 'applicant',
    scope: 'join-link',
    node: '320500',
    member: '',
  };
  expect(actors).toEqual([applicant, applicant]);
});

test.each([
  ['GET', link],
  ['POST', apply],
])('%s %s without one: 401', async (method, path) => {
  const init = method === 'POST' ? applying() : {};
  expect(await world.ask(path, init)).toMatchObject({
    status: 401,
    json: { code: 'SESSION_MISSING' },
  });
  expect(actors).toEqual([]);
});

test('one that was changed is refused by who signed it', async () => {
  const path = `/api/v1/join-links/${good}x`;
  expect(await world.ask(path, holding(`${good}x`, '10.0.0.2'))).toMatchObject({
    status: 422,
    json: { code: 'JOIN_LINK_INVALID' },
  });
});

test.each([
  ['GET', '/api/v1/members'],
  ['GET', '/api/v1/members/m-1'],
  ['POST', '/api/v1/members/search'],
  ['GET', '/api/v1/session'],
  ['POST', '/api/v1/session/duty'],
  ['GET', '/api/v1/changes'],
  ['GET', '/api/v1/me/record'],
  ['POST', '/api/v1/join-links'],
  ['GET', '/api/v1/unions'],
])('it opens nothing else: %s %s', async (method, path) => {
  const init = method === 'POST' ? post({}, { 'idempotency-key': 'key-1' }) : {};
  expect(await world.ask(path, holding(good, '10.0.0.3', init))).toMatchObject({
    status: 403,
    json: { code: 'PERMISSION_MISSING' },
  });
});

test('one address applies twenty times a minute, and another still may', async () => {
  const statuses: number[] = [];
  for (let at = 0; at < 21; at += 1) {
    statuses.push((await world.ask(apply, holding(good, '10.0.0.4', applying()))).status);
  }
  expect(statuses).toEqual([...Array.from({ length: 20 }, () => 200), 429]);
  expect((await world.ask(apply, holding(good, '10.0.0.5', applying()))).status).toBe(200);
  const refusal = await world.ask(apply, holding(good, '10.0.0.4', applying()));
  expect(refusal.json).toMatchObject({
    code: 'TOO_MANY_REQUESTS',
    details: { retryAfterSeconds: expect.any(Number) },
  });
});
