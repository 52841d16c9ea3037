// Spans of calls, by hand: built with grpc-js's builders only, because it takes a partial listener
// for a whole one.

import { randomBytes } from 'node:crypto';
import {
  InterceptingCall,
  ListenerBuilder,
  RequesterBuilder,
  ResponderBuilder,
  ServerInterceptingCall,
  ServerListenerBuilder,
  status,
  type Interceptor,
  type Metadata,
  type ServerInterceptor,
} from '@grpc/grpc-js';
import {
  context,
  isSpanContextValid,
  propagation,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  type Span,
} from '@opentelemetry/api';
import { textOf } from './definition.ts';

/** Asked for each time: one that is kept would stay with whoever traced first in this process. */
const tracer = () => trace.getTracer('gonglian.rpc');
const write = { set: (to: Metadata, key: string, value: string) => to.set(key, value) };
const read = {
  get: (from: Metadata, key: string) => textOf(from, key),
  keys: (from: Metadata) => Object.keys(from.getMap()),
};

/**
 * The id a user may quote: of the active trace, or, where nothing traces, one that only the log
 * line shares.
 */
export function traceIdNow(): string {
  const active = trace.getActiveSpan()?.spanContext();
  return active && isSpanContextValid(active) ? active.traceId : randomBytes(16).toString('hex');
}

export const clientTrace: Interceptor = (options, next) => {
  const { path } = options.method_definition;
  const span = tracer().startSpan(path.slice(1), { kind: SpanKind.CLIENT });
  const requester = new RequesterBuilder().withStart((metadata, _listener, go) => {
    propagation.inject(trace.setSpan(context.active(), span), metadata, write);
    const listener = new ListenerBuilder().withOnReceiveStatus((ended, then) => {
      end(span, ended.code);
      then(ended);
    });
    go(metadata, listener.build());
  });
  return new InterceptingCall(next(options), requester.build());
};

export const serverTrace: ServerInterceptor = (method, call) => {
  // Health probes and reflection would only fill the store with noise.
  if (method.path.startsWith('/grpc.')) return new ServerInterceptingCall(call);
  let active = ROOT_CONTEXT;
  let span: Span | undefined;
  const listener = new ServerListenerBuilder()
    .withOnReceiveMetadata((metadata, then) => {
      const parent = propagation.extract(ROOT_CONTEXT, metadata, read);
      span = tracer().startSpan(method.path.slice(1), { kind: SpanKind.SERVER }, parent);
      active = trace.setSpan(parent, span);
      then(metadata);
    })
    .withOnReceiveHalfClose((then) => context.with(active, then))
    .withOnCancel(() => end(span, status.CANCELLED))
    .build();
  const responder = new ResponderBuilder()
    .withStart((next) => next(listener))
    .withSendStatus((ended, then) => {
      end(span, ended.code);
      then(ended);
    })
    .build();
  return new ServerInterceptingCall(call, responder);
};

function end(span: Span | undefined, code: status): void {
  span?.setAttributes({ 'rpc.system': 'grpc', 'rpc.grpc.status_code': code });
  if (code === status.INTERNAL || code === status.UNKNOWN) {
    span?.setStatus({ code: SpanStatusCode.ERROR });
  }
  span?.end();
}
