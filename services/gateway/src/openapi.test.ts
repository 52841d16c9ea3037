import { expect, test } from 'vitest';
import { operations, types } from '@gonglian/contracts/descriptors.ts';
import { buildOpenapi, pathOf } from './openapi.ts';
import { schemaName } from './schema.ts';

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
}
interface Described {
  operationId: string;
  parameters?: Parameter[];
  requestBody?: object;
  responses: Record<string, object>;
  security?: object[];
}

const document = buildOpenapi(true, '320500');
const described = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    path,
    method,
    operation: operation as unknown as Described,
  })),
);

test('it is an OpenAPI 3.1 document with the parts that 3.1 asks for', () => {
  expect(document).toMatchObject({
    openapi: '3.1.0',
    info: { title: expect.any(String), version: expect.any(String) },
    paths: expect.any(Object),
  });
  expect(JSON.parse(JSON.stringify(document))).toEqual(document);
});

test('every reference leads somewhere', () => {
  const refs = refsIn(document);
  expect(refs.size).toBeGreaterThan(50);
  expect([...refs].filter((ref) => resolve(ref) === undefined)).toEqual([]);
});

test('every rpc with an http rule is in it, and nothing else but the fixed paths', () => {
  const routed = operations.filter(({ http }) => http);
  const wanted = routed.map((each) => `${each.http?.method.toLowerCase()} ${pathOf(each)}`);
  const fixed = [
    'get /changes',
    'get /node',
    'get /openapi.json',
    'get /problems',
    'get /login',
    'get /login/callback',
    'get /session',
    'post /session/duty',
    'delete /session',
  ];
  const listed = described.map(({ method, path }) => `${method} ${path}`);
  expect(listed.toSorted()).toEqual([...wanted, ...fixed].toSorted());
});

test('every operation has a name in Chinese', () => {
  const nameless = described.filter(({ operation }) => !Reflect.get(operation, 'x-summary-zh'));
  expect(nameless.map(({ operation }) => operation.operationId)).toEqual([]);
});

test('a file is described as bytes, whatever message carries its pieces', () => {
  const { content } = find('getExportFile').responses['200'] as { content: object };
  expect(Object.keys(content)).toEqual(['application/octet-stream']);
  expect(JSON.stringify(document)).not.toContain('FileChunk');
});

test('what can be watched says so', () => {
  expect(find('getImport').responses['200']).toMatchObject({
    content: {
      'text/event-stream': {
        'x-event-data': { $ref: '#/components/schemas/membership.v1.Import' },
      },
    },
  });
});

