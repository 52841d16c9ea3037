import { infiniteQueryOptions } from '@tanstack/react-query';
import { answer, client } from '../client.ts';
import { pages } from '../queries.ts';

const askAgainMs = 15_000;

export const exportQueries = {
  list: () =>
    infiniteQueryOptions({
      queryKey: ['exports'],
      queryFn: ({ pageParam }) => {
        const query = { cursor: pageParam, limit: 20 };
        return answer(client.GET('/exports', { params: { query } }));
      },
      ...pages,
      // Somebody else approves, at another screen.
      refetchInterval: askAgainMs,
    }),
};
