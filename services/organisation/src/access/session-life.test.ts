import { expect, test } from 'vitest';
import { decideEnd, decideRoom, expiresMs, isLive, SESSION_LIFE } from './session-life.ts';

const at = (time: string) => Date.parse(`2026-11-21T${time}:00Z`);
const session = { openedMs: at('08:00'), seenMs: at('08:00'), endsMs: at('16:00'), closedMs: null };

test.each([
  ['in use', {}, '08:29', true],
  ['idle for half an hour', {}, '08:30', false],
  ['used to the end', { seenMs: at('15:50') }, '15:59', true],
  ['at its end, though in use', { seenMs: at('15:59') }, '16:00', false],
  ['closed', { closedMs: at('08:01') }, '08:02', false],
])('a session %s', (_, given, now, live) => {
  expect(isLive({ ...session, ...given }, SESSION_LIFE, at(now))).toBe(live);
});

test('it ends after eight hours, or half an hour after its last use', () => {
  expect(decideEnd(at('08:00'), SESSION_LIFE)).toEqual(at('16:00'));
  expect(expiresMs(session, SESSION_LIFE)).toEqual(at('08:30'));
  expect(expiresMs({ ...session, seenMs: at('15:50') }, SESSION_LIFE)).toEqual(at('16:00'));
});

test.each([
  [0, 2, []],
  [1, 2, []],
  [2, 2, [0]],
  [4, 2, [0, 1, 2]],
])('of %i open sessions, where %i may be, the oldest end', (count, openMax, ending) => {
  const open = Array.from({ length: count }, (_, n) => ({
    ...session,
    n,
    openedMs: at(`0${n}:00`),
  }));
  const ended = decideRoom(open.toReversed(), { ...SESSION_LIFE, openMax });
  expect(ended.map(({ n }) => n)).toEqual(ending);
});
