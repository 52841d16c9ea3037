import {
  fromJson,
  ScalarType,
  type DescField,
  type DescMessage,
  type JsonObject,
  type JsonValue,
} from '@bufbuild/protobuf';
import { invalid, type Refusal } from '@gonglian/kernel/refusal.ts';
import { findRepeatedKey } from './json-keys.ts';

// A name that was sent is named back, but not at any length.
export const NAME_CHARS_MAX = 80;

const names = new WeakMap<DescMessage, ReadonlyMap<string, DescField>>();

/** Fields by both names that proto JSON takes: union_id and unionId. */
export function fieldsByName(desc: DescMessage): ReadonlyMap<string, DescField> {
  const known = names.get(desc);
  if (known) return known;
  const fields = new Map(
    desc.fields.flatMap((field) => [
      [field.name, field],
      [field.jsonName, field],
    ]),
  );
  names.set(desc, fields);
  return fields;
}

/**
 * Why a body is not a message of this type: the first fault, with its place. Only for a body that
 * was refused.
 */
export function findFault(desc: DescMessage, body: string): Refusal {
  let json: JsonValue;
  try {
    json = JSON.parse(body) as JsonValue;
  } catch (error) {
    return invalid('MALFORMED_JSON', {}, { cause: error });
  }
  const fault = inMessage(desc, json, '');
  if (fault) return fault;
  // Well-formed parts in a body that was refused: a key is given twice in the text.
  const repeated = findRepeatedKey(body)?.slice(0, NAME_CHARS_MAX);
  return repeated === undefined
    ? invalid('MALFORMED_JSON')
    : invalid('FIELD_REPEATED', { field: repeated });
}

function inMessage(desc: DescMessage, json: JsonValue, place: string): Refusal | undefined {
  if (!isObject(json)) return wrong(place, 'object');
  const seen = new Set<DescField>();
  for (const [key, value] of Object.entries(json)) {
    const name = key.slice(0, NAME_CHARS_MAX);
    const at = place === '' ? name : `${place}.${name}`;
    const field = fieldsByName(desc).get(key);
    if (!field) return invalid('UNKNOWN_FIELD', { field: at });
    if (seen.has(field)) return invalid('FIELD_REPEATED', { field: at });
    seen.add(field);
    const fault = value === null ? undefined : inField(desc, field, value, at);
    if (fault) return fault;
  }
  return undefined;
}

function inField(
  desc: DescMessage,
  field: DescField,
  json: JsonValue,
  at: string,
): Refusal | undefined {
  switch (field.fieldKind) {
    case 'message':
      return inMessage(field.message, json, at);
    case 'list':
      if (!Array.isArray(json)) return wrong(at, 'array');
      return firstOf(json.entries(), ([index, value]) =>
        inPart(desc, field, value, `${at}[${index}]`),
      );
    case 'map':
      if (!isObject(json)) return wrong(at, 'object');
      return firstOf(Object.entries(json), ([key, value]) =>
        inPart(desc, field, value, `${at}.${key.slice(0, NAME_CHARS_MAX)}`, key),
      );
    case 'scalar':
    case 'enum':
      return parses(desc, { [field.name]: json }) ? undefined : wrong(at, kindOf(field));
  }
}

function inPart(
  desc: DescMessage,
  field: DescField & { fieldKind: 'list' | 'map' },
  json: JsonValue,
  at: string,
  key?: string,
): Refusal | undefined {
  if (field.message) return inMessage(field.message, json, at);
  const alone = key === undefined ? [json] : { [key]: json };
  return parses(desc, { [field.name]: alone }) ? undefined : wrong(at, kindOf(field));
}

function firstOf<T>(
  parts: Iterable<T>,
  look: (part: T) => Refusal | undefined,
): Refusal | undefined {
  for (const part of parts) {
    const fault = look(part);
    if (fault) return fault;
  }
  return undefined;
}

function parses(desc: DescMessage, json: JsonObject): boolean {
  try {
    fromJson(desc, json);
    return true;
  } catch {
    return false;
  }
}

function wrong(field: string, expected: string): Refusal {
  return invalid('FIELD_INVALID', { field: field || 'body', expected });
}

function kindOf(field: DescField): string {
  if (field.enum) return field.enum.name;
  return field.scalar === undefined ? 'object' : ScalarType[field.scalar].toLowerCase();
}

function isObject(json: JsonValue): json is JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}
