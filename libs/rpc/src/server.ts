import type { EventEmitter } from 'node:events';
import {
  Server,
  ServerCredentials,
  type sendUnaryData,
  type ServerUnaryCall,
  type ServerWritableStream,
  type StatusObject,
  type UntypedServiceImplementation,
} from '@grpc/grpc-js';
import { HealthImplementation } from 'grpc-health-check';
import { isRefusal, unauthenticated } from '@gonglian/kernel/refusal.ts';
import { verifyActor, type Actor } from './actor.ts';
import {
  KEYS,
  MESSAGE_BYTES_MAX,
  serviceNameOf,
  textOf,
  type RequestOf,
  type ResponseOf,
  type ServiceDefinition,
  type Streams,
} from './definition.ts';
import { sendParts } from './parts.ts';
import { addReflection } from './reflection.ts';
import { toStatus } from './status.ts';
import { serverTrace, traceIdNow } from './trace.ts';

/** What a handler is told beside the request. */
export interface CallContext {
  readonly actor: Actor;
  /** The caller's own token, to be passed on to other services. */
  readonly token: string;
  readonly idempotencyKey: string | undefined;
  /** Aborted when the caller gives up or the deadline passes. */
  readonly signal: AbortSignal;
  readonly deadline: Date | undefined;
}

export type Handler<Request, Response> = (request: Request, call: CallContext) => Promise<Response>;

/**
 * Answers one message after the other. It is asked for the next only when the caller has room for
 * it, and is returned from early (`finally`) when the caller has gone. While it waits for something
 * long it has to heed `call.signal` itself.
 */
export type StreamHandler<Request, Response> = (
  request: Request,
  call: CallContext,
) => AsyncIterable<Response>;

/** The handler that a method of a generated definition asks for. */
export type HandlerOf<Method> =
  Streams<Method> extends true
    ? StreamHandler<RequestOf<Method>, ResponseOf<Method>>
    : Handler<RequestOf<Method>, ResponseOf<Method>>;

type AnyHandler = Handler<never, unknown> | StreamHandler<never, unknown>;

export interface RpcService {
  readonly definition: ServiceDefinition;
  /** By the method's name in the definition; every method has one. */
  readonly handlers: Readonly<Record<string, AnyHandler>>;
}

/**
 * Binds a generated definition to handlers of exactly its types, so that a forgotten rpc does not
 * compile.
 */
export function rpcService<Definition extends ServiceDefinition>(
  definition: Definition,
  handlers: { readonly [Name in keyof Definition]: HandlerOf<Definition[Name]> },
): RpcService {
  return { definition, handlers };
}

export interface RpcOptions {
  /** host:port; port 0 takes a free one. */
  readonly address: string;
  readonly secret: Buffer;
  readonly services: readonly RpcService[];
  readonly reflection: boolean;
  /** Where a failure that is no refusal is written; the caller only gets its trace id. */
  readonly log?: { error(fields: object, message: string): void };
  readonly credentials?: ServerCredentials;
}

export interface RunningRpc {
  readonly address: string;
  /** Says NOT_SERVING, lets running calls end for at most `drainMs`, then cuts them. */
  stop(drainMs?: number): Promise<void>;
}

const DRAIN_MS = 10_000;
const CONCURRENT_CALLS_MAX = 1_000;

/** Serves the given services, with gRPC health and, when asked, reflection. */
export async function startRpc(options: RpcOptions): Promise<RunningRpc> {
  const server = new Server({
    'grpc.max_receive_message_length': MESSAGE_BYTES_MAX,
    'grpc.max_send_message_length': MESSAGE_BYTES_MAX,
    'grpc.max_concurrent_streams': CONCURRENT_CALLS_MAX,
    interceptors: [serverTrace],
  });
  const names = options.services.map(({ definition }) => serviceNameOf(definition));
  const health = new HealthImplementation();
  const report = (state: 'SERVING' | 'NOT_SERVING'): void => {
    for (const name of ['', ...names]) health.setStatus(name, state);
  };
  for (const service of options.services) {
    server.addService(service.definition, implementation(service, options));
  }
  health.addToServer(server);
  if (options.reflection) await addReflection(server, names);
  const address = await bind(server, options);
  report('SERVING');
  return {
    address,
    stop(drainMs = DRAIN_MS) {
      report('NOT_SERVING');
      return drain(server, drainMs);
    },
  };
}

