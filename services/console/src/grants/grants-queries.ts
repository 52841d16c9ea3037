import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, client } from '../client.ts';
import { pages } from '../queries.ts';

/** A superior and its subordinates answer in their own time. */
const askAgainMs = 15_000;

/** What every query of this screen begins with. */
export const GRANTS = ['grants'];

export const grantQueries = {
  rules: () =>
    queryOptions({
      queryKey: [...GRANTS, 'rules'],
      queryFn: async () => (await answer(client.GET('/fund/grant-rules'))).items,
    }),
  lists: () =>
    infiniteQueryOptions({
      queryKey: [...GRANTS, 'lists'],
      queryFn: ({ pageParam }) => {
        const query = { cursor: pageParam, limit: 50 };
        return answer(client.GET('/fund/grant-lists', { params: { query } }));
      },
      ...pages,
    }),
  list: (listId: string) =>
    queryOptions({
      queryKey: [...GRANTS, 'list', listId],
      queryFn: () => {
        const params = { path: { listId } };
        return answer(client.GET('/fund/grant-lists/{listId}', { params }));
      },
    }),
  grants: (of: { state: string; listId: string }) =>
    infiniteQueryOptions({
      queryKey: [...GRANTS, 'grants', of],
      queryFn: ({ pageParam }) => {
        const query = { ...of, cursor: pageParam, limit: of.listId === '' ? 50 : 200 };
        return answer(client.GET('/fund/grants', { params: { query } }));
      },
      ...pages,
      refetchInterval: askAgainMs,
    }),
  grant: (grantId: string) =>
    queryOptions({
      queryKey: [...GRANTS, 'grant', grantId],
      queryFn: () => {
        const params = { path: { grantId } };
        return answer(client.GET('/fund/grants/{grantId}', { params }));
      },
      enabled: grantId !== '',
    }),
};
