import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { answer, client, watch } from '../client.ts';
import { notBack, pages } from '../queries.ts';
import type { Collection } from '../shapes.ts';
import { isWorking } from './collection-state.ts';

const askAgainMs = 2_000;

export interface ReceiptsQuery {
  unionId: string;
  mode: string;
  slipNo: string;
  receivedFrom: string;
  receivedTo: string;
  /** In which the period ends, as the year's report counts; 0 for all. */
  year: number;
}
export type Grouping = 'LEVEL' | 'MODE' | 'UNION';
export interface ExceptionsQuery {
  collectionId: string;
  code: string;
  state: string;
}

export const receiptQueries = {
  list: (of: ReceiptsQuery) =>
    infiniteQueryOptions({
      queryKey: ['receipts', 'list', of],
      queryFn: ({ pageParam }) => {
        const query = { ...of, cursor: pageParam, limit: 50 };
        return answer(client.GET('/fund/receipts', { params: { query } }));
      },
      ...pages,
      placeholderData: keepPreviousData,
    }),
  one: (receiptId: string) =>
    queryOptions({
      queryKey: ['receipts', 'one', receiptId],
      queryFn: () => {
        const params = { path: { receiptId } };
        return answer(client.GET('/fund/receipts/{receiptId}', { params }));
      },
    }),
  collections: () =>
    infiniteQueryOptions({
      queryKey: ['receipts', 'collections'],
      queryFn: ({ pageParam }) => {
        const query = { cursor: pageParam, limit: 20 };
        return answer(client.GET('/fund/collections', { params: { query } }));
      },
      ...pages,
      refetchInterval: ({ state }) => {
        const items = state.data?.pages.flatMap((page) => page.items) ?? [];
        return items.some((one) => isWorking(one.state)) ? askAgainMs : false;
      },
    }),
  collection: (collectionId: string) =>
    queryOptions({
      queryKey: ['receipts', 'collection', collectionId],
      queryFn: () => {
        const params = { path: { collectionId } };
        return answer(client.GET('/fund/collections/{collectionId}', { params }));
      },
      structuralSharing: notBack,
    }),
  exceptions: (of: ExceptionsQuery) =>
    infiniteQueryOptions({
      queryKey: ['receipts', 'exceptions', of],
      queryFn: ({ pageParam }) => {
        const query = { ...of, cursor: pageParam, limit: 50 };
        return answer(client.GET('/fund/collection-exceptions', { params: { query } }));
      },
      ...pages,
      placeholderData: keepPreviousData,
    }),
  report: (year: number, grouping: Grouping) =>
    infiniteQueryOptions({
      queryKey: ['receipts', 'report', year, grouping],
      queryFn: ({ pageParam }) => {
        const params = { path: { year }, query: { grouping, cursor: pageParam, limit: 500 } };
        return answer(client.GET('/fund/reports/{year}', { params }));
      },
      ...pages,
      placeholderData: keepPreviousData,
    }),
  profiles: () =>
    queryOptions({
      queryKey: ['receipts', 'profiles'],
      queryFn: async () => (await answer(client.GET('/fund/split-profiles'))).items,
    }),
};

/** One file, followed while the node is at work on it: by its stream, or by asking where there is none. */
export function useCollection(collectionId: string): UseQueryResult<Collection> {
  const cache = useQueryClient();
  const [asking, setAsking] = useState(false);
  const query = useQuery({
    ...receiptQueries.collection(collectionId),
    refetchInterval: ({ state }) => asking && isWorking(state.data?.state ?? '') && askAgainMs,
  });
  const works = isWorking(query.data?.state ?? '');
  useEffect(() => {
    if (!works) return undefined;
    const { queryKey } = receiptQueries.collection(collectionId);
    setAsking(false);
    return watch(
      '/fund/collections/{collectionId}',
      { collectionId },
      {
        onAnswer: (shown) => cache.setQueryData(queryKey, shown),
        onEnd: () => {
          setAsking(true);
          void cache.invalidateQueries({ queryKey: ['receipts'] });
        },
      },
    );
  }, [cache, collectionId, works]);
  return query;
}

const stepPaths = {
  reading: '/fund/collections/{collectionId}/reading',
  posting: '/fund/collections/{collectionId}/posting',
  cancellation: '/fund/collections/{collectionId}/cancellation',
} as const;

/** Asks for the next step of a file as it is shown. */
export function useCollectionStep(
  step: keyof typeof stepPaths,
  { collectionId, version }: Pick<Collection, 'collectionId' | 'version'>,
): UseMutationResult<Collection, Error, void> {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: () => {
      const params = { path: { collectionId } };
      return answer(client.POST(stepPaths[step], { params, body: { expectedVersion: version } }));
    },
    // Also after a refusal: it may be because somebody has gone on meanwhile.
    onSettled: () => cache.invalidateQueries({ queryKey: ['receipts'] }),
  });
}
