import { expect, test } from 'vitest';
import { REFUSAL_KINDS, Refusal, type RefusalKind } from '@gonglian/kernel/refusal.ts';
import { HttpRefusal, toProblem } from './problem.ts';

const NAMED = { traceId: '0af7651916cd43dd8448eb211c80319c', requestId: 'r-1' };

const rows: [RefusalKind, number][] = [
  ['invalid', 400],
  ['unauthenticated', 401],
  ['forbidden', 403],
  ['not_found', 404],
  ['duplicate', 409],
  ['stale', 412],
  ['refused', 422],
  ['busy', 429],
  ['unavailable', 503],
  ['late', 504],
];

test('every kind has a row', () => {
  expect(rows.map(([kind]) => kind).toSorted()).toEqual([...REFUSAL_KINDS].toSorted());
});

test.each(rows)('%s is %i', (kind, status) => {
  const refusal = new Refusal(kind, 'UNION_NOT_ACTIVE', { status: 'retained' });
  expect(toProblem(refusal, 'zh', NAMED)).toEqual({
    type: 'urn:gonglian:problem:UNION_NOT_ACTIVE',
    title: '该工会不在有效状态',
    status,
    code: 'UNION_NOT_ACTIVE',
    details: { status: 'retained' },
    ...NAMED,
    help: '/docs/problems#UNION_NOT_ACTIVE',
  });
});

test.each([
  ['a bug', new Error('insert into person … 320500…')],
  ['a thrown text', 'insert into person'],
  ['a failed system call', Object.assign(new Error('x'), { code: 'ENOENT', statusCode: 404 })],
])('%s is 500 and tells nothing but the trace id', (_, error) => {
  expect(toProblem(error, 'en', NAMED)).toEqual({
    type: 'urn:gonglian:problem:INTERNAL',
    title: 'Internal error; please quote the trace id',
    status: 500,
    code: 'INTERNAL',
    details: {},
    ...NAMED,
    help: '/docs/problems#INTERNAL',
  });
});

test('what only HTTP knows keeps its own status', () => {
  const refusal = new HttpRefusal(428, 'PRECONDITION_REQUIRED');
  expect(toProblem(refusal, 'en', NAMED)).toMatchObject({
    status: 428,
    code: 'PRECONDITION_REQUIRED',
  });
});
