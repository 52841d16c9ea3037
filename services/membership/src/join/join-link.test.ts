import { newId } from '@gonglian/kernel/id.ts';
import { expect, test } from 'vitest';
import { decideJoinLink } from './create-join-link.ts';
import { openJoinLinkToken, signJoinLink } from './join-link.ts';

const secret = Buffer.alloc(32, 1);
const claim = { unionId: newId(), expiresOn: '2026-06-30' };
const token = signJoinLink(secret, '329999', claim);
const open = (text: string, today = '2026-06-30', node = '329999', key = secret) =>
  openJoinLinkToken(key, node, text, today);

test('opens to its claim until the last day', () => {
  expect(open(token)).toEqual(claim);
});

const [expiresOn = '', unionId = '', mac = ''] = token.split('.');
test.each([
  ['nothing', ''],
  ['a longer life', `2036-06-30.${unionId}.${mac}`],
  ['another union', `${expiresOn}.${newId()}.${mac}`],
  [
    'another signature',
    `${expiresOn}.${unionId}.${mac.replace(/^./, mac.startsWith('A') ? 'B' : 'A')}`,
  ],
  ['no signature', `${expiresOn}.${unionId}`],
  ['a cut signature', token.slice(0, -2)],
  ['something behind it', `${token}.x`],
  ['something long', `${token}.${'x'.repeat(10_000)}`],
])('refuses %s', (_, text) => {
  expect(() => open(text)).toThrow(
    expect.objectContaining({ code: 'JOIN_LINK_INVALID', details: {} }),
  );
});

test('refuses a link of another node or key', () => {
  const invalid = expect.objectContaining({ code: 'JOIN_LINK_INVALID' });
  expect(() => open(token, '2026-06-01', '320100')).toThrow(invalid);
  expect(() => open(token, '2026-06-01', '329999', Buffer.alloc(32, 2))).toThrow(invalid);
});

test('refuses a link that is over, and says no more', () => {
  expect(() => open(token, '2026-07-01')).toThrow(
    expect.objectContaining({ code: 'JOIN_LINK_EXPIRED', details: {} }),
  );
});

test('a forged link that is over is invalid, not expired', () => {
  expect(() => open(`2020-01-01.${unionId}.${mac}`)).toThrow(
    expect.objectContaining({ code: 'JOIN_LINK_INVALID' }),
  );
});

test.each([
  ['JOIN_LINK_ENDS_IN_PAST', '2026-05-31'],
  ['JOIN_LINK_TOO_LONG', '2026-07-01'],
])('a new link: %s', (code, day) => {
  expect(() => decideJoinLink(day, '2026-06-01', 29)).toThrow(expect.objectContaining({ code }));
});

test('a new link may end on the last allowed day', () => {
  expect(() => decideJoinLink('2026-06-30', '2026-06-01', 29)).not.toThrow();
});
