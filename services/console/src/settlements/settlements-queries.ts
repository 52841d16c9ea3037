import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, client } from '../client.ts';
import { pages } from '../queries.ts';

const askAgainMs = 15_000;

export interface SettlementsQuery {
  direction: string;
  unmatched: boolean;
  state: string;
  kind: string;
  /** 0 for all. */
  year: number;
}

export const settlementQueries = {
  list: ({ direction, unmatched, state, kind, year }: SettlementsQuery) =>
    infiniteQueryOptions({
      queryKey: ['settlements', 'list', { direction, unmatched, state, kind, year }],
      queryFn: ({ pageParam }) => {
        const query = { direction, unmatched, state, kind, year, cursor: pageParam, limit: 50 };
        return answer(client.GET('/settlements', { params: { query } }));
      },
      ...pages,
      placeholderData: keepPreviousData,
      // The other end answers in its own time.
      refetchInterval: askAgainMs,
    }),
  one: (settlementId: string) =>
    queryOptions({
      queryKey: ['settlements', 'one', settlementId],
      queryFn: () => {
        const params = { path: { settlementId } };
        return answer(client.GET('/settlements/{settlementId}', { params }));
      },
      // A panel that is closing has none any more.
      enabled: settlementId !== '',
      refetchInterval: askAgainMs,
    }),
};
