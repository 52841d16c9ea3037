import { fromBinary, toJson, type JsonValue } from '@bufbuild/protobuf';
import { expect, test } from 'vitest';
import { operations, type Operation } from '@gonglian/contracts/descriptors.ts';
import { toRequest, type HttpInput } from './request.ts';

const none: HttpInput = { params: {}, query: {}, body: '', ifMatch: undefined };

const retain = { params: { member_id: 'm-1' } };
const batch = { union_id: 'u-1', rows: [{ name: '张三' }, { name: '李四', person: 1 }] };

interface Case {
  operation: string;
  input: Partial<HttpInput>;
  is: JsonValue;
}

const mapped: [string, Case][] = [
  [
    'path and query of a GET, in either spelling',
    {
      operation: 'ListMembers',
      input: { query: { union_id: 'u-1', memberNo: '7', limit: '50', cursor: 'c' } },
      is: { unionId: 'u-1', memberNo: '7', limit: 50, cursor: 'c' },
    },
  ],
  [
    'a body in snake case',
    { operation: 'RequestTransfer', input: { body: '{"member_id":"m"}' }, is: { memberId: 'm' } },
  ],
  [
    'a body in camel case, with a null for what is left out',
    {
      operation: 'RequestTransfer',
      input: { body: '{"memberId":"m","toUnionId":null}' },
      is: { memberId: 'm' },
    },
  ],
  [
    'a 64-bit number as text or as a number',
    {
      operation: 'DeclareFigures',
      input: { body: '{"figures":[{"value":"9007199254740993"},{"value":5}]}' },
      is: { figures: [{ value: '9007199254740993' }, { value: '5' }] },
    },
  ],
  [
    'If-Match as the expected version',
    {
      operation: 'RetainMembership',
      input: { ...retain, body: '{"reason":"retired"}', ifMatch: '"4"' },
      is: { memberId: 'm-1', reason: 'retired', expectedVersion: 4 },
    },
  ],
  [
    'If-Match and the same expected version',
    {
      operation: 'RetainMembership',
      input: { ...retain, body: '{"expectedVersion":4}', ifMatch: '"4"' },
      is: { memberId: 'm-1', expectedVersion: 4 },
    },
  ],
  [
    'a path parameter that the body repeats',
    {
      operation: 'RetainMembership',
      input: { ...retain, body: '{"member_id":"m-1","expected_version":4}' },
      is: { memberId: 'm-1', expectedVersion: 4 },
    },
  ],
  [
    'a DELETE by query',
    {
      operation: 'UncoverEmployer',
      input: {
        params: { union_id: 'u-1', employer_uscc: '91' },
        query: { ended_on: '2026-01-31', expected_version: '2' },
      },
      is: { unionId: 'u-1', employerUscc: '91', endedOn: '2026-01-31', expectedVersion: 2 },
    },
  ],
  [
    'a DELETE by body',
    {
      operation: 'UncoverEmployer',
      input: {
        params: { union_id: 'u-1', employer_uscc: '91' },
        body: '{"endedOn":"2026-01-31"}',
        ifMatch: '"2"',
      },
      is: { unionId: 'u-1', employerUscc: '91', endedOn: '2026-01-31', expectedVersion: 2 },
    },
  ],
];

test.each(mapped)('maps %s', (_, { operation, input, is }) => {
  expect(jsonOf(named(operation), { ...none, ...input })).toEqual(is);
});

type Refused = [string, string, Partial<HttpInput>, object];

