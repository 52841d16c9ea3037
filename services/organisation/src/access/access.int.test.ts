import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  GrantDutyRequest,
  OpenSessionRequest,
  type Session,
} from '@gonglian/contracts/gen/gonglian/organisation/v1/api.ts';
import { ROOT, startNode, type TestNode } from '../test-node.ts';

let node: TestNode;
beforeAll(async () => {
  node = await startNode();
});
afterAll(() => node.stop());

const newKey = () => randomBytes(32).toString('base64url');
let people = 0;

function open(given: Partial<OpenSessionRequest> = {}, key?: string): Promise<Session> {
  people += 1;
  const ask = OpenSessionRequest.fromPartial({
    issuer: 'https://id.example',
    subject: `person-${people}`,
    displayName: '王芳',
    methods: ['pwd', 'otp'],
    sessionKey: newKey(),
    ...given,
  });
  return node.call('openSession', ask, { duty: 'gateway', ...(key ? { key } : {}) });
}

function grant(accountId: string, given: Partial<GrantDutyRequest> = {}, id = 'the-admin') {
  const ask = { accountId, duty: 'clerk', scopeUnionId: ROOT, ...given };
  return node.call('grantDuty', GrantDutyRequest.fromPartial(ask), { duty: 'admin', id });
}

const asGateway = { duty: 'gateway' } as const;

test('the first log-in makes an account with a number, the next ones know it', async () => {
  const first = await open({ subject: 'wang', displayName: '王芳' });
  expect(first).toMatchObject({ accountNo: expect.stringMatching(/^A-\d{6}$/), live: true });
  expect(first.duties).toEqual([]);
  const again = await open({ subject: 'wang', displayName: '王芳芳' });
  expect(again).toMatchObject({ accountId: first.accountId, accountNo: first.accountNo });
  expect(again.displayName).toBe('王芳芳');
  expect(again.sessionId).not.toBe(first.sessionId);
  const elsewhere = await open({ subject: 'wang', issuer: 'https://other.example' });
  expect(elsewhere.accountId).not.toBe(first.accountId);
});

test('what opens a session is kept nowhere, neither in its table nor in the journal', async () => {
  const sessionKey = newKey();
  const { sessionId } = await open({ sessionKey });
  const [row] = await node.sql<{ all: string }>`
    select row_to_json(s)::text as all from login_session as s where id = ${sessionId}`;
  expect(row?.all).not.toContain(sessionKey);
  const [{ holding } = { holding: -1 }] = await node.sql<{ holding: number }>`
    select count(*)::int as holding from action
    where position(${Buffer.from(sessionKey)}::bytea in answer) > 0`;
  expect(holding).toBe(0);
  expect(await node.call('getSession', { sessionKey, quiet: false }, asGateway)).toMatchObject({
    sessionId,
  });
});

test('a replay answers as before and opens nothing more; another body is refused', async () => {
  const sessionKey = newKey();
  const ask = { subject: 'replayed', sessionKey };
  const first = await open(ask, 'one-key');
  expect(await open(ask, 'one-key')).toEqual(first);
  await expect(open({ ...ask, subject: 'another' }, 'one-key')).rejects.toMatchObject({
    code: 'IDEMPOTENCY_KEY_REUSED',
  });
});

test('without a key of its own only the account is made known', async () => {
  const known = await open({ subject: 'program', sessionKey: '' });
  expect(known).toMatchObject({ sessionId: '', accountId: expect.any(String) });
  const standing = await node.call(
    'getStanding',
    { issuer: 'https://id.example', subject: 'program' },
    asGateway,
  );
  expect(standing).toMatchObject({ accountId: known.accountId, live: true, duties: [] });
});

test.each(['clerk', 'admin', 'member'] as const)('no session is opened by a %s', async (duty) => {
  const ask = OpenSessionRequest.fromPartial({ issuer: 'i', subject: 's', sessionKey: newKey() });
  await expect(node.call('openSession', ask, { duty })).rejects.toMatchObject({
    kind: 'forbidden',
    code: 'PERMISSION_MISSING',
  });
  await expect(
    node.call('getSession', { sessionKey: 'k', quiet: false }, { duty }),
  ).rejects.toMatchObject({
    kind: 'forbidden',
  });
});

test('an unknown session is not live, and an unknown subject has no standing', async () => {
  const answer = await node.call('getSession', { sessionKey: newKey(), quiet: false }, asGateway);
  expect(answer).toMatchObject({ live: false, accountId: '', duties: [] });
  const unknown = node.call('getStanding', { issuer: 'i', subject: 'nobody' }, asGateway);
  await expect(unknown).rejects.toMatchObject({ code: 'ACCOUNT_UNKNOWN' });
});

