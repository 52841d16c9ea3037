// How lists of records are asked for: page by page, until no next one is named.
import { infiniteQueryOptions } from '@tanstack/react-query';
import { pages } from '../queries.ts';

/** What every query of a record begins with. */
export const RECORDS = ['live', 'records'] as const;

export const pageRows = 50;

/** A member reports, an employer’s union answers, finance takes a payment: each in its own time. */
export const askAgainMs = 15_000;

export function recordPages<Page extends { nextCursor: string }>(
  key: readonly unknown[],
  get: (cursor: string) => Promise<Page>,
) {
  return infiniteQueryOptions({
    queryKey: [...RECORDS, ...key],
    queryFn: ({ pageParam }) => get(pageParam),
    ...pages,
    refetchInterval: askAgainMs,
  });
}