const refused: Refused[] = [
  ['text', 'RequestTransfer', { body: 'hello' }, { code: 'MALFORMED_JSON' }],
  ['half a body', 'RequestTransfer', { body: '{"member_id":"m"' }, { code: 'MALFORMED_JSON' }],
  ['a key twice', 'ClosePeriod', { body: '{"period":"1","period":"2"}' }, repeated('period')],
  [
    'a key twice, deep down',
    'JoinBatch',
    { body: '{"rows":[{"name":"a"},{"name":"b","phone":"1","name":"c"}]}' },
    repeated('rows[1].name'),
  ],
  ['a list', 'RequestTransfer', { body: '[]' }, fieldInvalid('body', 'object')],
  ['null', 'RequestTransfer', { body: 'null' }, fieldInvalid('body', 'object')],
  ['an unknown field', 'RequestTransfer', { body: '{"memberID":"m"}' }, unknown('memberID')],
  ['one in a row', 'JoinBatch', { body: JSON.stringify(batch) }, unknown('rows[1].person')],
  ['a prototype', 'RequestTransfer', { body: '{"__proto__":{}}' }, unknown('__proto__')],
  ['a very long key', 'ClosePeriod', { body: `{"${'k'.repeat(500)}":1}` }, unknown('k'.repeat(80))],
  [
    'a number for text',
    'ClosePeriod',
    { body: '{"period":2026}' },
    fieldInvalid('period', 'string'),
  ],
  [
    'text for a number, deep down',
    'DeclareFigures',
    { body: '{"figures":[{"value":"1"},{"value":"many"}]}' },
    fieldInvalid('figures[1].value', 'int64'),
  ],
  ['no list', 'JoinBatch', { body: '{"rows":{}}' }, fieldInvalid('rows', 'array')],
  ['no message', 'ApplyToJoin', { body: '{"person":5}' }, fieldInvalid('person', 'object')],
  [
    'a field in both spellings',
    'ApplyToJoin',
    { body: '{"union_id":"u","unionId":"u"}' },
    { code: 'FIELD_REPEATED', details: { field: 'unionId' } },
  ],
  ['an unknown query parameter', 'ListMembers', { query: { offset: '5' } }, unknown('offset')],
  [
    'a number that is none',
    'ListMembers',
    { query: { limit: 'all' } },
    { code: 'FIELD_INVALID', details: { field: 'limit' } },
  ],
  [
    'a number too large',
    'ListMembers',
    { query: { limit: '4294967296' } },
    { code: 'FIELD_INVALID', details: { field: 'limit' } },
  ],
  [
    'a query parameter twice',
    'ListMembers',
    { query: { limit: ['1', '2'] } },
    { code: 'FIELD_REPEATED', details: { field: 'limit' } },
  ],
  [
    'a query parameter against the path',
    'GetMember',
    { params: { member_id: 'm-1' }, query: { memberId: 'm-2' } },
    { code: 'FIELD_CONFLICT', details: { field: 'memberId' } },
  ],
  [
    'a body against the path',
    'RetainMembership',
    { ...retain, body: '{"memberId":"m-2","expectedVersion":4}' },
    { code: 'FIELD_CONFLICT', details: { field: 'memberId' } },
  ],
  [
    'a query parameter on a POST',
    'ClosePeriod',
    { query: { dry_run: '1' } },
    { code: 'QUERY_NOT_ALLOWED', details: { field: 'dry_run' } },
  ],
  [
    'a version that is missing',
    'RetainMembership',
    retain,
    { status: 428, code: 'PRECONDITION_REQUIRED' },
  ],
  [
    'two versions that differ',
    'RetainMembership',
    { ...retain, body: '{"expectedVersion":4}', ifMatch: '"5"' },
    { kind: 'invalid', code: 'EXPECTED_VERSION_CONFLICT' },
  ],
  [
    'If-Match without quotes',
    'RetainMembership',
    { ...retain, ifMatch: '4' },
    { code: 'IF_MATCH_MALFORMED' },
  ],
  [
    'a weak If-Match',
    'RetainMembership',
    { ...retain, ifMatch: 'W/"4"' },
    { code: 'IF_MATCH_MALFORMED' },
  ],
  ['any If-Match', 'RetainMembership', { ...retain, ifMatch: '*' }, { code: 'IF_MATCH_MALFORMED' }],
  [
    'If-Match where it means nothing',
    'ClosePeriod',
    { ifMatch: '"4"' },
    { code: 'IF_MATCH_UNSUPPORTED' },
  ],
  ['an empty path parameter', 'GetMember', { params: { member_id: '' } }, { kind: 'not_found' }],
];

