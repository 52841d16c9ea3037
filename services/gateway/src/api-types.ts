// The API as types, for a client in TypeScript: the console's are written from here.

import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { buildOpenapi } from './openapi.ts';
import type { Schema } from './schema.ts';

type Schemas = Readonly<Record<string, Schema>>;

const HEAD =
  '// Written by `npm run api-types -w @gonglian/gateway` from the OpenAPI document; not by hand.\n';

/**
 * The declarations of every path and message. Headers are left out (the client writes them), so are
 * refusals (it throws them) and streams of events (it watches them).
 */
export async function writeApiTypes(): Promise<string> {
  const { paths, components, openapi, info } = buildOpenapi(false, '000000');
  const leanPaths = mapped(paths, (methods) => mapped(methods, leanOperation));
  const lean = {
    openapi,
    info,
    paths: leanPaths,
    components: { schemas: answered(components.schemas, leanPaths) },
  };
  const nodes = await openapiTS(lean as unknown as OpenAPI3, { silent: true });
  return HEAD + astToString(nodes);
}

function leanOperation(operation: Schema): Schema {
  const { operationId, description, parameters = [], requestBody, responses } = operation;
  const fields = (parameters as Schema[]).filter((one) => one['in'] !== 'header');
  return {
    operationId,
    description,
    parameters: fields.map((field) => without(field, 'example')),
    ...(requestBody === undefined ? {} : { requestBody: leanContent(requestBody as Schema) }),
    responses: Object.fromEntries(
      Object.entries(responses as Schemas)
        .filter(([status]) => status.startsWith('2'))
        .map(([status, answer]) => [status, leanContent(answer)]),
    ),
  };
}

function leanContent(answer: Schema): Schema {
  const { content = {}, ...rest } = without(answer, 'headers');
  const kinds = Object.entries(content as Schemas)
    .filter(([type]) => type !== 'text/event-stream')
    .map(([type, { schema }]) => [type, { schema }]);
  return kinds.length === 0 ? rest : { ...rest, content: Object.fromEntries(kinds) };
}

/**
 * An answer holds every field but a message that is absent; what only a request holds may leave any
 * of them out. What no path speaks of is left out.
 */
function answered(schemas: Schemas, paths: Readonly<Record<string, Schemas>>): Schemas {
  const spoken = reachable(schemas, paths).add('Problem');
  const answers = reachable(
    schemas,
    Object.values(paths).flatMap((methods) =>
      Object.values(methods).map((one) => one['responses']),
    ),
  );
  const kept = Object.entries(schemas).filter(([name]) => spoken.has(name));
  return mapped(Object.fromEntries(kept), (schema, name) =>
    answers.has(name) && schema['required'] === undefined && schema['properties'] !== undefined
      ? { ...schema, required: plainFields(schema['properties'] as Schemas, schemas) }
      : schema,
  );
}

const REF = '#/components/schemas/';

function reachable(schemas: Schemas, from: unknown): Set<string> {
  const seen = new Set<string>();
  for (let found = namesIn(from); found.length > 0;) {
    for (const name of found) seen.add(name);
    found = found.flatMap((name) => namesIn(schemas[name])).filter((name) => !seen.has(name));
  }
  return seen;
}

function namesIn(value: unknown): string[] {
  const refs = JSON.stringify(value ?? null).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g);
  return [...new Set([...refs].map(([, name = '']) => name))];
}

function plainFields(properties: Schemas, schemas: Schemas): string[] {
  const isMessage = (ref: unknown): boolean =>
    typeof ref === 'string' && schemas[ref.slice(REF.length)]?.['type'] === 'object';
  return Object.keys(properties).filter((name) => !isMessage(properties[name]?.['$ref']));
}

function without(schema: Schema, name: string): Schema {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => key !== name));
}

function mapped<T, U>(all: Readonly<Record<string, T>>, change: (one: T, name: string) => U) {
  return Object.fromEntries(Object.entries(all).map(([name, one]) => [name, change(one, name)]));
}
