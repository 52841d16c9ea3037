import { unavailable } from '@gonglian/kernel/refusal.ts';

/** Stands for a use case that is still to be written. */
export const notYet = {
  kind: 'query',
  permission: 'none',
  unions: () => [],
  wholeNode: false,
  accepts: () => undefined,
  parse: (request: unknown) => request,
  run: () => Promise.reject(unavailable('NOT_YET')),
} as never;
