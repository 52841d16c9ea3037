// Query keys and options, so that two screens asking the same thing share one answer.
import {
  infiniteQueryOptions,
  keepPreviousData,
  QueryClient,
  queryOptions,
  replaceEqualDeep,
} from '@tanstack/react-query';
import { answer, client } from './client.ts';
import { Problem } from './problem.ts';
import type { Rollup, Session } from './shapes.ts';

const minutesMs = 60_000;

export interface RollupQuery {
  unionId: string;
  period: string;
}

export interface CellQuery extends RollupQuery {
  indicator: string;
  dims: string;
}

type SeriesQuery = Omit<CellQuery, 'period'> & { from: string; to: string };

export interface UnionsQuery {
  parentId?: string;
  search?: string;
  asOf?: string;
  limit?: number;
}

export interface MembersQuery {
  unionId?: string;
  state?: string;
  memberNo?: string;
  cursor?: string;
}

export function createQueryClient(): QueryClient {
  const cache = new QueryClient({
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
  cache.getQueryCache().subscribe(({ query, type }) => {
    if (type !== 'updated' || query.queryHash === hashOfSession) return;
    const { error } = query.state;
    if (error instanceof Problem && error.status === 401) endSession(cache);
  });
  return cache;
}

/** Forget everything the last user could see. */
export function endSession(cache: QueryClient): void {
  cache.removeQueries({ predicate: (query) => query.queryHash !== hashOfSession });
  cache.setQueryData<Session | null>(queries.session().queryKey, null);
}

/** Begins anew in a duty: what another one could see is not shown in this. */
export function startDuty(cache: QueryClient, session: Session): void {
  cache.removeQueries({ predicate: (query) => query.queryHash !== hashOfSession });
  cache.setQueryData(queries.session().queryKey, session);
}

const hashOfSession = JSON.stringify(['session']);

/** Null where nobody is logged in. */
async function whoAmI(): Promise<Session | null> {
  try {
    return await answer(client.GET('/session'));
  } catch (problem) {
    if (problem instanceof Problem && problem.status === 401) return null;
    throw problem;
  }
}

/** A list that goes on while its pages name a next one. */
export const pages = {
  initialPageParam: '',
  getNextPageParam: (page: { nextCursor: string }) => page.nextCursor || undefined,
};

/** For what a stream follows: an answer that was asked for earlier may come after a newer one, and does not undo it. */
export function notBack(now: unknown, next: unknown): unknown {
  return versionOf(now) > versionOf(next) ? now : replaceEqualDeep(now, next);
}

function versionOf(shown: unknown): number {
  return (shown as { version: number } | undefined)?.version ?? 0;
}

export const queries = {
  session: () => queryOptions({ queryKey: ['session'], queryFn: whoAmI, staleTime: 5 * minutesMs }),
  node: () =>
    queryOptions({
      queryKey: ['node'],
      queryFn: () => answer(client.GET('/node')),
      staleTime: Infinity,
    }),
  indicators: () =>
    queryOptions({
      queryKey: ['indicators'],
      queryFn: async () => (await answer(client.GET('/indicators'))).items,
      staleTime: Infinity,
    }),

  rollup: (query: RollupQuery) =>
    queryOptions({
      queryKey: ['live', 'rollup', query],
      queryFn: async ({ signal }) =>
        (await answer(client.GET('/rollup', { params: { query }, signal }))) as Rollup,
      placeholderData: keepPreviousData,
    }),
  series: (query: SeriesQuery) =>
    queryOptions({
      queryKey: ['live', 'series', query],
      queryFn: async () =>
        (await answer(client.GET('/rollup/series', { params: { query } }))).points,
      placeholderData: keepPreviousData,
    }),
  contributors: (of: CellQuery) =>
    infiniteQueryOptions({
      queryKey: ['live', 'contributors', of],
      queryFn: ({ pageParam }) => {
        const query = { ...of, cursor: pageParam, limit: 20 };
        return answer(client.GET('/rollup/contributors', { params: { query } }));
      },
      ...pages,
    }),

  unions: (of: UnionsQuery) =>
    infiniteQueryOptions({
      queryKey: ['live', 'unions', of],
      queryFn: ({ pageParam }) => {
        const query = { limit: 100, ...of, cursor: pageParam };
        return answer(client.GET('/unions', { params: { query } }));
      },
      ...pages,
    }),
  union: (unionId: string, asOf: string) =>
    queryOptions({
      queryKey: ['live', 'union', unionId, asOf],
      queryFn: () => {
        const params = { path: { unionId }, query: { asOf } };
        return answer(client.GET('/unions/{unionId}', { params }));
      },
    }),
  unionHistory: (unionId: string) =>
    queryOptions({
      queryKey: ['live', 'union-history', unionId],
      queryFn: async () => {
        const params = { path: { unionId } };
        return (await answer(client.GET('/unions/{unionId}/history', { params }))).items;
      },
    }),
  due: (dueState: string, electionState: string, asOf: string) =>
    infiniteQueryOptions({
      queryKey: ['live', 'due', dueState, electionState, asOf],
      queryFn: ({ pageParam }) => {
        const query = { dueState, electionState, asOf, cursor: pageParam, limit: 50 };
        return answer(client.GET('/due-elections', { params: { query } }));
      },
      ...pages,
      placeholderData: keepPreviousData,
    }),

  members: (of: MembersQuery) =>
    queryOptions({
      queryKey: ['live', 'members', of],
      queryFn: () => {
        const query = { ...of, limit: 50 };
        return answer(client.GET('/members', { params: { query } }));
      },
      placeholderData: keepPreviousData,
    }),
  member: (memberId: string) =>
    queryOptions({
      queryKey: ['live', 'member', memberId],
      queryFn: () => answer(client.GET('/members/{memberId}', { params: { path: { memberId } } })),
    }),

  links: () =>
    queryOptions({
      queryKey: ['live', 'links'],
      queryFn: () => answer(client.GET('/links')),
      refetchInterval: 15_000,
    }),
};
