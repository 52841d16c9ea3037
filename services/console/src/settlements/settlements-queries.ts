import { infiniteQueryOptions } from '@tanstack/react-query';
import { answer, client } from '../client.ts';
import { pages } from '../queries.ts';

const askAgainMs = 15_000;

export interface SettlementsQuery {
  direction: string;
  unmatched: boolean;
}

export const settlementQueries = {
  list: ({ direction, unmatched }: SettlementsQuery) =>
    infiniteQueryOptions({
      queryKey: ['settlements', direction, unmatched],
      queryFn: ({ pageParam }) => {
        const query = { direction, unmatched, cursor: pageParam, limit: 50 };
        return answer(client.GET('/settlements', { params: { query } }));
      },
      ...pages,
      // The other end answers in its own time.
      refetchInterval: askAgainMs,
    }),
};