test('operation ids are unique', () => {
  const ids = described.map(({ operation }) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
});

test('every parameter in a path is described, and the other way round', () => {
  for (const { path, operation } of described) {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const declared = (operation.parameters ?? []).filter((each) => each.in === 'path');
    expect(declared.map(({ name }) => name).toSorted()).toEqual(inPath.toSorted());
    expect(declared.every(({ required }) => required)).toBe(true);
  }
});

test('component names have the form 3.1 allows', () => {
  const names = Object.keys(document.components.schemas);
  expect(names.filter((name) => !/^[a-zA-Z0-9._-]+$/.test(name))).toEqual([]);
  expect(names).toEqual(expect.arrayContaining(types.map(schemaName)));
});

test('commands ask for an idempotency key, questions do not', () => {
  expect(headersOf('applyToJoin')).toEqual([{ name: 'Idempotency-Key', required: true }]);
  expect(headersOf('verify')).toEqual([{ name: 'Idempotency-Key', required: false }]);
  expect(headersOf('getMember')).toEqual([]);
  expect(headersOf('retainMembership')).toEqual([
    { name: 'Idempotency-Key', required: true },
    { name: 'If-Match', required: undefined },
  ]);
});

test('a versioned command may answer 412 and 428; every operation may answer 401', () => {
  expect(Object.keys(find('retainMembership').responses)).toEqual(
    expect.arrayContaining(['200', '400', '412', '422', '428']),
  );
  expect(Object.keys(find('listMembers').responses)).not.toContain('428');
  for (const { operation } of described) expect(Object.keys(operation.responses)).toContain('401');
});

test('the log-in is described as open, its cookie by the name it has', () => {
  expect(find('logIn').security).toEqual([]);
  const named = (development: boolean) =>
    JSON.stringify(buildOpenapi(development, '320500').components);
  expect(named(true)).toContain('"gl_session_320500"');
  expect(named(false)).toContain('"__Host-gl_session_320500"');
});

test('a join link is a credential of its own, for what an applicant does and nothing else', () => {
  expect(document.components['securitySchemes']).toMatchObject({
    joinLink: { type: 'http', scheme: 'JoinLink' },
  });
  const opened = described.filter(({ operation }) =>
    operation.security?.some((one) => 'joinLink' in one),
  );
  expect(opened.map(({ method, path }) => `${method} ${path}`).toSorted()).toEqual([
    'get /join-links/{token}',
    'get /node',
    'post /members/applications',
  ]);
  for (const { operation } of opened)
    expect(operation.security).toEqual([{ session: [] }, { bearer: [] }, { joinLink: [] }]);
});

test.each([
  ['a 64-bit number is text', 'sync.v1.Cell', 'value', { type: 'string', format: 'int64' }],
  ['a 32-bit number', 'organisation.v1.Union', 'version', { type: 'integer', format: 'int32' }],
  ['bytes', 'sync.v1.Leaf', 'hash', { type: 'string', contentEncoding: 'base64' }],
  [
    'a list of messages',
    'organisation.v1.Union',
    'covered',
    { type: 'array', items: { $ref: '#/components/schemas/organisation.v1.Employer' } },
  ],
  [
    'a map',
    'sync.v1.Verification',
    'subordinatePositions',
    { type: 'object', additionalProperties: { type: 'string', format: 'int64' } },
  ],
  ['a class', 'membership.v1.Person', 'idNumber', { 'x-field-class': 'sensitive' }],
  [
    'a comment',
    'sync.v1.Verification',
    'settled',
    { description: 'False where consumers did not catch up in time.' },
  ],
])('%s', (_, schema, property, shape) => {
  const { properties } = document.components.schemas[schema] as {
    properties: Record<string, object>;
  };
  expect(properties[property]).toMatchObject(shape);
});

test('a body leaves out what the path says', () => {
  const { requestBody } = find('retainMembership');
  expect(requestBody).toMatchObject({
    content: {
      'application/json': {
        schema: {
          properties: { reason: { type: 'string' }, expectedVersion: { type: 'integer' } },
          additionalProperties: false,
        },
      },
    },
  });
  expect(JSON.stringify(requestBody)).not.toContain('memberId');
});

test('a DELETE is described by its query', () => {
  const { parameters, requestBody } = find('uncoverEmployer');
  expect(requestBody).toBeUndefined();
  expect(parameters?.map((each) => `${each.in} ${each.name}`)).toEqual([
    'path unionId',
    'path employerUscc',
    'query endedOn',
    'query expectedVersion',
    'header Idempotency-Key',
    'header If-Match',
  ]);
});

function find(operationId: string): Described {
  const found = described.find(({ operation }) => operation.operationId === operationId);
  if (!found) throw new Error(`no operation ${operationId}`);
  return found.operation;
}

function headersOf(operationId: string): object[] {
  const headers = (find(operationId).parameters ?? []).filter((each) => each.in === 'header');
  return headers.map(({ name, required }) => ({ name, required }));
}

function refsIn(part: unknown): Set<string> {
  if (typeof part !== 'object' || part === null) return new Set();
  return new Set(
    Object.entries(part).flatMap(([key, value]) =>
      key === '$ref' && typeof value === 'string' ? [value] : [...refsIn(value)],
    ),
  );
}

function resolve(ref: string): unknown {
  const [root, ...steps] = ref.split('/');
  if (root !== '#') return undefined;
  return steps.reduce<unknown>(
    (part, step) => (typeof part === 'object' && part ? Reflect.get(part, step) : undefined),
    document,
  );
}
