import { context, metrics, propagation, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
  type SpanProcessor,
} from '@opentelemetry/sdk-trace';

export interface TelemetryOptions {
  serviceName: string;
  node: string;
  /** Prometheus is served on this port; omitted: no metrics are served. */
  metricsPort?: number;
  /** OTLP over HTTP, for example http://collector:4318/v1/traces; omitted: spans are made but not sent. */
  otlpUrl?: string;
  /** Share of new traces that is kept, 0 to 1. */
  sampleRatio: number;
  /** For tests: where finished spans go besides. */
  spanProcessors?: SpanProcessor[];
}

/** Sets up tracing and metrics for the whole process, once. By hand: auto-instrumentation doubles start and memory. */
export async function startTelemetry(
  options: TelemetryOptions,
): Promise<{ stop(): Promise<void> }> {
  const resource = resourceFromAttributes({
    'service.name': options.serviceName,
    'gonglian.node': options.node,
  });
  const spanProcessors = [...(options.spanProcessors ?? [])];
  if (options.otlpUrl) {
    spanProcessors.push(
      new BatchSpanProcessor({ exporter: new OTLPTraceExporter({ url: options.otlpUrl }) }),
    );
  }
  const tracers = new TracerProvider({
    resource,
    spanProcessors,
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(options.sampleRatio) }),
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  trace.setGlobalTracerProvider(tracers);
  const meters = await startMetrics(options, resource);
  return {
    async stop() {
      await tracers.shutdown();
      await meters?.shutdown();
      // Whoever starts it again in this process would else be refused without a word.
      for (const api of [trace, metrics, propagation, context]) api.disable();
    },
  };
}

async function startMetrics(
  options: TelemetryOptions,
  resource: ReturnType<typeof resourceFromAttributes>,
): Promise<MeterProvider | undefined> {
  if (options.metricsPort === undefined) return undefined;
  const exporter = new PrometheusExporter({
    host: '127.0.0.1',
    port: options.metricsPort,
    preventServerStart: true,
  });
  await exporter.startServer();
  const meters = new MeterProvider({ resource, readers: [exporter] });
  metrics.setGlobalMeterProvider(meters);
  return meters;
}
