import { freePort } from '@gonglian/embedded/ports.ts';
import { startTelemetry } from '@gonglian/telemetry/telemetry.ts';
import { inSpan } from '@gonglian/telemetry/trace.ts';
import { counterParts, elsewhereParts } from '@gonglian/testing/counter.ts';
import { startTestService } from '@gonglian/testing/service.ts';
import { SpanKind, trace } from '@opentelemetry/api';
import { InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace';
import { afterAll, beforeAll, expect, test } from 'vitest';

type Service = Awaited<ReturnType<typeof startTestService<object, typeof counterParts.definition>>>;
const exporter = new InMemorySpanExporter();
const stops: (() => Promise<unknown>)[] = [];
let metricsPort: number;
let elsewhere: Service;
let counter: Service;

beforeAll(async () => {
  metricsPort = await freePort();
  const telemetry = await startTelemetry({
    serviceName: 'test',
    node: '320500',
    sampleRatio: 1,
    metricsPort,
    spanProcessors: [new SimpleSpanProcessor({ exporter })],
  });
  stops.push(() => telemetry.stop());
  elsewhere = await startTestService(elsewhereParts, {});
  stops.push(() => elsewhere.stop());
  counter = await startTestService(counterParts, {}, { node: elsewhere.node });
  stops.push(() => counter.stop());
});
afterAll(async () => {
  for (const stop of stops.toReversed()) await stop();
});

/** A command under a span of its caller's; answers its trace id. */
function addTraced(name: string): Promise<string> {
  return inSpan('a clerk', {}, async (span) => {
    await elsewhere.call('add', { name, amount: 1 });
    return span.spanContext().traceId;
  });
}

test('one trace leads from the caller through handler, outbox row and broker to the effect', async () => {
  const traceId = await addTraced('traced');
  await elsewhere.settled();
  await counter.settled();
  const [row] = await elsewhere.sql<{ traceparent: string }>`
    select traceparent from outbox where key = 'traced'`;
  expect(row?.traceparent).toContain(traceId);
  const [action] = await elsewhere.sql<{ trace: string }>`
    select trace_id as trace from action where trace_id = ${traceId}`;
  expect(action).toEqual({ trace: traceId });
  const spans = exporter
    .getFinishedSpans()
    .filter((span) => span.spanContext().traceId === traceId);
  const named = new Map(spans.map((span) => [`${SpanKind[span.kind]} ${span.name}`, span]));
  expect([...named.keys()]).toEqual(
    expect.arrayContaining([
      'CLIENT gonglian.testing.v1.TestingService/Add',
      'SERVER gonglian.testing.v1.TestingService/Add',
      'INTERNAL elsewhere.add',
      `CONSUMER counter applies gl_${elsewhere.node}_elsewhere`,
      'INTERNAL a clerk',
    ]),
  );
  // Each hangs on the one before: the effect on the command, not only in the same trace.
  const parent = (child: string) => named.get(child)?.parentSpanContext?.spanId;
  const own = (name: string) => named.get(name)?.spanContext().spanId;
  const consumed = `CONSUMER counter applies gl_${elsewhere.node}_elsewhere`;
  expect(parent(consumed)).toBe(own('INTERNAL elsewhere.add'));
  expect(parent('INTERNAL elsewhere.add')).toBe(
    own('SERVER gonglian.testing.v1.TestingService/Add'),
  );
});

test('a batch of many commands points to the trace of each', async () => {
  const traces = await Promise.all(['a', 'b', 'c', 'd'].map(addTraced));
  await elsewhere.settled();
  await counter.settled();
  const consumed = exporter.getFinishedSpans().filter((span) => span.kind === SpanKind.CONSUMER);
  const reached = consumed.flatMap((span) => [
    span.spanContext().traceId,
    ...span.links.map((link) => link.context.traceId),
  ]);
  expect(reached).toEqual(expect.arrayContaining(traces));
});

test('a refusal marks its span and is counted by its kind; personal values are in no span', async () => {
  exporter.reset();
  const call = elsewhere.call('add', { name: '欧阳明月', amount: -1 });
  await expect(call).rejects.toMatchObject({ code: 'AMOUNT_NEGATIVE' });
  const spans = exporter.getFinishedSpans();
  expect(spans.length).toBeGreaterThan(1);
  const texts = spans.map((span) =>
    JSON.stringify([span.name, span.attributes, span.events, span.status]),
  );
  expect(texts.join()).not.toContain('欧阳明月');
  expect(await scrape()).toMatch(
    /gonglian_use_case_seconds_count\{[^}]*service="elsewhere"[^}]*outcome="refused"[^}]*\} 1\b/,
  );
});

async function scrape(): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${metricsPort}/metrics`);
  expect(answer.status).toBe(200);
  return answer.text();
}

test('/metrics answers with commands by outcome, facts applied and the lag of each outbox', async () => {
  await elsewhere.call('add', { name: 'counted', amount: 1 });
  await elsewhere.settled();
  await counter.settled();
  const text = await scrape();
  const [commands, applied, unsent] = [
    /gonglian_use_case_seconds_count\{[^}]*service="elsewhere"[^}]*useCase="add"[^}]*outcome="ok"[^}]*\} (\d+)/,
    /gonglian_facts_applied_total\{[^}]*service="counter"[^}]*\} (\d+)/,
    /gonglian_outbox_unsent\{[^}]*service="elsewhere"[^}]*\} (\d+)/,
  ].map((pattern) => Number(pattern.exec(text)?.[1]));
  expect(commands).toBeGreaterThanOrEqual(6);
  expect(applied).toBe(commands);
  expect(unsent).toBe(0);
  expect(text).toMatch(/gonglian_problem\{[^}]*service="counter"[^}]*part="elsewhere"[^}]*\} 0\b/);
});

test('a trace that nobody keeps costs the fact its traceparent, and nothing else', async () => {
  expect(trace.getActiveSpan()).toBeUndefined();
  await elsewhere.call('add', { name: 'plain', amount: 1 });
  const [row] = await elsewhere.sql<{ traceparent: string | null }>`
    select traceparent from outbox where key = 'plain'`;
  expect(row?.traceparent).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
});
