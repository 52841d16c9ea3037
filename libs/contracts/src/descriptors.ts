// The contracts as data: what the generated code knows as types, read once from the committed
// descriptor image.

import { readFileSync } from 'node:fs';
import {
  createFileRegistry,
  fromBinary,
  getOption,
  hasOption,
  toBinary,
  type AnyDesc,
  type DescEnum,
  type DescExtension,
  type DescField,
  type DescFile,
  type DescMessage,
  type DescMethod,
  type FileRegistry,
} from '@bufbuild/protobuf';
import {
  FileDescriptorProtoSchema,
  FileDescriptorSetSchema,
  MethodOptions_IdempotencyLevel,
} from '@bufbuild/protobuf/wkt';

export interface HttpRule {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below /api/v1; parameters in braces name fields of the request. */
  readonly path: string;
  readonly params: readonly string[];
}

/** One rpc, with the way it is reached over HTTP (undefined: only over gRPC). */
export interface Operation {
  /** The short name of the service's package, for example organisation. */
  readonly service: string;
  /** The full name, for example gonglian.organisation.v1.OrganisationService. */
  readonly serviceName: string;
  readonly name: string;
  /** Lower camel case, as the generated code names it. */
  readonly localName: string;
  /** The path of the gRPC call. */
  readonly rpcPath: string;
  readonly http: HttpRule | undefined;
  /** It changes nothing, whatever its HTTP method. */
  readonly readsOnly: boolean;
  /** It answers a file piece by piece (FileChunk) instead of one message. */
  readonly streams: boolean;
  readonly request: DescMessage;
  readonly response: DescMessage;
  readonly comment: string;
}

export interface FactContract {
  /** For example union.established. */
  readonly name: string;
  /** The field that names the entity. */
  readonly subject: string;
  readonly service: string;
  readonly message: DescMessage;
  readonly comment: string;
}

export type FieldClass = 'public' | 'internal' | 'personal' | 'sensitive' | 'secret';

const OPTIONS = 'gonglian.options.v1';
const VERBS: readonly string[] = ['GET', 'POST', 'PUT', 'DELETE'] satisfies HttpRule['method'][];

/** Every file of the contracts and of what they import. */
export const registry: FileRegistry = createFileRegistry(
  fromBinary(FileDescriptorSetSchema, readFileSync(new URL('./image.binpb', import.meta.url))),
);
const comments = new Map<AnyDesc, string>();
for (const file of registry.files) readComments(file);

export const operations: readonly Operation[] = [...registry].flatMap((type) =>
  type.kind === 'service' ? type.methods.map(toOperation) : [],
);
export const facts: readonly FactContract[] = [...registry].flatMap((type) =>
  type.kind === 'message' ? toFact(type) : [],
);
/** The messages and enumerations of the services, without the options that describe them. */
export const types: readonly (DescMessage | DescEnum)[] = [...registry].filter(
  (type): type is DescMessage | DescEnum =>
    (type.kind === 'message' || type.kind === 'enum') && isOurs(type.file),
);

/** What the source says above a thing, on one line; empty where it says nothing. */
export function commentOf(desc: AnyDesc): string {
  return comments.get(desc) ?? '';
}

/** How carefully a field is handled; undefined where the contract does not say. */
export function fieldClass(field: DescField): FieldClass | undefined {
  const extension = optionNamed('class');
  const value = hasOption(field, extension) ? getOption(field, extension) : 0;
  return typeof value === 'number' ? CLASSES[value] : undefined;
}

/**
 * Each file encoded as a FileDescriptorProto without its source positions: what gRPC reflection
 * hands out.
 */
export function encodedFiles(): Uint8Array[] {
  return [...registry.files].map(({ proto: { sourceCodeInfo: _positions, ...file } }) =>
    toBinary(FileDescriptorProtoSchema, file),
  );
}

/** organisation, from a file of package gonglian.organisation.v1. */
export function serviceOf(file: DescFile): string {
  return file.proto.package.split('.')[1] ?? '';
}

const CLASSES: readonly (FieldClass | undefined)[] = [
  undefined,
  'public',
  'internal',
  'personal',
  'sensitive',
  'secret',
];

