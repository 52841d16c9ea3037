import { Answer } from '@gonglian/contracts/gen/gonglian/sync/v1/events.ts';
import { busy, notFound, Refusal, refused, unauthenticated } from '@gonglian/kernel/refusal.ts';
import { expect, test } from 'vitest';
import { decideNeighbour } from './ask-neighbour.ts';
import { openPlaces } from './places.ts';
import {
  answerOf,
  BODY_BYTES_MAX,
  boundedMs,
  decideAnswer,
  decideTimes,
  refusalOf,
} from './question.ts';

const now = new Date('2026-11-21T08:00:00Z');
const inMs = (ms: number) => new Date(now.getTime() + ms);

test.each([
  ['without a deadline', undefined, { timeoutMs: 4_900, withinMs: 4_800 }],
  ['with a far one', inMs(60_000), { timeoutMs: 4_900, withinMs: 4_800 }],
  ['with a near one', inMs(1_000), { timeoutMs: 900, withinMs: 800 }],
  ['with hardly any', inMs(201), { timeoutMs: 101, withinMs: 1 }],
])('%s the other end has what is left', (_, deadline, times) => {
  expect(decideTimes(deadline, now)).toEqual(times);
});

test.each([200, 0, -1_000])('with %s ms left nothing is asked', (left) => {
  const late = expect.objectContaining({ kind: 'late', code: 'DEADLINE_EXCEEDED' });
  expect(() => decideTimes(inMs(left), now)).toThrow(late);
});

test.each([
  [3_000, 3_000],
  [0, 1],
  [-5, 1],
  [2_000_000_000, 5_000],
])('who asks for %s ms has %s', (asked, given) => {
  expect(boundedMs(asked)).toBe(given);
});

const over = (answer: Answer) => decideAnswer('321000', Answer.encode(answer).finish());

test.each([0, 1, BODY_BYTES_MAX])('a body of %s bytes arrives as it is', (length) => {
  const body = Buffer.alloc(length, 7);
  expect(over(answerOf(body)).equals(body)).toBe(true);
});

test.each([
  notFound('SETTLEMENT_UNKNOWN', { settlementId: 'x' }),
  refused('CODE_OF_A_LATER_VERSION', { n: 7, ok: false, none: null }),
  busy('NEIGHBOUR_BUSY', { node: '321000' }),
  refused('UNION_UNKNOWN', { name: '高邮市总工会' }),
])('a refusal arrives as it was: $code', ({ kind, code, details }) => {
  expect(() => over(refusalOf(new Refusal(kind, code, details)))).toThrow(
    expect.objectContaining({ kind, code, details }),
  );
});

const failed = expect.objectContaining({
  kind: 'unavailable',
  code: 'NEIGHBOUR_FAILED',
  details: { node: '321000' },
});

test.each([
  ['a bug', refusalOf(new Error('a table is missing'))],
  ['services that do not know each other', refusalOf(unauthenticated('TOKEN_INVALID'))],
  ['no code', { body: undefined, refused: { kind: 'refused', code: '', details: '{}' } }],
  ['words for a code', { body: undefined, refused: { kind: 'refused', code: 'a b', details: '' } }],
  ['nothing', { body: undefined, refused: undefined }],
  ['more than there may be', { body: Buffer.alloc(BODY_BYTES_MAX + 1), refused: undefined }],
])('%s is a fault of the other end', (_, answer) => {
  expect(() => over(answer)).toThrow(failed);
});

test.each(['<html>', '\n\x7f'])('what is no answer is one too: %j', (text) => {
  expect(() => decideAnswer('321000', Buffer.from(text))).toThrow(failed);
});

test('of a failure nothing is told but that it was one', () => {
  const { refused: told } = refusalOf(new Error('select name from person'));
  expect(told).toEqual({ kind: '', code: '', details: '{}' });
});

test.each([
  ['a kind of a later version', 'gone', '{"a":1}', 'refused', { a: 1 }],
  ['details that are no object', 'invalid', '[1]', 'invalid', {}],
  ['details that do not parse', 'invalid', '{', 'invalid', {}],
  ['details within details', 'invalid', '{"a":{"b":1}}', 'invalid', {}],
  ['endless details', 'invalid', `{"a":"${'x'.repeat(5_000)}"}`, 'invalid', {}],
])('%s: the code is kept', (_, kind, details, shownAs, kept) => {
  const answer = { body: undefined, refused: { kind, code: 'SOME_RULE', details } };
  expect(() => over(answer)).toThrow(
    expect.objectContaining({ kind: shownAs, code: 'SOME_RULE', details: kept }),
  );
});

test('an answer that is too long, and details that are, are named as such', () => {
  expect(() => over(answerOf(Buffer.alloc(BODY_BYTES_MAX + 1)))).toThrow(
    expect.objectContaining({ kind: 'refused', code: 'ANSWER_TOO_LONG' }),
  );
  expect(() => over(refusalOf(refused('SOME_RULE', { why: 'x'.repeat(5_000) })))).toThrow(
    expect.objectContaining({ code: 'SOME_RULE', details: { detailsTooLong: true } }),
  );
});

const place = { superior: { region: '320000', broker: { url: '' } }, subordinates: ['321084'] };

test.each(['320000', '321084'])('%s is a neighbour', (node) => {
  expect(() => decideNeighbour(place, node)).not.toThrow();
});

test.each(['321000', '321023', ''])('%s is none', (node) => {
  const refusal = expect.objectContaining({ code: 'NODE_NOT_NEIGHBOUR', details: { node } });
  expect(() => decideNeighbour(place, node)).toThrow(refusal);
  expect(() => decideNeighbour({ superior: null, subordinates: [] }, node)).toThrow(refusal);
});

test('so many at once and no more; a place is free again when its work has ended, however', async () => {
  const places = openPlaces('321084', 2);
  const works = [Promise.withResolvers<void>(), Promise.withResolvers<void>()] as const;
  const done = works.map(({ promise }) => places.within(() => promise));
  await expect(places.within(async () => 1)).rejects.toMatchObject({
    kind: 'busy',
    code: 'NEIGHBOUR_BUSY',
    details: { node: '321084' },
  });
  expect(places.taken()).toBe(2);
  works[0].resolve();
  works[1].reject(new Error('failed'));
  await Promise.allSettled(done);
  expect(places.taken()).toBe(0);
  expect(await places.within(async () => 1)).toBe(1);
});
