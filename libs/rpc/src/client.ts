import {
  Client,
  connectivityState,
  credentials as channelCredentials,
  Metadata,
  type ChannelCredentials,
  type ServiceError,
} from '@grpc/grpc-js';
import { unavailable } from '@gonglian/kernel/refusal.ts';
import {
  KEYS,
  MESSAGE_BYTES_MAX,
  type RequestOf,
  type ResponseOf,
  type ServiceDefinition,
  type Streams,
} from './definition.ts';
import { fromStatus } from './status.ts';
import { clientTrace } from './trace.ts';

export interface ClientOptions {
  /** How long a call may take where it does not say itself. */
  readonly deadlineMs: number;
  /** Without it: plain text, for loopback. */
  readonly credentials?: ChannelCredentials;
}

/** What goes with a call. `token` is an actor's (actor.ts), sent as the bearer. */
export interface CallOptions {
  readonly token?: string | undefined;
  readonly idempotencyKey?: string | undefined;
  readonly metadata?: Readonly<Record<string, string>>;
  readonly deadlineMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

export type RpcClient<Definition> = {
  readonly [Name in keyof Definition]: (
    request: RequestOf<Definition[Name]>,
    options?: CallOptions,
  ) => Streams<Definition[Name]> extends true
    ? AsyncIterable<ResponseOf<Definition[Name]>>
    : Promise<ResponseOf<Definition[Name]>>;
} & { close(): void };

/** One connection to one server, opened by the first call. */
export interface RpcChannel {
  readonly address: string;
  readonly client: Client;
  close(): void;
}

interface Method<Request, Response> {
  readonly path: string;
  readonly requestSerialize: (request: Request) => Buffer;
  readonly responseDeserialize: (bytes: Buffer) => Response;
}

// A call is never sent twice, because it may have been carried out. What is tried again is the
// connection, before the call is sent: for this long, with grpc-js's back-off between the two
// bounds below.
const FLOW_WINDOW_BYTES = 1024 * 1024;
const CONNECT_MS = 1_500;
const RECONNECT_MS_MIN = 100;
const RECONNECT_MS_MAX = 1_000;
const KEEPALIVE_MS = 20_000;
const KEEPALIVE_ANSWER_MS = 5_000;

/**
 * Typed methods of a generated definition, over a connection of their own: a promise of the answer,
 * or the answers one by one.
 */
export function rpcClient<Definition extends ServiceDefinition>(
  definition: Definition,
  address: string,
  options: ClientOptions,
): RpcClient<Definition> {
  const channel = rpcChannel(address, options.credentials);
  const methods = Object.entries(definition).map(([name, method]) => [
    name,
    (request: unknown, given: CallOptions = {}) => {
      const call = { ...given, deadlineMs: given.deadlineMs ?? options.deadlineMs };
      const ask = method.responseStream ? serverStream : unary;
      return ask(channel, method, request, call);
    },
  ]);
  return { ...Object.fromEntries(methods), close: channel.close } as RpcClient<Definition>;
}

export function rpcChannel(address: string, credentials?: ChannelCredentials): RpcChannel {
  const client = new Client(address, credentials ?? channelCredentials.createInsecure(), {
    'grpc.max_receive_message_length': MESSAGE_BYTES_MAX,
    'grpc.max_send_message_length': MESSAGE_BYTES_MAX,
    // A file is not to wait for leave after each 64 kB.
    'grpc-node.flow_control_window': FLOW_WINDOW_BYTES,
    'grpc.initial_reconnect_backoff_ms': RECONNECT_MS_MIN,
    'grpc.max_reconnect_backoff_ms': RECONNECT_MS_MAX,
    // A host that vanished without a word is noticed by a ping, not by every call's deadline.
    'grpc.keepalive_time_ms': KEEPALIVE_MS,
    'grpc.keepalive_timeout_ms': KEEPALIVE_ANSWER_MS,
    // Else a TXT record of the name could bring a retry policy along.
    'grpc.service_config_disable_resolution': 1,
    interceptors: [clientTrace],
  });
  return { address, client, close: () => client.close() };
}

/**
 * A call whose messages are bytes already: for the gateway, which knows them by descriptor only.
 */
export function rawUnary(
  channel: RpcChannel,
  path: string,
  bytes: Uint8Array,
  options: CallOptions & { readonly deadlineMs: number },
): Promise<Uint8Array> {
  return unary(channel, rawMethod(path), bytes, options);
}

/** The same of a method that answers many messages. */
export function rawStream(
  channel: RpcChannel,
  path: string,
  bytes: Uint8Array,
  options: CallOptions & { readonly deadlineMs: number },
): AsyncGenerator<Uint8Array, void> {
  return serverStream(channel, rawMethod(path), bytes, options);
}

function rawMethod(path: string): Method<Uint8Array, Uint8Array> {
  return {
    path,
    requestSerialize: (request) => Buffer.from(request),
    responseDeserialize: (response) => response,
  };
}

/** Any unary call: connected, with a deadline, its failure turned back into the refusal it was. */
export async function unary<Request, Response>(
  channel: RpcChannel,
  method: Method<Request, Response>,
  request: Request,
  options: CallOptions & { readonly deadlineMs: number },
): Promise<Response> {
  const deadline = Date.now() + options.deadlineMs;
  await connected(channel, deadline);
  const { signal } = options;
  return new Promise<Response>((resolve, reject) => {
    const call = channel.client.makeUnaryRequest(
      method.path,
      method.requestSerialize,
      method.responseDeserialize,
      request,
      toMetadata(options),
      { deadline },
      (error, response) => {
        signal?.removeEventListener('abort', cancel);
        if (error) reject(fromStatus(error));
        else resolve(response as Response);
      },
    );
    const cancel = (): void => call.cancel();
    signal?.addEventListener('abort', cancel, { once: true });
    if (signal?.aborted) cancel();
  });
}

/**
 * Any call that answers many messages. They are taken as fast as the reader asks for them, and no
 * faster; a reader that leaves the loop ends the call.
 */
export async function* serverStream<Request, Response>(
  channel: RpcChannel,
  method: Method<Request, Response>,
  request: Request,
  options: CallOptions & { readonly deadlineMs: number },
): AsyncGenerator<Response, void> {
  const deadline = Date.now() + options.deadlineMs;
  await connected(channel, deadline);
  const call = channel.client.makeServerStreamRequest(
    method.path,
    method.requestSerialize,
    method.responseDeserialize,
    request,
    toMetadata(options),
    { deadline },
  );
  // The end of a cancelled call is told after nobody listens any more.
  call.on('error', () => {});
  const cancel = (): void => call.cancel();
  options.signal?.addEventListener('abort', cancel, { once: true });
  try {
    if (options.signal?.aborted) cancel();
    for await (const part of call) yield part as Response;
  } catch (error) {
    throw isServiceError(error) ? fromStatus(error) : error;
  } finally {
    options.signal?.removeEventListener('abort', cancel);
    cancel();
  }
}

function isServiceError(error: unknown): error is ServiceError {
  return error instanceof Error && 'code' in error && 'metadata' in error;
}

function connected({ address, client }: RpcChannel, deadline: number): Promise<void> {
  if (client.getChannel().getConnectivityState(false) === connectivityState.READY) {
    return Promise.resolve();
  }
  return new Promise((resolve, reject) => {
    client.waitForReady(Math.min(deadline, Date.now() + CONNECT_MS), (error) => {
      if (!error) resolve();
      else {
        const cause = new Error(`rpc: no connection to ${address}`, { cause: error });
        reject(unavailable('UNAVAILABLE', {}, { cause }));
      }
    });
  });
}

function toMetadata(options: CallOptions): Metadata {
  const metadata = new Metadata();
  for (const [key, value] of Object.entries(options.metadata ?? {})) metadata.set(key, value);
  if (options.token) metadata.set(KEYS.authorization, `Bearer ${options.token}`);
  if (options.idempotencyKey) metadata.set(KEYS.idempotencyKey, options.idempotencyKey);
  return metadata;
}
