import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, client } from '../client.ts';
import { pages } from '../queries.ts';

export const refundQueries = {
  list: () =>
    infiniteQueryOptions({
      queryKey: ['refunds', 'list'],
      queryFn: ({ pageParam }) => {
        const query = { cursor: pageParam, limit: 30 };
        return answer(client.GET('/fund/refunds', { params: { query } }));
      },
      ...pages,
    }),
  one: (refundId: string) =>
    queryOptions({
      queryKey: ['refunds', 'one', refundId],
      queryFn: () => {
        const params = { path: { refundId } };
        return answer(client.GET('/fund/refunds/{refundId}', { params }));
      },
    }),
  lines: (refundId: string) =>
    infiniteQueryOptions({
      queryKey: ['refunds', 'lines', refundId],
      queryFn: ({ pageParam }) => {
        const params = { path: { refundId }, query: { cursor: pageParam, limit: 100 } };
        return answer(client.GET('/fund/refunds/{refundId}/lines', { params }));
      },
      ...pages,
      placeholderData: keepPreviousData,
    }),
};
