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
import { invalid, unavailable } from '@gonglian/kernel/refusal.ts';
import { rawUnary, type RpcChannel } from '@gonglian/rpc/client.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { textOf } from './body.ts';
import type { Limits } from './config.ts';
import { fieldsByName } from './fault.ts';
import { toRequest, type HttpInput } from './request.ts';
import { callerOf } from './session.ts';
import { tracingOf } from './tracing.ts';

export type Channels = ReadonlyMap<string, RpcChannel>;

// A caller that may ask a service to wait asks for long work.
const PATIENCE = 4;
const KEY_FORM = /^[ -~]{1,200}$/;

/** One route an rpc that has an http rule. */
export function mountOperations(api: FastifyInstance, channels: Channels, limits: Limits): void {
  for (const operation of operations) {
    if (!operation.http) continue;
    api.route({
      method: operation.http.method,
      url: operation.http.path.replaceAll(/\{(\w+)\}/g, ':$1'),
      handler: (request, reply) => answer(operation, channels, limits, request, reply),
    });
  }
}

async function answer(
  operation: Operation,
  channels: Channels,
  limits: Limits,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { token } = callerOf(request);
  const idempotencyKey = readIdempotencyKey(operation, request.headers['idempotency-key']);
  const { bytes, waitSeconds } = toRequest(operation, inputOf(request));
  const channel = channels.get(operation.service);
  if (!channel) throw unavailable('SERVICE_NOT_HERE', { service: operation.service });
  const patient = fieldsByName(operation.request).has('wait_seconds');
  const response = await context.with(tracingOf(request).context, () =>
    rawUnary(channel, operation.rpcPath, bytes, {
      token,
      idempotencyKey,
      deadlineMs: limits.deadlineMs * (patient ? PATIENCE : 1) + waitSeconds * 1000,
      // A command is let finish: its caller will ask again with the same key.
      signal: operation.readsOnly ? whenGone(reply) : undefined,
    }),
  );
  return sendMessage(reply, operation.response, response);
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
