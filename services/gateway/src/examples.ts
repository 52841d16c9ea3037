// An example of every message, as proto JSON: from one table of values, so that a new operation has
// an example without anybody writing one.

import type { DescField, DescMessage, JsonObject, JsonValue } from '@bufbuild/protobuf';
import { ScalarType } from '@bufbuild/protobuf';
import { OF_MESSAGE } from './example-overrides.ts';
import { BY_NAME, PERSON_NAME, PERSONS } from './example-values.ts';

// No message holds itself today; one that does must not hold the server.
const DEPTH_MAX = 6;

/** A plausible message of this type, without the fields that come another way. */
export function exampleOf(
  desc: DescMessage,
  without: readonly string[] = [],
  depth = 0,
): JsonObject {
  const fields = desc.fields.filter(({ name }) => !without.includes(name));
  return Object.fromEntries(
    fields.map((field) => [field.jsonName, exampleValue(desc, field, depth)]),
  );
}

/** A plausible value of one field. */
export function exampleValue(desc: DescMessage, field: DescField, depth = 0): JsonValue {
  const known = knownValue(desc, field);
  switch (field.fieldKind) {
    case 'message':
      return depth < DEPTH_MAX ? exampleOf(field.message, [], depth + 1) : null;
    case 'list': {
      if (Array.isArray(known)) return known;
      const ofMessage = field.listKind === 'message' && depth < DEPTH_MAX;
      return ofMessage ? [exampleOf(field.message, [], depth + 1)] : [];
    }
    case 'map':
      return typeof known === 'object' && !Array.isArray(known) ? known : {};
    case 'enum':
      return field.enum.values.at(-1)?.name ?? null;
    case 'scalar':
      return fitting(field.scalar, known);
  }
}

/** Whether somebody has thought of a value for the field. */
export function knownValue(desc: DescMessage, field: DescField): JsonValue | undefined {
  const special = OF_MESSAGE[`${desc.name}.${field.name}`];
  if (special !== undefined) return special;
  if (field.name === 'name' && PERSONS.has(desc.name)) return PERSON_NAME;
  return Object.hasOwn(BY_NAME, field.name) ? BY_NAME[field.name] : undefined;
}

const TEXTS = new Set([ScalarType.STRING, ScalarType.BYTES]);
const LONG = new Set([
  ScalarType.INT64,
  ScalarType.UINT64,
  ScalarType.SINT64,
  ScalarType.FIXED64,
  ScalarType.SFIXED64,
]);

/** One name may be a count here and a code there; a value of the wrong kind gives way to a plain one. */
function fitting(scalar: ScalarType, known: JsonValue | undefined): JsonValue {
  if (TEXTS.has(scalar)) return typeof known === 'string' ? known : '';
  if (scalar === ScalarType.BOOL) return typeof known === 'boolean' && known;
  if (LONG.has(scalar)) return typeof known === 'string' && /^\d+$/.test(known) ? known : '0';
  return typeof known === 'number' ? known : 0;
}
