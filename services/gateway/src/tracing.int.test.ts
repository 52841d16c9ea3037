import { trace, type SpanContext } from '@opentelemetry/api';
import { expect, test } from 'vitest';
import { notFound } from '@gonglian/kernel/refusal.ts';
import { startTelemetry } from '@gonglian/telemetry/telemetry.ts';
import { openWorld } from './world.fixture.ts';

interface Ended {
  name: string;
  parentSpanContext?: SpanContext;
  spanContext(): SpanContext;
}

test('one trace runs from the request through the call into the handler', async () => {
  const ended: Ended[] = [];
  const telemetry = await startTelemetry({
    serviceName: 'gateway',
    node: '320500',
    sampleRatio: 1,
    spanProcessors: [
      {
        onStart() {},
        onEnd: (span) => void ended.push(span),
        shutdown: async () => {},
        forceFlush: async () => {},
      },
    ],
  });
  let active: SpanContext | undefined;
  const world = await openWorld({
    sync: {
      getLinks: () => {
        active = trace.getActiveSpan()?.spanContext();
        return Promise.reject(notFound('NOTHING_HERE'));
      },
    },
  });
  const { token } = await world.logIn();
  ended.length = 0;
  const traceId = '0af7651916cd43dd8448eb211c80319c';
  const { json } = await world.ask('/api/v1/links', {
    headers: {
      authorization: `Bearer ${token}`,
      traceparent: `00-${traceId}-b7ad6b7169203331-01`,
    },
  });
  expect(json).toMatchObject({ code: 'NOTHING_HERE', traceId });
  const call = 'gonglian.sync.v1.SyncService/GetLinks';
  // Beside what is looked up about who asks.
  const spans = () => ended.filter(({ name }) => name === call || name === 'GET /api/v1/links');
  await expect.poll(() => spans().map(({ name }) => name)).toHaveLength(3);
  expect(spans().map(({ name }) => name)).toEqual([call, call, 'GET /api/v1/links']);
  const [server, client, request] = spans();
  expect(spans().every((span) => span.spanContext().traceId === traceId)).toBe(true);
  expect(active).toEqual(server?.spanContext());
  expect(server?.parentSpanContext?.spanId).toBe(client?.spanContext().spanId);
  expect(client?.parentSpanContext?.spanId).toBe(request?.spanContext().spanId);
  await world.stop();
  await telemetry.stop();
});
