import { Socket } from 'node:net';
import { context, propagation, SpanKind, trace, type Context, type Span } from '@opentelemetry/api';
import { traceIdNow } from '@gonglian/rpc/trace.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GatewayLog } from './config.ts';

interface Tracing {
  readonly context: Context;
  readonly span: Span;
  /** What a problem shows and the log line repeats. */
  readonly id: string;
  /** The problem it was answered with. */
  code?: string;
  concluded?: boolean;
}

declare module 'fastify' {
  interface FastifyRequest {
    tracing: Tracing | undefined;
  }
}

/** Asked for each time: one that is kept would stay with whoever traced first in this process. */
const tracer = () => trace.getTracer('gonglian.gateway');

/**
 * One span and one log line a request. Both name the route, never the URL: a URL can hold an ID
 * number.
 */
export function traceRequests(app: FastifyInstance, log: GatewayLog): void {
  app.decorateRequest('tracing', undefined);
  app.addHook('onRequest', (request, reply, done) => {
    tracingOf(request);
    // Who left before the end, or was left, is told here; for all others the hook below comes first.
    reply.raw.once('close', () => conclude(request, reply, log));
    done();
  });
  app.addHook('onResponse', (request, reply, done) => {
    conclude(request, reply, log);
    done();
  });
}

/** Once for each request, however it ended. */
function conclude(request: FastifyRequest, reply: FastifyReply, log: GatewayLog): void {
  const tracing = tracingOf(request);
  if (tracing.concluded) return;
  tracing.concluded = true;
  const { span, id, code } = tracing;
  const { method } = request;
  const path = routeOf(request);
  const status = reply.statusCode;
  span.setAttributes({ 'http.route': path, 'http.response.status_code': status });
  span.end();
  // What the gateway asks itself while somebody watches is no request of anybody.
  if (!(request.raw.socket instanceof Socket)) return;
  const durationMs = Math.round(reply.elapsedTime);
  const cut = reply.raw.writableFinished ? {} : { brokenOff: true };
  const named = { traceId: id, requestId: request.id };
  log.info({ method, path, status, code, durationMs, ...named, ...cut }, 'answered');
}

/** The request's span, begun when first asked for: a URL that does not parse reaches no hook. */
export function tracingOf(request: FastifyRequest): Tracing {
  request.tracing ??= begin(request);
  return request.tracing;
}

/** What the log calls the request: the route's pattern. */
export function routeOf(request: FastifyRequest): string {
  return request.routeOptions?.url ?? 'none';
}

function begin(request: FastifyRequest): Tracing {
  const parent = propagation.extract(context.active(), request.headers);
  const name = `${request.method} ${routeOf(request)}`;
  const span = tracer().startSpan(name, { kind: SpanKind.SERVER }, parent);
  const active = trace.setSpan(parent, span);
  return { context: active, span, id: context.with(active, traceIdNow) };
}
