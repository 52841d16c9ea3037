// Log-in, duties and sessions as they work together.

import { Duty, type Session } from '@gonglian/contracts/gen/gonglian/organisation/v1/api.ts';
import { openBrowser, programToken, type Browser } from '@gonglian/gateway/login/log-in.fixture.ts';
import { eventually } from '@gonglian/testing/eventually.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { duties, NAME, openLogInNode } from './log-in.fixture.ts';

// What is promised of a duty that is taken away, and of a session that is ended.
const EFFECT_MS = 5_000;
let here: Awaited<ReturnType<typeof openLogInNode>>;
beforeAll(async () => {
  here = await openLogInNode();
});
afterAll(() => here.stop());

interface Answer {
  status: number;
  body: Record<string, unknown>;
}

async function send(path: string, init: RequestInit = {}): Promise<Answer> {
  const answer = await fetch(`${here.url}/api/v1${path}`, init);
  return { status: answer.status, body: (await answer.json()) as Answer['body'] };
}

/** By its cookie, from a page of ours. */
function asPerson(browser: Browser, path: string, body?: object): Promise<Answer> {
  return send(path, {
    method: body ? 'POST' : 'GET',
    headers: {
      cookie: browser.cookieHeader(),
      origin: here.url,
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
}

async function asProgram(user: string, path: string, body?: object, duty?: string) {
  const authorization = `Bearer ${await programToken(here.url, user)}`;
  return send(path, {
    method: body ? 'POST' : 'GET',
    headers: {
      authorization,
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
      ...(duty === undefined ? {} : { 'gonglian-duty': duty }),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
}

async function enter(user: string): Promise<{ browser: Browser; session: Session }> {
  const browser = openBrowser(here.url);
  const last = await browser.logIn(user, '/members');
  expect([last.status, last.headers.get('location')]).toEqual([303, '/members']);
  const { status, body } = await asPerson(browser, '/session');
  expect(status).toBe(200);
  return { browser, session: body as unknown as Session };
}

async function grant(accountId: string, duty: string): Promise<Duty> {
  const ask = { accountId, duty, scopeUnionId: here.rootUnionId };
  const { status, body } = await asProgram('admin', '/duties', ask);
  expect({ status, body }).toMatchObject({ status: 200 });
  return Duty.fromJSON(body);
}

async function revoke({ dutyId, version }: Duty): Promise<void> {
  const ask = { reason: '调离', expectedVersion: version };
  const { status } = await asProgram('admin', `/duties/${dutyId}/revocation`, ask);
  expect(status).toBe(200);
}

test.each(duties)('the development user %s logs in and holds that duty', async (user) => {
  const { session } = await enter(user);
  expect(session).toMatchObject({
    displayName: user,
    accountNo: expect.stringMatching(/^A-\d{6}$/),
    node: here.node,
  });
  // A member has it once somebody has said which member he or she is.
  const held = user === 'member' ? [] : [{ duty: user, scopeUnionName: NAME }];
  expect(session.duties).toMatchObject(held);
  expect({ duty: Reflect.get(session, 'duty') }).toMatchObject({ duty: held[0] ?? null });
});

test('what is done is done by the account, in its duty', async () => {
  const { session } = await enter('clerk');
  const union = { name: '高邮市实验工会', level: 'GRASSROOTS', kind: 'JOINT_GRASSROOTS' };
  const rest = { parentId: here.rootUnionId, regionCode: '321084', establishedOn: '2020-03-01' };
  const row = { unionId: crypto.randomUUID(), ...union, ...rest };
  const { status } = await asProgram('clerk', '/unions/enrolments', { rows: [row] });
  expect(status).toBe(200);
  const done = await here.sql`
    select actor, duty from action where command = 'enrolUnions'`;
  expect(done).toEqual([{ actor: session.accountId, duty: 'clerk' }]);
});

test('a duty that is revoked is gone within five seconds, by cookie and by token', async () => {
  const { browser, session } = await enter('li');
  const [duty] = session.duties;
  expect((await asPerson(browser, '/unions')).status).toBe(200);
  expect((await asProgram('li', '/unions')).status).toBe(200);
  await revoke(Duty.fromPartial({ ...duty, version: 1 }));
  await eventually(
    async () => {
      const answers = [await asPerson(browser, '/unions'), await asProgram('li', '/unions')];
      const gone = { status: 403, body: { code: 'DUTY_MISSING' } };
      expect(answers).toMatchObject([gone, gone]);
    },
    { timeoutMs: EFFECT_MS },
  );
  expect((await asPerson(browser, '/session')).body).toMatchObject({ duty: null, duties: [] });
});

test('who holds two duties chooses one, and may choose the other', async () => {
  const first = await enter('zhao');
  const chair = await grant(first.session.accountId, 'chair');
  const [clerk] = first.session.duties;
  // The session that is open goes on in the duty it was in.
  expect((await asPerson(first.browser, '/unions')).status).toBe(200);

  const { browser, session } = await enter('zhao');
  expect(session).toMatchObject({ duty: null });
  expect(session.duties.map(({ duty }) => duty).toSorted()).toEqual(['chair', 'clerk']);
  const refused = await asPerson(browser, '/unions');
  expect(refused).toMatchObject({ status: 403, body: { code: 'DUTY_NOT_CHOSEN' } });

  const choose = async (dutyId: string) => {
    const answer = await browserPost(browser, '/session/duty', { dutyId });
    return { answer, session: (await asPerson(browser, '/session')).body };
  };
  const chosen = await choose(chair.dutyId);
  expect(chosen).toMatchObject({ session: { duty: { duty: 'chair' } } });
  expect(chosen.answer.body).toEqual(chosen.session);
  expect((await asPerson(browser, '/unions')).status).toBe(200);
  expect((await choose(`${clerk?.dutyId}`)).session).toMatchObject({ duty: { duty: 'clerk' } });

  const foreign = await enter('auditor');
  for (const dutyId of [`${foreign.session.duties[0]?.dutyId}`, crypto.randomUUID()]) {
    const { answer } = await choose(dutyId);
    expect(answer).toMatchObject({ status: 404, body: { code: 'DUTY_UNKNOWN' } });
  }
  // A duty that ended is followed by no other one, though only one is left.
  await revoke(Duty.fromPartial({ ...clerk, version: 1 }));
  await eventually(
    async () =>
      expect(await asPerson(browser, '/unions')).toMatchObject({
        status: 403,
        body: { code: 'DUTY_NOT_CHOSEN' },
      }),
    { timeoutMs: EFFECT_MS },
  );
});

/** The browser keeps the cookie that the answer brings. */
async function browserPost(browser: Browser, path: string, body: object): Promise<Answer> {
  const answer = await fetch(`${here.url}/api/v1${path}`, {
    method: 'POST',
    headers: {
      cookie: browser.cookieHeader(),
      origin: here.url,
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
  });
  const [pair = ''] = answer.headers.get('set-cookie')?.split(';') ?? [];
  const at = pair.indexOf('=');
  if (at > 0) browser.cookies.set(pair.slice(0, at), pair.slice(at + 1));
  return { status: answer.status, body: (await answer.json()) as Answer['body'] };
}

test('a program says its duty in each request where it holds several', async () => {
  const { session } = await enter('qian');
  const chair = await grant(session.accountId, 'chair');
  await eventually(
    async () =>
      expect(await asProgram('qian', '/unions')).toMatchObject({
        status: 403,
        body: { code: 'DUTY_NOT_CHOSEN' },
      }),
    { timeoutMs: EFFECT_MS },
  );
  const answer = await asProgram('qian', '/session', undefined, chair.dutyId);
  expect(answer.body).toMatchObject({ duty: { duty: 'chair' } });
  expect(await asProgram('qian', '/unions', undefined, crypto.randomUUID())).toMatchObject({
    status: 403,
    body: { code: 'DUTY_NOT_HELD' },
  });
});

test('a session is seen and ended from another browser, within five seconds', async () => {
  const [one, other] = [await enter('sun'), await enter('sun')];
  const { body } = await asPerson(other.browser, '/me/sessions');
  const ids = (body['items'] as Session[]).map(({ sessionId }) => sessionId);
  expect(ids).toEqual([other.session.sessionId, one.session.sessionId]);
  const stranger = await enter('chair');
  const path = `/me/sessions/${one.session.sessionId}/end`;
  expect(await asPerson(stranger.browser, path, {})).toMatchObject({ status: 404 });
  expect(await asPerson(other.browser, path, {})).toMatchObject({ status: 200 });
  await eventually(
    async () =>
      expect(await asPerson(one.browser, '/unions')).toMatchObject({
        status: 401,
        body: { code: 'SESSION_ENDED' },
      }),
    { timeoutMs: EFFECT_MS },
  );
  expect((await asPerson(other.browser, '/unions')).status).toBe(200);
});

test('a stream that is open ends with the session, within five seconds', async () => {
  const [one, other] = [await enter('sun'), await enter('sun')];
  const headers = { cookie: one.browser.cookieHeader() };
  const stream = await fetch(`${here.url}/api/v1/changes`, { headers });
  expect(stream.status).toBe(200);
  const ended = stream.text();
  await asPerson(other.browser, `/me/sessions/${one.session.sessionId}/end`, {});
  const late = new Promise((resolve) => setTimeout(resolve, EFFECT_MS, 'still open'));
  expect(await Promise.race([ended, late])).toContain(': open');
});

test('the name of a session opens none', async () => {
  const { session, browser } = await enter('sun');
  const [name] = [...browser.cookies.keys()];
  const answer = await send('/session', { headers: { cookie: `${name}=${session.sessionId}` } });
  expect(answer).toMatchObject({ status: 401, body: { code: 'TOKEN_INVALID' } });
});

test('a duty is chosen from our own pages only', async () => {
  const { browser, session } = await enter('clerk');
  const answer = await send('/session/duty', {
    method: 'POST',
    headers: {
      cookie: browser.cookieHeader(),
      origin: 'https://evil.example',
      'content-type': 'application/json',
    },
    body: JSON.stringify({ dutyId: session.duties[0]?.dutyId }),
  });
  expect(answer).toMatchObject({ status: 403, body: { code: 'CROSS_SITE_REQUEST' } });
});

test('the last administrator stays', async () => {
  const { session } = await enter('admin');
  const ask = { reason: '离任', expectedVersion: 1 };
  const path = `/duties/${session.duties[0]?.dutyId}/revocation`;
  expect(await asProgram('admin', path, ask)).toMatchObject({
    status: 422,
    body: { code: 'LAST_ADMIN' },
  });
});
