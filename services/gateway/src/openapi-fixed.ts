// The part of the OpenAPI document that no descriptor says: sessions, the node, changes, problems.

import { STATUS_CODES } from 'node:http';
import type { FileRegistry } from '@bufbuild/protobuf';
import { exampleOf } from './examples.ts';
import { listCodes } from './messages.ts';
import { LOG_IN_SCHEMAS, logInPaths } from './login/openapi-log-in.ts';
import { refTo, type Schema } from './schema.ts';

const PROBLEM_STATUSES = [400, 401, 403, 404, 409, 412, 413, 415, 422, 428, 429, 500, 503, 504];
const TEXT: Schema = { type: 'string' };

export const SHARED_SCHEMAS: Record<string, Schema> = {
  Problem: {
    type: 'object',
    description:
      'RFC 9457. `code` names the rule; `title` is for a person, in the language asked for.',
    required: ['type', 'title', 'status', 'code', 'details', 'traceId', 'requestId', 'help'],
    properties: {
      type: { type: 'string', format: 'uri', examples: ['urn:gonglian:problem:UNION_NOT_ACTIVE'] },
      title: TEXT,
      status: { type: 'integer' },
      code: { type: 'string', pattern: '^[A-Z][A-Z0-9_]*$' },
      details: {
        type: 'object',
        additionalProperties: { type: ['string', 'number', 'boolean', 'null'] },
      },
      traceId: { type: 'string', description: 'Quote it to whoever runs the node.' },
      requestId: { type: 'string', description: 'As in X-Request-Id.' },
      help: { type: 'string', description: 'Where the reference explains the code.' },
    },
  },
  ProblemCode: {
    type: 'object',
    required: ['code', 'status', 'zh', 'en', 'help'],
    properties: { code: TEXT, status: { type: 'integer' }, zh: TEXT, en: TEXT, help: TEXT },
  },
  ...LOG_IN_SCHEMAS,
  Node: {
    type: 'object',
    required: ['region', 'name', 'level', 'superior', 'subordinates', 'rootUnionId'],
    properties: {
      region: { type: 'string', description: 'GB/T 2260.' },
      name: TEXT,
      level: TEXT,
      superior: { type: ['string', 'null'], description: 'Region code of the node above.' },
      subordinates: { type: 'array', items: TEXT, description: 'Region codes of the nodes below.' },
      rootUnionId: TEXT,
    },
  },
};

/** On every answer below /api/v1. */
export const SHARED_HEADERS: Readonly<Record<string, Schema>> = {
  'X-Request-Id': header(
    "The caller's own name for the request, or one made here.",
    'r-20260302-1',
  ),
  'RateLimit-Limit': header('Requests a session may make in a minute.', '6000'),
  'RateLimit-Remaining': header('What is left of them.', '5998'),
  'RateLimit-Reset': header('Seconds until they begin anew.', '41'),
  'RateLimit-Policy': header('The limit and its window in seconds.', '6000;w=60'),
};

/** What any request below /api/v1 may carry. */
export const SHARED_PARAMETERS: Readonly<Record<string, Schema>> = {
  'Gonglian-Duty': asked(
    'Gonglian-Duty',
    'The id of the duty a program asks in; needed where it holds several.',
    '0198a5c0-3b1e-7a10-8c2d-000000000023',
  ),
  'Request-Timeout': asked('Request-Timeout', 'How many seconds the caller waits at most.', '5'),
  'X-Request-Id': asked('X-Request-Id', 'What the caller calls the request.', 'r-20260302-1'),
};

function asked(name: string, description: string, example: string): Schema {
  return { name, in: 'header', description, schema: TEXT, example };
}

function header(description: string, example: string): Schema {
  return { description, schema: TEXT, example };
}

// For each status one code that is often behind it.
const EXAMPLE_CODES: Readonly<Record<number, string>> = {
  400: 'FIELD_INVALID',
  401: 'SESSION_MISSING',
  403: 'PERMISSION_MISSING',
  404: 'MEMBER_UNKNOWN',
  409: 'ALREADY_MEMBER',
  412: 'VERSION_MOVED',
  413: 'BODY_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  422: 'MEMBERSHIP_STATE_WRONG',
  428: 'PRECONDITION_REQUIRED',
  429: 'TOO_MANY_REQUESTS',
  500: 'INTERNAL',
  503: 'UNAVAILABLE',
  504: 'DEADLINE_EXCEEDED',
};

export const SHARED_RESPONSES: Record<number, Schema> = Object.fromEntries(
  PROBLEM_STATUSES.map((status) => {
    const schema = { $ref: '#/components/schemas/Problem' };
    const example = exampleProblem(status);
    const content = { 'application/problem+json': { schema, example } };
    return [status, { description: STATUS_CODES[status], content }];
  }),
);

function exampleProblem(status: number): Schema {
  const found = listCodes().find(({ code }) => code === EXAMPLE_CODES[status]);
  const { code = '', zh = '', help = '' } = found ?? {};
  return {
    type: `urn:gonglian:problem:${code}`,
    title: zh,
    status,
    code,
    details: code === 'FIELD_INVALID' ? { field: 'appliedOn' } : {},
    traceId: '0af7651916cd43dd8448eb211c80319c',
    requestId: 'r-20260302-1',
    help,
  };
}

export function fixedPaths(registry: FileRegistry): Record<string, Record<string, Schema>> {
  const node = { $ref: '#/components/schemas/Node' };
  return {
    ...logInPaths(operation),
    '/openapi.json': {
      get: {
        ...operation('getOpenapi', 'This document', ok({ type: 'object' }, { openapi: '3.1.0' })),
        security: [],
      },
    },
    '/problems': { get: problems() },
    '/node': { get: operation('getNode', 'This node and its neighbours', ok(node, NODE)) },
    '/changes': { get: operation('watchChanges', 'Which numbers moved', changesOf(registry)) },
  };
}

function operation(operationId: string, summary: string, responses: Schema): Schema {
  const refusals = [401, 403, 429, 500].map((status) => [
    status,
    { $ref: `#/components/responses/${status}` },
  ]);
  return {
    operationId,
    tags: ['gateway'],
    summary,
    responses: { ...responses, ...Object.fromEntries(refusals) },
  };
}

function ok(schema: Schema, example: Schema): Schema {
  const content = { 'application/json': { schema, example } };
  return { 200: { description: 'Done.', content } };
}

const NODE: Schema = {
  region: '321084',
  name: '高邮市总工会',
  level: 'COUNTY',
  superior: '321000',
  subordinates: [],
  rootUnionId: '0198a5c0-3b1e-7a10-8c2d-000000000002',
};

function problems(): Schema {
  const items = { type: 'array', items: { $ref: '#/components/schemas/ProblemCode' } };
  const schema = { type: 'object', required: ['items'], properties: { items } };
  const example = { items: listCodes().filter(({ code }) => code === 'UNION_CLOSING') };
  const listed = operation('listProblems', 'Every code of a problem', ok(schema, example));
  return { ...listed, security: [] };
}

function changesOf(registry: FileRegistry): Schema {
  const message = registry.getMessage('gonglian.sync.v1.CellChanged');
  return {
    200: {
      description: 'Server-sent events named cell.changed; the data of each is a CellChanged.',
      content: {
        'text/event-stream': {
          schema: TEXT,
          example: `event: cell.changed\ndata: ${JSON.stringify(message ? exampleOf(message) : {})}\n\n`,
          ...(message ? { 'x-event-data': refTo(message) } : {}),
        },
      },
    },
    503: { $ref: '#/components/responses/503' },
  };
}
