import { isRefusal } from '@gonglian/kernel/refusal.ts';
import { metrics, type Counter, type Histogram, type MeterProvider } from '@opentelemetry/api';

/**
 * Asked for at use: unlike traces, metrics that are made before the process has its provider stay empty for ever, and
 * modules are read before anything is started.
 */
function instruments() {
  const provider = metrics.getMeterProvider();
  if (made?.provider === provider) return made;
  const meter = provider.getMeter('gonglian');
  made = {
    provider,
    duration: meter.createHistogram('gonglian_use_case_seconds', {
      description: 'Time of commands and queries, by outcome',
      unit: 's',
      advice: { explicitBucketBoundaries: bounds },
    }),
    applied: meter.createCounter('gonglian_facts_applied_total', {
      description: 'Facts applied by consumers',
    }),
  };
  return made;
}

/** Seconds: the promise to a clerk is 0.3, the deadline of a call is tens. */
const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 1, 2.5, 5, 10, 30];

let made: { provider: MeterProvider; duration: Histogram; applied: Counter } | undefined;

/** Times one use case; the outcome is ok, a refusal kind, or bug. */
export async function measure<T>(
  service: string,
  useCase: string,
  work: () => Promise<T>,
): Promise<T> {
  const startedAt = performance.now();
  let outcome = 'ok';
  try {
    return await work();
  } catch (error) {
    outcome = isRefusal(error) ? error.kind : 'bug';
    throw error;
  } finally {
    const seconds = (performance.now() - startedAt) / 1000;
    instruments().duration.record(seconds, { service, useCase, outcome });
  }
}

export function countApplied(service: string, from: string, count: number): void {
  instruments().applied.add(count, { service, from });
}

/** A gauge that is read at each scrape; to be called when the process has its telemetry. */
export function observe(
  name: string,
  description: string,
  read: () => { value: number; labels: Record<string, string> }[],
): void {
  const gauge = metrics.getMeter('gonglian').createObservableGauge(name, { description });
  gauge.addCallback((result) => {
    for (const { value, labels } of read()) result.observe(value, labels);
  });
}
