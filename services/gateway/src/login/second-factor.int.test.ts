// Duties that ask for a second factor, with a provider that says how somebody logged in, or does not.

import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  AccountList,
  Duty,
  Session,
} from '@gonglian/contracts/gen/gonglian/organisation/v1/api.ts';
import { openWorld, post } from '../world.fixture.ts';
import { locationOf, openBrowser } from './log-in.fixture.ts';
import { CLIENT, openProvider, type TestProvider } from './provider.fixture.ts';

const AUDIENCE = 'urn:gonglian:node:320500';
let provider: TestProvider;
const others: { stop(): Promise<void> }[] = [];

beforeAll(async () => {
  provider = await openProvider();
});
beforeEach(() => void Object.assign(provider.next, { claims: {} }));
afterEach(async () => {
  for (const other of others.splice(0)) await other.stop();
});
afterAll(() => provider.stop());

/** A person who may administer the node and read its figures, where the first asks for a second factor. */
async function openStrict(mfaAcr?: string[], mfaDuties = ['admin']) {
  const duties = ['admin', 'supervisor'].map((duty) =>
    Duty.fromPartial({ dutyId: duty, duty, scopeUnionId: 'u-root' }),
  );
  const account = {
    accountId: 'account-1',
    live: true,
    openedAt: new Date().toISOString(),
    duties,
  };
  const answer = async () => Session.fromPartial({ ...account, sessionId: 'session-1' });
  const other = await openWorld(
    {
      organisation: {
        openSession: answer,
        getSession: answer,
        getStanding: answer,
        listAccounts: async () => AccountList.fromPartial({}),
      },
    },
    {
      provider: {
        ...CLIENT,
        issuer: provider.issuer,
        audience: AUDIENCE,
        mfaDuties,
        mfaAcr,
      },
    },
  );
  others.push(other);
  const there = openBrowser(other.url);
  const sent = new URL(locationOf(await there.go('/api/v1/login')));
  await there.go(provider.callback(sent).href);
  const choose = (dutyId: string) => {
    const headers = { cookie: there.cookieHeader(), origin: other.url };
    return other.ask('/api/v1/session/duty', post({ dutyId }, headers));
  };
  return { other, there, choose };
}

const cookieOf = ({ headers }: { headers: Headers }): string =>
  headers.getSetCookie()[0]?.split(';')[0] ?? '';

const missing = {
  status: 403,
  json: { code: 'SECOND_FACTOR_MISSING', details: { duty: 'admin' } },
};
const chosen = { status: 200, json: { duty: { dutyId: 'admin' } } };

test.each<[string, object, string[] | undefined, object]>([
  ['says nothing', {}, undefined, missing],
  ['says one factor', { amr: ['pwd'] }, undefined, missing],
  ['says two', { amr: ['pwd', 'otp'] }, undefined, chosen],
  ['says so by a level that counts', { acr: 'gold' }, ['gold'], chosen],
  ['says a level that does not', { acr: 'silver' }, ['gold'], missing],
])(
  'a duty that asks for a second factor, where the provider %s',
  async (_, claims, acrs, answer) => {
    Object.assign(provider.next, { claims });
    const { choose } = await openStrict(acrs);
    expect(await choose('admin')).toMatchObject(answer);
    expect(await choose('supervisor')).toMatchObject({ status: 200 });
  },
);

test('what one duty asks for keeps nobody from another, and a new log-in brings it', async () => {
  const { other, there, choose } = await openStrict();
  const headers = { cookie: cookieOf(await choose('supervisor')) };
  expect((await other.ask('/api/v1/accounts', { headers })).status).toBe(200);
  Object.assign(provider.next, { claims: { amr: ['mfa'] } });
  const sent = new URL(locationOf(await there.go('/api/v1/login')));
  await there.go(provider.callback(sent).href);
  expect(await choose('admin')).toMatchObject({ status: 200 });
});

test('a duty chosen before it asked for more is withheld from then on', async () => {
  const lax = await openStrict(undefined, []);
  const headers = { cookie: cookieOf(await lax.choose('admin')) };
  expect((await lax.other.ask('/api/v1/accounts', { headers })).status).toBe(200);
  const { other } = await openStrict();
  expect(await other.ask('/api/v1/accounts', { headers })).toMatchObject({
    status: 403,
    json: { code: 'SECOND_FACTOR_MISSING', details: { duty: 'admin' } },
  });
  expect((await other.ask('/api/v1/session', { headers })).json).toMatchObject({ duty: null });
});

test('a program has no second factor unless its token says so', async () => {
  const { other } = await openStrict();
  const ask = async (claims: object) => {
    const token = await provider.sign({ sub: 'program', aud: AUDIENCE, ...claims });
    const headers = { 'gonglian-duty': 'admin', authorization: `Bearer ${token}` };
    return other.ask('/api/v1/accounts', { headers });
  };
  expect(await ask({})).toMatchObject({
    status: 403,
    json: { code: 'SECOND_FACTOR_MISSING', details: { duty: 'admin' } },
  });
  expect((await ask({ amr: ['pwd', 'otp'] })).status).toBe(200);
});
