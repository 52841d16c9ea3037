import type { Metadata, ServiceDefinition } from '@grpc/grpc-js';

export type { ServiceDefinition } from '@grpc/grpc-js';

/** The message types of one method of a generated definition. */
export type RequestOf<Method> = Method extends { requestDeserialize: (bytes: Buffer) => infer T }
  ? T
  : never;
export type ResponseOf<Method> = Method extends { responseDeserialize: (bytes: Buffer) => infer T }
  ? T
  : never;

/** Whether a method answers many messages, one after the other, instead of one. */
export type Streams<Method> = Method extends { responseStream: true } ? true : false;

/** The largest message either side takes; the gateway takes half of it. */
export const MESSAGE_BYTES_MAX = 8 * 1024 * 1024;

/** Metadata keys of ours; all values are ASCII. */
export const KEYS = {
  authorization: 'authorization',
  idempotencyKey: 'idempotency-key',
  code: 'gl-code',
  details: 'gl-details',
  traceId: 'gl-trace-id',
} as const;

/** gonglian.sync.v1.SyncService, from the paths of a generated definition. */
export function serviceNameOf(definition: ServiceDefinition): string {
  const [method] = Object.values(definition);
  const name = method?.path.split('/')[1];
  if (!name) throw new Error('rpc: a service definition without methods');
  return name;
}

/** The first value of a metadata key, as text. */
export function textOf(metadata: Metadata | undefined, key: string): string | undefined {
  const [value] = metadata?.get(key) ?? [];
  return value?.toString();
}
