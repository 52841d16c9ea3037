// HTTP to proto: path, query and body become one request message, and whatever does not fit is
// refused by name.

import {
  fromJson,
  mergeFromJsonString,
  create,
  ScalarType,
  toBinary,
  type DescField,
  type DescMessage,
  type JsonObject,
  type JsonValue,
} from '@bufbuild/protobuf';
import { reflect, type ReflectMessage } from '@bufbuild/protobuf/reflect';
import type { Operation } from '@gonglian/contracts/descriptors.ts';
import { invalid, notFound } from '@gonglian/kernel/refusal.ts';
import { fieldsByName, findFault, NAME_CHARS_MAX } from './fault.ts';
import { HttpRefusal } from './problem.ts';

export interface HttpInput {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string | readonly string[]>>;
  /** The JSON text; empty where there is none. */
  readonly body: string;
  readonly ifMatch: string | undefined;
}

export interface ProtoRequest {
  readonly bytes: Uint8Array;
  /** How long the caller asks the service to wait before it answers. */
  readonly waitSeconds: number;
}

// verifications.wait_seconds is at most this; more is the service's to refuse, and must not hold a
// call open here.
const WAIT_SECONDS_MAX = 120;

/** The encoded request, or a refusal that names what is wrong with it. */
export function toRequest({ request: desc, http }: Operation, input: HttpInput): ProtoRequest {
  const message = reflect(desc, create(desc));
  readBody(message, input.body);
  readQuery(message, input.query, http?.method === 'GET' || http?.method === 'DELETE');
  for (const [name, value] of Object.entries(input.params)) {
    if (value === '') throw notFound('ROUTE_NOT_FOUND');
    assign(message, name, value);
  }
  readExpectedVersion(message, input.ifMatch, http?.method !== 'GET');
  return {
    bytes: toBinary(desc, message.message),
    waitSeconds: Math.min(Math.max(readNumber(message, 'wait_seconds'), 0), WAIT_SECONDS_MAX),
  };
}

function readBody(message: ReflectMessage, body: string): void {
  if (body === '') return;
  try {
    mergeFromJsonString(message.desc, message.message, body);
  } catch {
    // The library's words quote what was sent, and name a field without its place: look for the
    // place ourselves.
    throw findFault(message.desc, body);
  }
}

function readQuery(message: ReflectMessage, query: HttpInput['query'], allowed: boolean): void {
  for (const [name, value] of Object.entries(query)) {
    if (!allowed) throw invalid('QUERY_NOT_ALLOWED', { field: name.slice(0, NAME_CHARS_MAX) });
    assign(message, name, value);
  }
}

/** Sets one field from text; a value that is there already must be the same. */
function assign(message: ReflectMessage, name: string, text: string | readonly string[]): void {
  const { desc } = message;
  const field = fieldsByName(desc).get(name);
  if (!field) throw invalid('UNKNOWN_FIELD', { field: name.slice(0, NAME_CHARS_MAX) });
  const given = reflect(desc, parseText(desc, field, text)).get(field);
  if (message.isSet(field) && message.get(field) !== given) {
    throw invalid('FIELD_CONFLICT', { field: field.jsonName });
  }
  message.set(field, given);
}

function parseText(desc: DescMessage, field: DescField, text: string | readonly string[]) {
  const fault = invalid('FIELD_INVALID', { field: field.jsonName });
  const list = field.fieldKind === 'list';
  const flat = field.fieldKind === 'scalar' || field.fieldKind === 'enum';
  if (!flat && !(list && field.listKind !== 'message')) throw fault;
  if (flat && typeof text !== 'string') throw invalid('FIELD_REPEATED', { field: field.jsonName });
  const values = [text].flat().map((each) => fromText(field.scalar, each));
  const [first = ''] = values;
  const json: JsonObject = { [field.name]: list ? values : first };
  try {
    return fromJson(desc, json);
  } catch (error) {
    throw invalid(fault.code, fault.details, { cause: error });
  }
}

/** Proto JSON takes numbers as text, but not booleans. */
function fromText(scalar: ScalarType | undefined, text: string): JsonValue {
  if (scalar !== ScalarType.BOOL) return text;
  if (text === 'true') return true;
  return text === 'false' ? false : text;
}

/** If-Match and expected_version say the same thing; one of them has to. */
function readExpectedVersion(
  message: ReflectMessage,
  ifMatch: string | undefined,
  changes: boolean,
): void {
  const field = fieldsByName(message.desc).get('expected_version');
  if (!field) {
    if (ifMatch !== undefined && changes) throw invalid('IF_MATCH_UNSUPPORTED');
    return;
  }
  if (ifMatch !== undefined) {
    const version = /^"(\d{1,9})"$/.exec(ifMatch.trim())?.[1];
    if (!version) throw invalid('IF_MATCH_MALFORMED');
    const given = readNumber(message, 'expected_version');
    if (given !== 0 && given !== Number(version)) throw invalid('EXPECTED_VERSION_CONFLICT');
    assign(message, field.name, version);
  }
  if (!message.isSet(field)) throw new HttpRefusal(428, 'PRECONDITION_REQUIRED');
}

function readNumber(message: ReflectMessage, name: string): number {
  const field = fieldsByName(message.desc).get(name);
  const value: unknown = field && message.get(field);
  return typeof value === 'number' || typeof value === 'bigint' ? Number(value) : 0;
}
