// Query keys and options, so that two screens asking the same thing share one answer.
import {
  infiniteQueryOptions,
  keepPreviousData,
  QueryClient,
  queryOptions,
} from '@tanstack/react-query';
import { api, Problem } from './api.ts';
import type { CellQuery, MembersQuery, RollupQuery, UnionsQuery } from './api.ts';
import type { Session } from './shapes.ts';

const minutesMs = 60_000;

export function createQueryClient(): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: minutesMs / 2,
        // A refusal does not change by asking again; a network may.
        retry: (failures, problem) =>
          failures < 2 &&
          problem instanceof Problem &&
          [0, 429, 502, 503, 504].includes(problem.status),
      },
    },
  });
  client.getQueryCache().subscribe(({ query, type }) => {
    if (type !== 'updated' || query.queryHash === hashOfSession) return;
    const { error } = query.state;
    if (error instanceof Problem && error.status === 401) endSession(client);
  });
  return client;
}

/** Forget everything the last user could see. */
export function endSession(client: QueryClient): void {
  client.removeQueries({ predicate: (query) => query.queryHash !== hashOfSession });
  client.setQueryData<Session | null>(queries.session().queryKey, null);
}

const hashOfSession = JSON.stringify(['session']);

export const queries = {
  session: () =>
    queryOptions({ queryKey: ['session'], queryFn: api.session, staleTime: 5 * minutesMs }),
  node: () => queryOptions({ queryKey: ['node'], queryFn: api.node, staleTime: Infinity }),
  indicators: () =>
    queryOptions({
      queryKey: ['indicators'],
      queryFn: async () => (await api.indicators()).items,
      staleTime: Infinity,
    }),

  rollup: (of: RollupQuery) =>
    queryOptions({
      queryKey: ['live', 'rollup', of],
      queryFn: ({ signal }) => api.rollup(of, signal),
      placeholderData: keepPreviousData,
    }),
  series: (of: Omit<CellQuery, 'period'> & { from: string; to: string }) =>
    queryOptions({
      queryKey: ['live', 'series', of],
      queryFn: async () => (await api.series(of)).points,
      placeholderData: keepPreviousData,
    }),
  contributors: (of: CellQuery) =>
    infiniteQueryOptions({
      queryKey: ['live', 'contributors', of],
      queryFn: ({ pageParam }) => api.contributors(of, pageParam),
      initialPageParam: '',
      getNextPageParam: (page) => page.nextCursor || undefined,
    }),

  unions: (of: UnionsQuery) =>
    infiniteQueryOptions({
      queryKey: ['live', 'unions', of],
      queryFn: ({ pageParam }) => api.unions({ ...of, cursor: pageParam }),
      initialPageParam: '',
      getNextPageParam: (page) => page.nextCursor || undefined,
    }),
  union: (id: string, asOf: string) =>
    queryOptions({ queryKey: ['live', 'union', id, asOf], queryFn: () => api.union(id, asOf) }),
  unionHistory: (id: string) =>
    queryOptions({
      queryKey: ['live', 'union-history', id],
      queryFn: async () => (await api.unionHistory(id)).items,
    }),
  due: (dueState: string, asOf: string) =>
    infiniteQueryOptions({
      queryKey: ['live', 'due', dueState, asOf],
      queryFn: ({ pageParam }) => api.due(dueState, asOf, pageParam),
      initialPageParam: '',
      getNextPageParam: (page) => page.nextCursor || undefined,
      placeholderData: keepPreviousData,
    }),

  members: (of: MembersQuery) =>
    queryOptions({
      queryKey: ['live', 'members', of],
      queryFn: () => api.members(of),
      placeholderData: keepPreviousData,
    }),
  member: (id: string) =>
    queryOptions({ queryKey: ['live', 'member', id], queryFn: () => api.member(id) }),

  links: () =>
    queryOptions({ queryKey: ['live', 'links'], queryFn: api.links, refetchInterval: 15_000 }),
};