test('a session ends: by log-out, from another browser, by rest, by age, by too many', async () => {
  const live = async (sessionKey: string) =>
    (await node.call('getSession', { sessionKey, quiet: false }, asGateway)).live;
  const keys = Array.from({ length: 23 }, newKey);
  const sessions: Session[] = [];
  for (const sessionKey of keys) sessions.push(await open({ subject: 'busy', sessionKey }));
  expect(await Promise.all(keys.slice(0, 4).map(live))).toEqual([false, false, false, true]);
  const [, , , third, fourth, fifth, sixth] = sessions;
  await node.call('endSession', { sessionId: `${third?.sessionId}` }, asGateway);
  const mine = { duty: 'clerk', id: `${fourth?.accountId}` } as const;
  await node.call('endMySession', { sessionId: `${fourth?.sessionId}` }, mine);
  await node.sql`
    update login_session set seen_at = now() - interval '31 minutes' where id = ${fifth?.sessionId}`;
  await node.sql`
    update login_session set ends_at = now() where id = ${sixth?.sessionId}`;
  expect(await Promise.all(keys.slice(3, 8).map(live))).toEqual([false, false, false, false, true]);
  const { items } = await node.call('listMySessions', {}, mine);
  expect(items.map((one) => one.sessionId)).toEqual(
    sessions
      .slice(7)
      .toReversed()
      .map((one) => one.sessionId),
  );
});

test('what is asked quietly keeps no session open', async () => {
  const sessionKey = newKey();
  const { sessionId } = await open({ sessionKey });
  await node.sql`
    update login_session set seen_at = now() - interval '20 minutes' where id = ${sessionId}`;
  const seenMinutesAgo = async (quiet: boolean) => {
    await node.call('getSession', { sessionKey, quiet }, asGateway);
    const [row] = await node.sql<{ minutes: number }>`
      select (extract(epoch from now() - seen_at) / 60)::int as minutes
      from login_session where id = ${sessionId}`;
    return row?.minutes;
  };
  expect(await seenMinutesAgo(true)).toBe(20);
  expect(await seenMinutesAgo(false)).toBe(0);
});

test("nobody ends, or sees, another one's session", async () => {
  const theirs = await open();
  const other = { duty: 'admin', id: (await open()).accountId } as const;
  const ending = node.call('endMySession', { sessionId: theirs.sessionId }, other);
  await expect(ending).rejects.toMatchObject({ code: 'SESSION_UNKNOWN' });
  const { items } = await node.call('listMySessions', {}, other);
  expect(items).toHaveLength(1);
});

test('a duty is granted, shown in the session, and gone when it is revoked', async () => {
  const sessionKey = newKey();
  const { accountId } = await open({ sessionKey });
  const unionId = await node.enrol({ name: '第一工会' });
  const granted = await grant(accountId, { duty: 'chair', scopeUnionId: unionId });
  expect(granted).toMatchObject({ duty: 'chair', scopeUnionName: '第一工会', version: 1 });
  const { duties } = await node.call('getSession', { sessionKey, quiet: false }, asGateway);
  expect(duties).toEqual([granted]);
  const listed = await node.call(
    'listDuties',
    { unionId, cursor: '', limit: 0 },
    { duty: 'auditor' },
  );
  expect(listed.items).toEqual([granted]);
  const stale = { dutyId: granted.dutyId, reason: '调离', expectedVersion: 7 };
  await expect(node.call('revokeDuty', stale, { duty: 'admin' })).rejects.toMatchObject({
    code: 'VERSION_MOVED',
  });
  const revoked = await node.call(
    'revokeDuty',
    { ...stale, expectedVersion: granted.version },
    { duty: 'admin' },
  );
  expect(revoked).toMatchObject({ endedOn: expect.stringMatching(/^\d{4}-/), version: 2 });
  expect((await node.call('getSession', { sessionKey, quiet: false }, asGateway)).duties).toEqual(
    [],
  );
  expect((await grant(accountId, { duty: 'chair', scopeUnionId: unionId })).version).toBe(1);
});

test.each(['clerk', 'auditor', 'member'] as const)('a %s grants nothing', async (duty) => {
  const ask = GrantDutyRequest.fromPartial({ accountId: ROOT, duty: 'clerk', scopeUnionId: ROOT });
  await expect(node.call('grantDuty', ask, { duty })).rejects.toMatchObject({
    code: 'PERMISSION_MISSING',
  });
});

test('an administrator of a part of the tree grants nothing', async () => {
  const { accountId } = await open();
  const scope = await node.enrol();
  const ask = GrantDutyRequest.fromPartial({ accountId, duty: 'clerk', scopeUnionId: scope });
  await expect(node.call('grantDuty', ask, { duty: 'admin', scope })).rejects.toMatchObject({
    code: 'SCOPE_TOO_NARROW',
  });
});

