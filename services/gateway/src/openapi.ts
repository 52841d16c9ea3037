// OpenAPI 3.1 from the descriptors: what is mounted is what is described, because both read the
// same rules.

import { operations, registry, types, type Operation } from '@gonglian/contracts/descriptors.ts';
import { exampleOf, exampleValue } from './examples.ts';
import { fieldsByName } from './fault.ts';
import {
  fixedPaths,
  SHARED_HEADERS,
  SHARED_PARAMETERS,
  SHARED_RESPONSES,
  SHARED_SCHEMAS,
} from './openapi-fixed.ts';
import { OPERATION_NAMES } from './operation-names.ts';
import {
  described,
  fieldSchema,
  messageSchema,
  refTo,
  schemaName,
  schemaOf,
  type Schema,
} from './schema.ts';
import { FOR_APPLICANTS } from './login/join-link.ts';
import { cookieName } from './login/sealed-cookies.ts';

export interface Openapi extends Schema {
  readonly paths: Record<string, Record<string, Schema>>;
  readonly components: { readonly schemas: Record<string, Schema> } & Schema;
}

/** Whoever has an account asks with one of these. */
const EVERYWHERE: Schema[] = [{ session: [] }, { bearer: [] }];
const JOIN_LINK: Schema = {
  type: 'http',
  scheme: 'JoinLink',
  description:
    'The token of a join link (the poster), by somebody without an account: Authorization: JoinLink <token>. ' +
    'It opens the few operations that name it, some times a minute from one address.',
};
const READ_REFUSALS = [400, 401, 403, 404, 422, 429, 500, 503, 504];
const COMMAND_REFUSALS = [...READ_REFUSALS, 409, 412, 413, 415];

export function buildOpenapi(development: boolean, region: string): Openapi {
  const paths: Openapi['paths'] = fixedPaths(registry);
  for (const operation of operations) {
    if (!operation.http) continue;
    const path = pathOf(operation);
    const method = operation.http.method.toLowerCase();
    paths[path] = { ...paths[path], [method]: describe(operation) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Gonglian',
      version: 'v1',
      description:
        'One federation node over HTTP. Numbers of 64 bits are texts; calendar dates are ' +
        'YYYY-MM-DD; lists are paged by cursor and limit. A command is repeated safely with the ' +
        'same Idempotency-Key. Any GET of one message may be watched with Accept: ' +
        'text/event-stream. Every request may carry Request-Timeout (seconds) and X-Request-Id. ' +
        'The same in words, with the problem codes: /docs.',
    },
    servers: [{ url: '/api/v1' }],
    security: EVERYWHERE,
    paths: Object.fromEntries(
      Object.entries(paths).map(([path, methods]) => [
        path,
        Object.fromEntries(
          Object.entries(methods).map(([method, operation]) => [
            method,
            secured(method, path, named(operation)),
          ]),
        ),
      ]),
    ),
    components: {
      schemas: {
        ...SHARED_SCHEMAS,
        ...Object.fromEntries(types.map((type) => [schemaName(type), schemaOf(type)])),
      },
      responses: SHARED_RESPONSES,
      parameters: SHARED_PARAMETERS,
      headers: SHARED_HEADERS,
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: cookieName('session', region, development) },
        bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        joinLink: JOIN_LINK,
      },
    },
  };
}

function named(operation: Schema): Schema {
  const zh = OPERATION_NAMES[String(operation['operationId'])];
  return zh === undefined ? operation : { ...operation, 'x-summary-zh': zh };
}

function secured(method: string, path: string, operation: Schema): Schema {
  const route = path.replaceAll(/\{(\w+)\}/g, ':$1');
  if (!FOR_APPLICANTS.has(`${method.toUpperCase()} /api/v1${route}`)) return operation;
  return { ...operation, security: [...EVERYWHERE, { joinLink: [] }] };
}

/** Parameters carry their JSON names in the document: /unions/{unionId}. */
export function pathOf({ http, request }: Operation): string {
  return (http?.path ?? '').replaceAll(
    /\{(\w+)\}/g,
    (_, name: string) => `{${fieldsByName(request).get(name)?.jsonName ?? name}}`,
  );
}

