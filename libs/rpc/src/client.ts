import {
  Client,
  connectivityState,
  credentials as channelCredentials,
  Metadata,
  type ChannelCredentials,
} from '@grpc/grpc-js';
import { unavailable } from '@gonglian/kernel/refusal.ts';
import {
  KEYS,
  MESSAGE_BYTES_MAX,
  type RequestOf,
  type ResponseOf,
  type ServiceDefinition,
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
  ) => Promise<ResponseOf<Definition[Name]>>;
} & { close(): void };

/** One connection to one server, opened by the first call. */
export interface RpcChannel {
  readonly address: string;
  readonly client: Client;
  close(): void;
}

interface UnaryMethod<Request, Response> {
  readonly path: string;
  readonly requestSerialize: (request: Request) => Buffer;
  readonly responseDeserialize: (bytes: Buffer) => Response;
}

// A call is never sent twice, because it may have been carried out. What is tried again is the
// connection, before the call is sent: for this long, with grpc-js's back-off between the two
// bounds below.
const CONNECT_MS = 1_500;
const RECONNECT_MS_MIN = 100;
const RECONNECT_MS_MAX = 1_000;
const KEEPALIVE_MS = 20_000;
const KEEPALIVE_ANSWER_MS = 5_000;

/** Typed promise methods of a generated definition, over a connection of their own. */
export function rpcClient<Definition extends ServiceDefinition>(
  definition: Definition,
  address: string,
  options: ClientOptions,
): RpcClient<Definition> {
  const channel = rpcChannel(address, options.credentials);
  const methods = Object.entries(definition).map(([name, method]) => [
    name,
    (request: unknown, call: CallOptions = {}) =>
      unary(channel, method, request, {
        ...call,
        deadlineMs: call.deadlineMs ?? options.deadlineMs,
      }),
  ]);
  return { ...Object.fromEntries(methods), close: channel.close } as RpcClient<Definition>;
}

export function rpcChannel(address: string, credentials?: ChannelCredentials): RpcChannel {
  const client = new Client(address, credentials ?? channelCredentials.createInsecure(), {
    'grpc.max_receive_message_length': MESSAGE_BYTES_MAX,
    'grpc.max_send_message_length': MESSAGE_BYTES_MAX,
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
  const method = {
    path,
    requestSerialize: (request: Uint8Array) => Buffer.from(request),
    responseDeserialize: (response: Buffer) => response,
  };
  return unary(channel, method, bytes, options);
}

/** Any unary call: connected, with a deadline, its failure turned back into the refusal it was. */
export async function unary<Request, Response>(
  channel: RpcChannel,
  method: UnaryMethod<Request, Response>,
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
