import { isRefusal } from '@gonglian/kernel/refusal.ts';
import { metrics } from '@opentelemetry/api';

const meter = metrics.getMeter('gonglian');
const duration = meter.createHistogram('gonglian_use_case_seconds', {
  description: 'Time of commands and queries, by outcome',
  unit: 's',
});
const applied = meter.createCounter('gonglian_facts_applied_total', {
  description: 'Facts applied by consumers',
});

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
    duration.record((performance.now() - startedAt) / 1000, { service, useCase, outcome });
  }
}

export function countApplied(service: string, from: string, count: number): void {
  applied.add(count, { service, from });
}

/** Gauges that are read at each scrape. */
export function observe(
  name: string,
  description: string,
  read: () => { value: number; labels: Record<string, string> }[],
): void {
  meter.createObservableGauge(name, { description }).addCallback((result) => {
    for (const { value, labels } of read()) result.observe(value, labels);
  });
}
