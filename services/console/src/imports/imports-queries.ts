import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { answer, client, watch } from '../client.ts';
import { notBack, pages } from '../queries.ts';
import { isWorking } from './import-state.ts';
import type { Import } from './import-state.ts';

const listAgainMs = 3_000;
const askAgainMs = 2_000;

export const importQueries = {
  list: () =>
    infiniteQueryOptions({
      queryKey: ['imports', 'list'],
      queryFn: ({ pageParam }) => {
        const query = { cursor: pageParam, limit: 20 };
        return answer(client.GET('/imports', { params: { query } }));
      },
      ...pages,
      refetchInterval: ({ state }) => {
        const items = state.data?.pages.flatMap((page) => page.items) ?? [];
        return items.some((one) => isWorking(one.state)) ? listAgainMs : false;
      },
    }),
  one: (importId: string) =>
    queryOptions({
      queryKey: ['imports', 'one', importId],
      queryFn: () => answer(client.GET('/imports/{importId}', { params: { path: { importId } } })),
      structuralSharing: notBack,
      // It holds rows of somebody's file: gone as soon as nobody looks.
      gcTime: 0,
    }),
  causes: (importId: string, version: number) =>
    queryOptions({
      queryKey: ['imports', 'causes', importId, version],
      queryFn: async () => {
        const params = { path: { importId }, query: { limit: 1 } };
        return (await answer(client.GET('/imports/{importId}/errors', { params }))).groups;
      },
    }),
  rows: (importId: string, version: number, code: string) =>
    infiniteQueryOptions({
      queryKey: ['imports', 'rows', importId, version, code],
      queryFn: ({ pageParam }) => {
        const params = { path: { importId }, query: { code, cursor: pageParam, limit: 50 } };
        return answer(client.GET('/imports/{importId}/errors', { params }));
      },
      ...pages,
    }),
  /** What each code means, as the gateway says it. */
  codes: () =>
    queryOptions({
      queryKey: ['problem-codes'],
      queryFn: async () => {
        const { items } = await answer(client.GET('/problems'));
        return new Map(items.map((one) => [one.code, one]));
      },
      staleTime: Infinity,
    }),
};

/** One import, followed while the node is at work on it: by its stream, or by asking where there is none. */
export function useImport(importId: string): UseQueryResult<Import> {
  const cache = useQueryClient();
  const [asking, setAsking] = useState(false);
  const query = useQuery({
    ...importQueries.one(importId),
    refetchInterval: ({ state }) => asking && isWorking(state.data?.state ?? '') && askAgainMs,
  });
  const works = isWorking(query.data?.state ?? '');
  useEffect(() => {
    if (!works) return undefined;
    const { queryKey } = importQueries.one(importId);
    setAsking(false);
    return watch(
      '/imports/{importId}',
      { importId },
      {
        onAnswer: (shown) => cache.setQueryData(queryKey, shown),
        onEnd: () => {
          setAsking(true);
          void cache.invalidateQueries({ queryKey });
        },
      },
    );
  }, [cache, importId, works]);
  return query;
}

const stepPaths = {
  reading: '/imports/{importId}/reading',
  commit: '/imports/{importId}/commit',
  cancellation: '/imports/{importId}/cancellation',
  undo: '/imports/{importId}/undo',
} as const;

/** Asks for the next step of an import as it is shown. */
export function useImportStep(
  step: keyof typeof stepPaths,
  { importId, version }: Pick<Import, 'importId' | 'version'>,
): UseMutationResult<Import, Error, void> {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: () => {
      const params = { path: { importId } };
      return answer(client.POST(stepPaths[step], { params, body: { expectedVersion: version } }));
    },
    // Also after a refusal: it may be because somebody has gone on meanwhile.
    onSettled: () => cache.invalidateQueries({ queryKey: ['imports'] }),
  });
}
