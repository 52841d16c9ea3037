import { invalid } from '@gonglian/kernel/refusal.ts';

const SECONDS = /^\d{1,6}(\.\d{1,3})?$/;

/**
 * How long a caller waits for the answer: the header Request-Timeout in seconds, but never longer
 * than the node itself would. What the caller will not hear is not worth working on behind.
 */
export function deadlineOf(header: string | string[] | undefined, ownMs: number): number {
  if (header === undefined) return ownMs;
  const askedMs =
    typeof header === 'string' && SECONDS.test(header) ? Math.round(Number(header) * 1000) : 0;
  if (askedMs === 0) throw invalid('REQUEST_TIMEOUT_MALFORMED', { header: 'Request-Timeout' });
  return Math.min(askedMs, ownMs);
}