function implementation(service: RpcService, options: RpcOptions): UntypedServiceImplementation {
  const { definition, handlers } = service;
  const stray = [
    ...Object.keys(definition).filter((name) => !handlers[name]),
    ...Object.keys(handlers).filter((name) => !definition[name]),
  ];
  if (stray.length > 0) {
    const name = serviceNameOf(definition);
    throw new Error(`rpc: ${name}: methods and handlers differ in ${stray.join(', ')}`);
  }
  return Object.fromEntries(
    Object.entries(handlers).map(([name, handler]) => [
      name,
      definition[name]?.responseStream ? streaming(handler, options) : unary(handler, options),
    ]),
  );
}

type Call = ServerUnaryCall<unknown, unknown> | ServerWritableStream<unknown, unknown>;

function unary(handler: AnyHandler, options: RpcOptions) {
  const answer = async (call: Call): Promise<unknown> =>
    handler(call.request as never, await callContext(options.secret, call));
  return (call: ServerUnaryCall<unknown, unknown>, callback: sendUnaryData<unknown>): void => {
    answer(call).then(
      (response) => callback(null, response),
      (error: unknown) => callback(failed(error, call, options)),
    );
  };
}

function streaming(handler: AnyHandler, options: RpcOptions) {
  const answer = async (call: ServerWritableStream<unknown, unknown>): Promise<void> => {
    const context = await callContext(options.secret, call);
    // Awaited, because a refusal may come as a promise before there is anything to iterate.
    const parts = (await handler(call.request as never, context)) as AsyncIterable<unknown>;
    await sendParts(parts, call, context.signal);
  };
  return (call: ServerWritableStream<unknown, unknown>): void => {
    answer(call).catch((error: unknown) => {
      // What was written before is still sent; this becomes the status after it.
      call.emit('error', Object.assign(new Error('refused'), failed(error, call, options)));
    });
  };
}

/** What a caller is told; a failure that is no refusal is also written down here. */
function failed(error: unknown, call: Call, { log }: RpcOptions): StatusObject {
  const traceId = traceIdNow();
  if (!isRefusal(error)) {
    log?.error({ err: error, method: call.getPath(), traceId }, 'a call failed');
  }
  return toStatus(error, traceId);
}

async function callContext(secret: Buffer, call: Call): Promise<CallContext> {
  const abort = new AbortController();
  if (call.cancelled) abort.abort();
  const events: EventEmitter = call;
  events.once('cancelled', () => abort.abort());
  const [scheme, token] = textOf(call.metadata, KEYS.authorization)?.split(' ') ?? [];
  if (scheme?.toLowerCase() !== 'bearer' || !token) throw unauthenticated('TOKEN_MISSING');
  const deadline = Number(call.getDeadline());
  return {
    actor: await verifyActor(secret, token),
    token,
    idempotencyKey: textOf(call.metadata, KEYS.idempotencyKey),
    signal: abort.signal,
    deadline: Number.isFinite(deadline) ? new Date(deadline) : undefined,
  };
}

function bind(server: Server, options: RpcOptions): Promise<string> {
  const { address, credentials = ServerCredentials.createInsecure() } = options;
  return new Promise((resolve, reject) => {
    server.bindAsync(address, credentials, (error, port) => {
      if (error) {
        const why = 'is the port taken, or the address not of this machine?';
        reject(new Error(`rpc: cannot listen on ${address}: ${why}`, { cause: error }));
      } else {
        resolve(`${address.slice(0, address.lastIndexOf(':'))}:${port}`);
      }
    });
  });
}

function drain(server: Server, drainMs: number): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.forceShutdown(), drainMs);
    server.tryShutdown(() => {
      clearTimeout(cut);
      resolve();
    });
  });
}
