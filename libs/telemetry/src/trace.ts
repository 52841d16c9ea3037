import {
  context,
  propagation,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  type Link,
  type Span,
} from '@opentelemetry/api';

/** The W3C traceparent of the span that is active now, to be kept in an outbox row; undefined outside any trace. */
export function currentTraceparent(): string | undefined {
  const carrier: Record<string, string> = {};
  propagation.inject(context.active(), carrier);
  return carrier['traceparent'];
}

/** Runs `work` in a span that continues `traceparent` (a fact's), so that one trace shows command and effect. */
export function inSpan<T>(
  name: string,
  options: {
    kind?: SpanKind;
    traceparent?: string | undefined;
    attributes?: Record<string, string | number>;
    /** Other traces that this work is the effect of; the first few are kept. */
    alsoFrom?: readonly (string | undefined)[];
  },
  work: (span: Span) => Promise<T>,
): Promise<T> {
  const parent = options.traceparent
    ? propagation.extract(context.active(), { traceparent: options.traceparent })
    : context.active();
  const tracer = trace.getTracer('gonglian');
  return tracer.startActiveSpan(
    name,
    {
      kind: options.kind ?? SpanKind.INTERNAL,
      attributes: options.attributes ?? {},
      links: linksTo(options.alsoFrom ?? []),
    },
    parent,
    async (span) => {
      try {
        return await work(span);
      } catch (error) {
        span.setStatus({ code: SpanStatusCode.ERROR });
        throw error;
      } finally {
        span.end();
      }
    },
  );
}

const maxLinks = 32;

function linksTo(traceparents: readonly (string | undefined)[]): Link[] {
  return [...new Set(traceparents)].slice(0, maxLinks).flatMap((traceparent) => {
    if (traceparent === undefined) return [];
    const there = trace.getSpanContext(propagation.extract(ROOT_CONTEXT, { traceparent }));
    return there ? [{ context: there }] : [];
  });
}