function describe(operation: Operation): Schema {
  const { readsOnly, request, localName, service, name, comment } = operation;
  const versioned = fieldsByName(request).has('expected_version');
  const refusals = readsOnly ? READ_REFUSALS : COMMAND_REFUSALS;
  return {
    operationId: localName,
    tags: [service],
    summary: name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' '),
    ...described(comment),
    parameters: parametersOf(operation, versioned),
    ...(byQuery(operation) ? {} : { requestBody: bodyOf(operation) }),
    responses: {
      200: operation.streams ? fileAnswer() : messageAnswer(operation),
      ...Object.fromEntries(
        [...refusals, ...(versioned ? [428] : [])].map((status) => [
          status,
          { $ref: `#/components/responses/${status}` },
        ]),
      ),
    },
  };
}

function messageAnswer({ http, response }: Operation): Schema {
  const schema = refTo(response);
  const example = exampleOf(response);
  const etag = { ETag: { description: 'The version, in quotes.', schema: { type: 'string' } } };
  const events = `event: message\ndata: ${JSON.stringify(example)}\n\n`;
  return {
    description: 'Done.',
    headers: { ...ANSWER_HEADERS, ...(fieldsByName(response).has('version') ? etag : {}) },
    content: {
      'application/json': { schema, example },
      ...(http?.method === 'GET'
        ? {
            'text/event-stream': {
              schema: { type: 'string' },
              example: events,
              'x-event-data': schema,
            },
          }
        : {}),
    },
  };
}

/** The bytes alone; their name and type are in the headers, not in a message around them. */
function fileAnswer(): Schema {
  const text = { schema: { type: 'string' } };
  return {
    description: 'The file, sent as it is made. A connection that breaks off is no whole file.',
    headers: {
      ...ANSWER_HEADERS,
      'Content-Disposition': { description: 'attachment, with the name of the file.', ...text },
    },
    content: {
      'application/octet-stream': {
        schema: { type: 'string', contentMediaType: 'application/octet-stream' },
        example: 'PK…',
      },
    },
  };
}

const ANSWER_HEADERS: Schema = Object.fromEntries(
  Object.keys(SHARED_HEADERS).map((name) => [name, { $ref: `#/components/headers/${name}` }]),
);

function parametersOf(operation: Operation, versioned: boolean): Schema[] {
  const { http, request, readsOnly } = operation;
  const fields = request.fields.map((field) => {
    const inPath = http?.params.includes(field.name);
    const place = inPath ? { in: 'path', required: true } : { in: 'query' };
    const { description, ...schema } = fieldSchema(field);
    const about = typeof description === 'string' ? described(description) : {};
    const example = exampleValue(request, field);
    const shown = example === '' || !isPlain(example) ? {} : { example };
    return { name: field.jsonName, ...place, ...about, schema, ...shown };
  });
  return [
    ...fields.filter((field) => field.in === 'path' || byQuery(operation)),
    ...(http?.method === 'GET' ? [] : [idempotencyKey(!readsOnly)]),
    ...(versioned ? [IF_MATCH] : []),
  ];
}

/**
 * A DELETE may also carry a body, but many clients cannot send one, so the document shows the other
 * way.
 */
function byQuery({ http }: Operation): boolean {
  return http?.method === 'GET' || http?.method === 'DELETE';
}

const IF_MATCH: Schema = {
  name: 'If-Match',
  in: 'header',
  description:
    'The version this is based on, in quotes, as ETag gave it; instead of expectedVersion.',
  schema: { type: 'string', pattern: '^"[0-9]{1,9}"$' },
  example: '"3"',
};

function idempotencyKey(required: boolean): Schema {
  return {
    name: 'Idempotency-Key',
    in: 'header',
    required,
    description: 'Chosen by the caller; the same key with the same request answers the same.',
    schema: { type: 'string', pattern: '^[ -~]{1,200}$' },
    example: '7f1c2f0e-8a55-4b0b-9a55-1c7f0d2e4b91',
  };
}

function bodyOf({ http, request }: Operation): Schema {
  const params = http?.params ?? [];
  const schema =
    params.length === 0
      ? refTo(request)
      : { ...messageSchema(request, params), additionalProperties: false };
  return { content: { 'application/json': { schema, example: exampleOf(request, params) } } };
}

function isPlain(value: unknown): boolean {
  return typeof value !== 'object';
}
