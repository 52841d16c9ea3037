// The part of the OpenAPI document that no descriptor says: sessions, the node, changes, problems.

import { STATUS_CODES } from 'node:http';
import type { FileRegistry } from '@bufbuild/protobuf';
import { refTo, type Schema } from './schema.ts';

const PROBLEM_STATUSES = [400, 401, 403, 404, 409, 412, 413, 415, 422, 428, 429, 500, 503, 504];
const TEXT: Schema = { type: 'string' };

export const SHARED_SCHEMAS: Record<string, Schema> = {
  Problem: {
    type: 'object',
    description:
      'RFC 9457. `code` names the rule; `title` is for a person, in the language asked for.',
    required: ['type', 'title', 'status', 'code', 'details', 'traceId'],
    properties: {
      type: { type: 'string', format: 'uri', examples: ['urn:gonglian:problem:UNION_NOT_ACTIVE'] },
      title: TEXT,
      status: { type: 'integer' },
      code: { type: 'string', pattern: '^[A-Z][A-Z0-9_]*$' },
      details: {
        type: 'object',
        additionalProperties: { type: ['string', 'number', 'boolean', 'null'] },
      },
      traceId: TEXT,
    },
  },
  Session: {
    type: 'object',
    required: ['user', 'duty', 'scope', 'node'],
    properties: { user: TEXT, duty: TEXT, scope: TEXT, node: TEXT },
  },
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

export const SHARED_RESPONSES: Record<number, Schema> = Object.fromEntries(
  PROBLEM_STATUSES.map((status) => [
    status,
    {
      description: STATUS_CODES[status],
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  ]),
);

export function fixedPaths(
  development: boolean,
  registry: FileRegistry,
): Record<string, Record<string, Schema>> {
  const session = { $ref: '#/components/schemas/Session' };
  const node = { $ref: '#/components/schemas/Node' };
  return {
    '/session': {
      ...(development ? { post: logIn(session) } : {}),
      get: operation('whoAmI', 'Who this session belongs to', ok(session)),
      delete: {
        ...operation('logOut', 'Ends the session of this browser', {
          204: { description: 'Done.' },
        }),
        security: [],
      },
    },
    '/openapi.json': {
      get: {
        ...operation('getOpenapi', 'This document', ok({ type: 'object' })),
        security: [],
      },
    },
    '/node': { get: operation('getNode', 'This node and its neighbours', ok(node)) },
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

function ok(schema: Schema): Schema {
  return { 200: { description: 'Done.', content: { 'application/json': { schema } } } };
}

function logIn(session: Schema): Schema {
  const token = { type: 'object', required: ['token'], properties: { token: TEXT } };
  const user = { type: 'object', required: ['user'], properties: { user: TEXT } };
  return {
    ...operation('logIn', 'Logs a development user in', ok({ allOf: [session, token] })),
    security: [],
    requestBody: { required: true, content: { 'application/json': { schema: user } } },
  };
}

function changesOf(registry: FileRegistry): Schema {
  const message = registry.getMessage('gonglian.sync.v1.CellChanged');
  return {
    200: {
      description: 'Server-sent events named cell.changed; the data of each is a CellChanged.',
      content: {
        'text/event-stream': {
          schema: TEXT,
          ...(message ? { 'x-event-data': refTo(message) } : {}),
        },
      },
    },
    503: { $ref: '#/components/responses/503' },
  };
}