test.each(refused)('refuses %s', (_, operation, input, refusal) => {
  expect(() => toRequest(named(operation), { ...none, ...input })).toThrow(
    expect.objectContaining(refusal),
  );
});

// Mass assignment: names that a service might take for its own, put into every request there is.
const FOREIGN = ['__proto__', 'constructor', 'prototype', 'role', 'nodeId', 'node_id', 'isAdmin'];
const mounted = operations.filter(({ http }) => http);

test.each(mounted.map((operation) => [operation.name, operation] as const))(
  '%s takes no field that is not its own',
  (_, operation) => {
    const params = Object.fromEntries((operation.http?.params ?? []).map((name) => [name, '1']));
    const own = new Set(operation.request.fields.flatMap(({ name, jsonName }) => [name, jsonName]));
    const byBody = operation.http?.method === 'POST' || operation.http?.method === 'PUT';
    for (const field of FOREIGN) {
      expect(own).not.toContain(field);
      const input = byBody
        ? { body: `{${JSON.stringify(field)}:{"role":"admin"}}` }
        : { query: Object.fromEntries([[field, 'admin']]) };
      expect(() => toRequest(operation, { ...none, params, ...input })).toThrow(
        expect.objectContaining(unknown(field)),
      );
    }
    expect(Object.getPrototypeOf({})).toHaveProperty('hasOwnProperty');
    expect({}).not.toHaveProperty('role');
  },
);

test.each(mounted.flatMap((operation) => nestedIn(operation)))(
  '%s: %s takes no field that is not its own',
  (_, place, operation) => {
    const list = place.endsWith('[0]');
    const name = list ? place.slice(0, -3) : place;
    const inner = '{"__proto__":{"role":"admin"}}';
    const body = `{"${name}":${list ? `[${inner}]` : inner}}`;
    const params = Object.fromEntries((operation.http?.params ?? []).map((each) => [each, '1']));
    expect(() => toRequest(operation, { ...none, params, body })).toThrow(
      expect.objectContaining(unknown(`${place}.__proto__`)),
    );
  },
);

/** The messages inside a request. */
function nestedIn(operation: Operation): [string, string, Operation][] {
  if (operation.http?.method === 'GET') return [];
  return operation.request.fields
    .filter(({ message }) => message)
    .map(({ jsonName, fieldKind }) => [
      operation.name,
      fieldKind === 'list' ? `${jsonName}[0]` : jsonName,
      operation,
    ]);
}

test('a request may ask the service to wait, within bounds', () => {
  const wait = (waitSeconds: number): number => {
    const body = JSON.stringify({ waitSeconds });
    return toRequest(named('Verify'), { ...none, body }).waitSeconds;
  };
  expect([wait(0), wait(30), wait(100_000), wait(-5)]).toEqual([0, 30, 120, 0]);
});

function unknown(field: string): object {
  return { kind: 'invalid', code: 'UNKNOWN_FIELD', details: { field } };
}

function repeated(field: string): object {
  return { kind: 'invalid', code: 'FIELD_REPEATED', details: { field } };
}

function fieldInvalid(field: string, expected: string): object {
  return { kind: 'invalid', code: 'FIELD_INVALID', details: { field, expected } };
}

function named(name: string): Operation {
  const operation = operations.find((each) => each.name === name);
  if (!operation) throw new Error(`no rpc ${name}`);
  return operation;
}

function jsonOf(operation: Operation, input: HttpInput): JsonValue {
  const { bytes } = toRequest(operation, input);
  return toJson(operation.request, fromBinary(operation.request, bytes));
}
