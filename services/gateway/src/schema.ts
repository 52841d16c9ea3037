// JSON Schema (2020-12, as OpenAPI 3.1 wants it) of the proto JSON form of a message.

import { ScalarType, type DescEnum, type DescField, type DescMessage } from '@bufbuild/protobuf';
import { commentOf, fieldClass } from '@gonglian/contracts/descriptors.ts';

export type Schema = { readonly [key: string]: unknown };

const INT32: Schema = {
  type: 'integer',
  format: 'int32',
  minimum: -(2 ** 31),
  maximum: 2 ** 31 - 1,
};
const UINT32: Schema = { type: 'integer', format: 'int64', minimum: 0, maximum: 2 ** 32 - 1 };
// Too long for a JSON number, so proto JSON writes them as text.
const INT64: Schema = { type: 'string', format: 'int64', pattern: '^-?[0-9]{1,19}$' };
const UINT64: Schema = { type: 'string', format: 'uint64', pattern: '^[0-9]{1,20}$' };

const SCALARS: Record<ScalarType, Schema> = {
  [ScalarType.DOUBLE]: { type: 'number', format: 'double' },
  [ScalarType.FLOAT]: { type: 'number', format: 'float' },
  [ScalarType.INT32]: INT32,
  [ScalarType.SINT32]: INT32,
  [ScalarType.SFIXED32]: INT32,
  [ScalarType.UINT32]: UINT32,
  [ScalarType.FIXED32]: UINT32,
  [ScalarType.INT64]: INT64,
  [ScalarType.SINT64]: INT64,
  [ScalarType.SFIXED64]: INT64,
  [ScalarType.UINT64]: UINT64,
  [ScalarType.FIXED64]: UINT64,
  [ScalarType.BOOL]: { type: 'boolean' },
  [ScalarType.STRING]: { type: 'string' },
  [ScalarType.BYTES]: { type: 'string', contentEncoding: 'base64' },
};

/** organisation.v1.Union, from gonglian.organisation.v1.Union. */
export function schemaName(type: DescMessage | DescEnum): string {
  return type.typeName.replace(/^gonglian\./, '');
}

export function refTo(type: DescMessage | DescEnum): Schema {
  return { $ref: `#/components/schemas/${schemaName(type)}` };
}

export function schemaOf(type: DescMessage | DescEnum): Schema {
  return type.kind === 'enum' ? enumSchema(type) : messageSchema(type);
}

/** A message, without the fields that come another way. */
export function messageSchema(desc: DescMessage, without: readonly string[] = []): Schema {
  const fields = desc.fields.filter(({ name }) => !without.includes(name));
  const properties = Object.fromEntries(
    fields.map((field) => [field.jsonName, fieldSchema(field)]),
  );
  return { type: 'object', ...described(commentOf(desc)), properties };
}

export function fieldSchema(field: DescField): Schema {
  const handling = fieldClass(field);
  return {
    ...shapeOf(field),
    ...described(commentOf(field)),
    ...(handling ? { 'x-field-class': handling } : {}),
  };
}

export function described(text: string): Schema {
  return text === '' ? {} : { description: text };
}

function shapeOf(field: DescField): Schema {
  switch (field.fieldKind) {
    case 'scalar':
      return SCALARS[field.scalar];
    case 'list':
      return { type: 'array', items: valueOf(field) };
    case 'map':
      return { type: 'object', additionalProperties: valueOf(field) };
    case 'message':
    case 'enum':
      return valueOf(field);
  }
}

function valueOf({ message, enum: enumeration, scalar }: DescField): Schema {
  if (message) return refTo(message);
  if (enumeration) return refTo(enumeration);
  return scalar === undefined ? {} : SCALARS[scalar];
}

function enumSchema(desc: DescEnum): Schema {
  const values = desc.values.map(({ name }) => name);
  return { type: 'string', ...described(commentOf(desc)), enum: values };
}
