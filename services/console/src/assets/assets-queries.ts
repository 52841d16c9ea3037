import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, client } from '../client.ts';
import { pages } from '../queries.ts';

export const assetQueries = {
  list: (unionId: string, state: string) =>
    infiniteQueryOptions({
      queryKey: ['assets', 'list', unionId, state],
      queryFn: ({ pageParam }) => {
        const query = { unionId, state, cursor: pageParam, limit: 100 };
        return answer(client.GET('/assets', { params: { query } }));
      },
      ...pages,
      enabled: unionId !== '',
    }),
  counts: (unionId: string) =>
    queryOptions({
      queryKey: ['assets', 'counts', unionId],
      queryFn: () => answer(client.GET('/asset-counts', { params: { query: { unionId } } })),
      enabled: unionId !== '',
    }),
  count: (countId: string) =>
    queryOptions({
      queryKey: ['assets', 'count', countId],
      queryFn: () =>
        answer(client.GET('/asset-counts/{countId}', { params: { path: { countId } } })),
    }),
};