function isOurs(file: DescFile): boolean {
  return file.proto.package.startsWith('gonglian.') && file.proto.package !== OPTIONS;
}

function optionNamed(name: string): DescExtension {
  const extension = registry.getExtension(`${OPTIONS}.${name}`);
  if (!extension) throw new Error(`the descriptor image does not define ${OPTIONS}.${name}`);
  return extension;
}

/** The texts of an option that is a message of texts only, such as http and fact. */
function readOption(desc: DescMethod | DescMessage, name: string): Record<string, string> {
  const extension = optionNamed(name);
  if (!hasOption(desc, extension)) return {};
  const option: unknown = getOption(desc, extension);
  const texts: Record<string, string> = {};
  for (const [key, value] of Object.entries(option ?? {})) {
    if (typeof value === 'string') texts[key] = value;
  }
  return texts;
}

function toOperation(method: DescMethod): Operation {
  const serviceName = method.parent.typeName;
  const http = toHttpRule(method);
  const noEffects = method.idempotency === MethodOptions_IdempotencyLevel.NO_SIDE_EFFECTS;
  return {
    service: serviceOf(method.parent.file),
    serviceName,
    name: method.name,
    localName: method.localName,
    rpcPath: `/${serviceName}/${method.name}`,
    http,
    readsOnly: http?.method === 'GET' || noEffects,
    streams: method.methodKind === 'server_streaming',
    request: method.input,
    response: method.output,
    comment: commentOf(method),
  };
}

function toHttpRule(rpc: DescMethod): HttpRule | undefined {
  const { method = '', path = '' } = readOption(rpc, 'http');
  if (method === '' && path === '') return undefined;
  if (!isVerb(method) || !path.startsWith('/')) {
    throw new Error(`${rpc.toString()}: http option is ${method} ${path}`);
  }
  const params = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  for (const name of params) {
    const field = rpc.input.fields.find((candidate) => candidate.name === name);
    if (field?.fieldKind !== 'scalar') {
      throw new Error(`${rpc.toString()}: {${name}} is no scalar field of ${rpc.input.typeName}`);
    }
  }
  return { method, path, params };
}

function isVerb(text: string): text is HttpRule['method'] {
  return VERBS.includes(text);
}

function toFact(message: DescMessage): FactContract[] {
  const { name, subject } = readOption(message, 'fact');
  if (name === undefined || subject === undefined) return [];
  return [
    { name, subject, service: serviceOf(message.file), message, comment: commentOf(message) },
  ];
}

/**
 * Source positions name things by their index in the raw descriptor (descriptor.proto,
 * SourceCodeInfo).
 */
function readComments(file: DescFile): void {
  const byPath = new Map(
    file.proto.sourceCodeInfo?.location.map((at) => [
      at.path.join('.'),
      (at.leadingComments || at.trailingComments).replaceAll(/\s+/g, ' ').trim(),
    ]),
  );
  const note = (desc: AnyDesc, path: string): void => {
    const text = byPath.get(path);
    if (text) comments.set(desc, text);
  };
  const noteEnum = (desc: DescEnum, path: string): void => {
    note(desc, path);
    for (const [index, value] of desc.values.entries()) note(value, `${path}.2.${index}`);
  };
  const noteMessage = (desc: DescMessage, path: string): void => {
    note(desc, path);
    const { field, nestedType, enumType } = desc.proto;
    for (const each of desc.fields) note(each, `${path}.2.${field.indexOf(each.proto)}`);
    for (const nested of desc.nestedMessages) {
      noteMessage(nested, `${path}.3.${nestedType.indexOf(nested.proto)}`);
    }
    for (const nested of desc.nestedEnums) {
      noteEnum(nested, `${path}.4.${enumType.indexOf(nested.proto)}`);
    }
  };
  for (const [index, message] of file.messages.entries()) noteMessage(message, `4.${index}`);
  for (const [index, each] of file.enums.entries()) noteEnum(each, `5.${index}`);
  for (const [index, service] of file.services.entries()) {
    note(service, `6.${index}`);
    for (const [at, method] of service.methods.entries()) note(method, `6.${index}.2.${at}`);
  }
}
