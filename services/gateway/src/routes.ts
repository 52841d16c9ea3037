import {
  fromBinary,
  ScalarType,
  toJson,
  type DescMessage,
  type JsonValue,
} from '@bufbuild/protobuf';
import { reflect } from '@bufbuild/protobuf/reflect';
import { context } from '@opentelemetry/api';
import { operations, registry, type Operation } from '@gonglian/contracts/descriptors.ts';
import { invalid, isRefusal, late, unavailable } from '@gonglian/kernel/refusal.ts';
import { rawStream, rawUnary, type CallOptions, type RpcChannel } from '@gonglian/rpc/client.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { textOf } from './body.ts';
import type { GatewayLog, Limits } from './config.ts';
import { sendFile } from './download.ts';
import { fieldsByName } from './fault.ts';
import { deadlineOf } from './patience.ts';
import { toRequest, type HttpInput } from './request.ts';
import { callerOf } from './session.ts';
import type { TakePlace } from './stream-places.ts';
import { BOARDS, openBoards, type MayGoOn } from './boards.ts';
import { routeOf, tracingOf } from './tracing.ts';
import { openWatching, wantsEvents } from './watch.ts';

export type Channels = ReadonlyMap<string, RpcChannel>;

/** What streams ask of whoever opens them. */
export interface StreamRules {
  readonly takePlace: TakePlace;
  readonly mayGoOn: MayGoOn;
}

// A caller that may ask a service to wait asks for long work.
const PATIENCE = 4;
const DOWNLOAD_MS = 10 * 60_000;
const KEY_FORM = /^[ -~]{1,200}$/;

/** One route an rpc that has an http rule. */
export function mountOperations(
  api: FastifyInstance,
  channels: Channels,
  limits: Limits,
  { takePlace, mayGoOn }: StreamRules,
  log: GatewayLog,
): void {
  const watch = openWatching(api, limits, takePlace);
  const board = openBoards(api, limits, takePlace, mayGoOn);
  for (const operation of operations) {
    if (!operation.http) continue;
    const { method, path } = operation.http;
    const url = path.replaceAll(/\{(\w+)\}/g, ':$1');
    const call = (request: FastifyRequest, reply: FastifyReply): Call =>
      callOf(operation, channels, limits, request, reply);
    if (operation.streams) {
      // Nobody reads a download to learn its headers; it would be made and logged for nothing.
      const whole = { exposeHeadRoute: false, compress: false as const };
      const handler = (request: FastifyRequest, reply: FastifyReply) => {
        takePlace(request, reply);
        return answerFile(call(request, reply), request, reply, log);
      };
      api.route({ method, url, ...whole, handler });
    } else {
      const follow = BOARDS.has(operation.name) ? board : watch;
      const handler = (request: FastifyRequest, reply: FastifyReply) =>
        wantsEvents(request)
          ? follow(request, reply)
          : answerMessage(call(request, reply), operation.response, request, reply);
      api.route({ method, url, handler });
    }
  }
}

/** What is asked behind, once the request has been found to be one. */
interface Call {
  readonly channel: RpcChannel;
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly options: CallOptions & { readonly deadlineMs: number };
}

function callOf(
  operation: Operation,
  channels: Channels,
  limits: Limits,
  request: FastifyRequest,
  reply: FastifyReply,
): Call {
  const { token } = callerOf(request);
  const idempotencyKey = readIdempotencyKey(operation, request.headers['idempotency-key']);
  const { bytes, waitSeconds } = toRequest(operation, inputOf(request));
  const patient = fieldsByName(operation.request).has('wait_seconds');
  const ownMs = limits.deadlineMs * (patient ? PATIENCE : 1) + waitSeconds * 1000;
  const deadlineMs = deadlineOf(request.headers['request-timeout'], ownMs);
  const channel = channels.get(operation.service);
  if (!channel) throw unavailable('SERVICE_NOT_HERE', { service: operation.service });
  // A command is let finish: its caller will ask again with the same key.
  const signal = operation.readsOnly ? whenGone(reply) : undefined;
  const options = { token, idempotencyKey, deadlineMs, signal };
  return { channel, path: operation.rpcPath, bytes, options };
}

async function answerMessage(
  { channel, path, bytes, options }: Call,
  desc: DescMessage,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const response = await context.with(tracingOf(request).context, () =>
    rawUnary(channel, path, bytes, options),
  );
  return sendMessage(reply, desc, response);
}

/** The deadline is for the beginning of a file; a slow reader has longer to take the rest. */
async function answerFile(
  { channel, path, bytes, options }: Call,
  request: FastifyRequest,
  reply: FastifyReply,
  log: GatewayLog,
): Promise<FastifyReply> {
  const tracing = tracingOf(request);
  const slow = new AbortController();
  const signal = AbortSignal.any([slow.signal, ...(options.signal ? [options.signal] : [])]);
  const wholeCall = { ...options, deadlineMs: Math.max(DOWNLOAD_MS, options.deadlineMs), signal };
  const pieces = rawStream(channel, path, bytes, wholeCall);
  const timer = setTimeout(() => slow.abort(), options.deadlineMs);
  const first = await context
    .with(tracing.context, () => pieces.next())
    .catch((error: unknown) => {
      throw slow.signal.aborted ? late('DEADLINE_EXCEEDED') : error;
    })
    .finally(() => clearTimeout(timer));
  return sendFile(reply, first, pieces, (error) => {
    tracing.code = isRefusal(error) ? error.code : 'INTERNAL';
    const fields = { err: error, path: routeOf(request), traceId: tracing.id };
    log.error({ ...fields, requestId: request.id }, 'a download broke off');
  });
}

function inputOf(request: FastifyRequest): HttpInput {
  return {
    params: request.params as HttpInput['params'],
    query: request.query as HttpInput['query'],
    body: textOf(request.body),
    ifMatch: request.headers['if-match'],
  };
}

function readIdempotencyKey(
  { readsOnly }: Operation,
  header: string | string[] | undefined,
): string | undefined {
  if (header === undefined) {
    if (readsOnly) return undefined;
    throw invalid('IDEMPOTENCY_KEY_MISSING');
  }
  if (typeof header !== 'string' || !KEY_FORM.test(header)) {
    throw invalid('IDEMPOTENCY_KEY_MALFORMED');
  }
  return header;
}

/** Aborts when the connection closes before the answer was written. */
function whenGone(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableEnded) gone.abort();
  });
  return gone.signal;
}

function sendMessage(reply: FastifyReply, desc: DescMessage, bytes: Uint8Array): FastifyReply {
  const message = reflect(desc, fromBinary(desc, bytes));
  const field = fieldsByName(desc).get('version');
  const numeric = field?.scalar === ScalarType.INT32 || field?.scalar === ScalarType.INT64;
  if (field && numeric && message.isSet(field)) {
    reply.header('etag', `"${String(message.get(field))}"`);
  }
  const json: JsonValue = toJson(desc, message.message, { alwaysEmitImplicit: true, registry });
  return reply.type('application/json; charset=utf-8').send(JSON.stringify(json));
}