test('rules hold over the tree: who audits above handles no money below', async () => {
  const { accountId } = await open();
  const unionId = await node.enrol();
  await grant(accountId, { duty: 'auditor' });
  await expect(grant(accountId, { duty: 'finance', scopeUnionId: unionId })).rejects.toMatchObject({
    code: 'DUTIES_SEPARATED',
    details: { duty: 'finance', held: 'auditor' },
  });
  await expect(grant(accountId, { duty: 'auditor' })).rejects.toMatchObject({ code: 'DUTY_HELD' });
  await expect(grant(accountId, {}, accountId)).rejects.toMatchObject({ code: 'OWN_DUTY' });
  const nowhere = { scopeUnionId: '0197a000-0000-7000-8000-000000000000' };
  await expect(grant(accountId, nowhere)).rejects.toMatchObject({ code: 'UNION_UNKNOWN' });
  await expect(grant(nowhere.scopeUnionId)).rejects.toMatchObject({ code: 'ACCOUNT_UNKNOWN' });
});

test('accounts are found by their number and page by page', async () => {
  const { accountNo, accountId } = await open({ displayName: '李雷' });
  const one = { accountNo, cursor: '', limit: 0 };
  const { items } = await node.call('listAccounts', one, { duty: 'admin' });
  expect(items).toMatchObject([{ accountId, accountNo, displayName: '李雷', duties: [] }]);
  const first = { accountNo: '', cursor: '', limit: 2 };
  const page = await node.call('listAccounts', first, { duty: 'admin' });
  const next = { ...first, cursor: page.nextCursor };
  const second = await node.call('listAccounts', next, { duty: 'admin' });
  const numbers = [...page.items, ...second.items].map((item) => item.accountNo);
  expect(numbers).toEqual([...new Set(numbers)].toSorted());
  await expect(node.call('listAccounts', one, { duty: 'clerk' })).rejects.toMatchObject({
    code: 'PERMISSION_MISSING',
  });
});

test('who is to be entrusted is found by name, number or duty; a member not by half of his name', async () => {
  const clerk = await open({ displayName: '欧阳修文' });
  const member = await open({ displayName: '欧阳修武' });
  const unionId = await node.enrol({ name: '第二工会' });
  await open({ displayName: '欧阳无职' });
  await grant(clerk.accountId, { scopeUnionId: unionId });
  await grant(member.accountId, { duty: 'member', memberId: ROOT });
  const of = { duty: 'clerk', scope: unionId } as const;
  const found = async (search: string, duty = '') => {
    const { items } = await node.call('findAccounts', { search, duty }, of);
    return items.map(({ displayName }) => displayName);
  };
  expect(await found('欧阳')).toEqual(['欧阳修文']);
  expect(await found('欧阳修武')).toEqual(['欧阳修武']);
  expect(await found(member.accountNo)).toEqual(['欧阳修武']);
  expect(await found('欧阳', 'chair')).toEqual([]);
  expect(await found('', 'clerk')).toContain('欧阳修文');
  const { items } = await node.call('findAccounts', { search: '欧阳修文', duty: 'clerk' }, of);
  const duties = [{ duty: 'clerk', scopeUnionName: '第二工会' }];
  expect(items).toEqual([
    { accountId: clerk.accountId, accountNo: clerk.accountNo, displayName: '欧阳修文', duties },
  ]);
  await expect(found('')).rejects.toMatchObject({ details: { field: 'search' } });
  await expect(found('', 'member')).rejects.toMatchObject({ details: { field: 'search' } });
  const asked = node.call('findAccounts', { search: '欧阳', duty: '' }, { duty: 'member' });
  await expect(asked).rejects.toMatchObject({ code: 'PERMISSION_MISSING' });
});

test('the first administrators have the duty as long as there is none; the last one keeps it', async () => {
  const fresh = await startNode({
    firstAdmins: [
      { issuer: 'https://id.example', subject: 'first' },
      { issuer: 'https://id.example', subject: 'second' },
    ],
  });
  const enter = (subject: string) =>
    fresh.call(
      'openSession',
      OpenSessionRequest.fromPartial({ issuer: 'https://id.example', subject }),
      asGateway,
    );
  expect((await enter('somebody')).duties).toEqual([]);
  const { duties, accountId } = await enter('first');
  expect(duties).toMatchObject([{ duty: 'admin', scopeUnionId: ROOT }]);
  expect((await enter('first')).duties).toHaveLength(1);
  expect((await enter('second')).duties).toEqual([]);
  const [admin] = duties;
  const revoking = { dutyId: `${admin?.dutyId}`, reason: '离任', expectedVersion: 1 };
  const by = { duty: 'admin', id: accountId } as const;
  await expect(fresh.call('revokeDuty', revoking, by)).rejects.toMatchObject({
    code: 'LAST_ADMIN',
  });
  await fresh.stop();
});
