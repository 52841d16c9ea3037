import { Metadata, status, type ServiceError } from '@grpc/grpc-js';
import { expect, test } from 'vitest';
import { Refusal, REFUSAL_KINDS, type RefusalKind } from '@gonglian/kernel/refusal.ts';
import { fromStatus, RemoteFailure, toStatus } from './status.ts';

const TRACE = '0af7651916cd43dd8448eb211c80319c';

const rows: [RefusalKind, status][] = [
  ['invalid', status.INVALID_ARGUMENT],
  ['unauthenticated', status.UNAUTHENTICATED],
  ['forbidden', status.PERMISSION_DENIED],
  ['not_found', status.NOT_FOUND],
  ['duplicate', status.ALREADY_EXISTS],
  ['stale', status.ABORTED],
  ['refused', status.FAILED_PRECONDITION],
  ['busy', status.RESOURCE_EXHAUSTED],
  ['unavailable', status.UNAVAILABLE],
  ['late', status.DEADLINE_EXCEEDED],
];

test('every kind has a row', () => {
  expect(rows.map(([kind]) => kind).toSorted()).toEqual([...REFUSAL_KINDS].toSorted());
});

test.each(rows)('%s is status %i and comes back whole', (kind, code) => {
  const details = { name: '张三𠮷', count: 3, closed: true, by: null };
  const sent = toStatus(new Refusal(kind, 'SOME_RULE', details), TRACE);
  expect(sent.code).toBe(code);
  expect(sent.metadata.get('gl-details')).toEqual([expect.stringMatching(/^[ -~]*$/)]);
  expect(fromStatus(asError(sent))).toMatchObject({ kind, code: 'SOME_RULE', details });
});

test.each(rows)('%s without our trailers is status %i said by the transport', (kind, code) => {
  const metadata = new Metadata();
  const got = fromStatus(asError({ code, details: 'whatever it says', metadata }));
  expect(got).toMatchObject({ kind, code: status[code], details: {} });
});

test('a bug is INTERNAL, and nothing of it but the trace id is told', () => {
  const sent = toStatus(new Error('duplicate key (id_number)=(320...)'), TRACE);
  expect(sent).toMatchObject({ code: status.INTERNAL, details: `internal error, trace ${TRACE}` });
  expect(Object.keys(sent.metadata.getMap())).toEqual(['gl-trace-id']);
  const back = fromStatus(asError(sent));
  expect(back).toBeInstanceOf(RemoteFailure);
  expect(back).toMatchObject({ statusName: 'INTERNAL', traceId: TRACE });
});

test.each([status.UNKNOWN, status.OUT_OF_RANGE, status.UNIMPLEMENTED, status.DATA_LOSS])(
  'status %i is a failure, not a refusal',
  (code) => {
    const got = fromStatus(asError({ code, details: '', metadata: new Metadata() }));
    expect(got).toBeInstanceOf(RemoteFailure);
  },
);

test('a call cut by the other side is unavailable', () => {
  const metadata = new Metadata();
  const got = fromStatus(asError({ code: status.CANCELLED, details: '', metadata }));
  expect(got).toMatchObject({ kind: 'unavailable', code: 'CANCELLED' });
});

test('details that are too long or of another form do not break the refusal', () => {
  const long = toStatus(new Refusal('refused', 'LONG', { text: '长'.repeat(2_000) }), TRACE);
  expect(fromStatus(asError(long))).toMatchObject({ details: { detailsTooLong: true } });
  const odd = toStatus(new Refusal('refused', 'ODD'), TRACE);
  odd.metadata.set('gl-details', '{"list":[1],"kept":"yes"');
  expect(fromStatus(asError(odd))).toMatchObject({ code: 'ODD', details: {} });
  odd.metadata.set('gl-details', '{"list":[1],"kept":"yes"}');
  expect(fromStatus(asError(odd))).toMatchObject({ code: 'ODD', details: { kept: 'yes' } });
});

function asError(sent: { code: status; details: string; metadata: Metadata }): ServiceError {
  return Object.assign(new Error(sent.details), sent);
}
