import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, client } from '../client.ts';
import { pages } from '../queries.ts';

/** Every key begins with this: after a command all of it is asked again. */
export const HONOURS = ['live', 'honours'] as const;

export interface NominationsQuery {
  roundId: string;
  honourCode: string;
  state: string;
  traits: string[];
  places: string;
  quotaUnionId: string;
}

export interface HoldersQuery {
  honourCode: string;
  level: string;
  standing: string;
}

export const honourQueries = {
  /** Which honours there were on a day, and what a slate of each must look like. */
  table: (onDate: string) =>
    queryOptions({
      queryKey: ['honour-table', onDate],
      queryFn: () => answer(client.GET('/honours', { params: { query: { onDate } } })),
      staleTime: Infinity,
      enabled: onDate !== '',
    }),
  rounds: () =>
    infiniteQueryOptions({
      queryKey: [...HONOURS, 'rounds'],
      queryFn: ({ pageParam }) => {
        const query = { cursor: pageParam, limit: 30 };
        return answer(client.GET('/honour-rounds', { params: { query } }));
      },
      ...pages,
    }),
  round: (roundId: string) =>
    queryOptions({
      queryKey: [...HONOURS, 'round', roundId],
      queryFn: () => {
        const params = { path: { roundId } };
        return answer(client.GET('/honour-rounds/{roundId}', { params }));
      },
    }),
  slate: (roundId: string, honourCode: string) =>
    queryOptions({
      queryKey: [...HONOURS, 'slate', roundId, honourCode],
      queryFn: () => {
        const params = { path: { roundId, honourCode } };
        return answer(client.GET('/honour-rounds/{roundId}/slates/{honourCode}', { params }));
      },
      enabled: honourCode !== '',
    }),
  nominations: (of: NominationsQuery) =>
    infiniteQueryOptions({
      queryKey: [...HONOURS, 'nominations', of],
      queryFn: ({ pageParam }) => {
        const query = { ...of, cursor: pageParam, limit: 50 };
        return answer(client.GET('/nominations', { params: { query } }));
      },
      ...pages,
      placeholderData: keepPreviousData,
    }),
  nomination: (nominationId: string) =>
    queryOptions({
      queryKey: [...HONOURS, 'nomination', nominationId],
      queryFn: () => {
        const params = { path: { nominationId } };
        return answer(client.GET('/nominations/{nominationId}', { params }));
      },
      enabled: nominationId !== '',
    }),
  grant: (grantId: string) =>
    queryOptions({
      queryKey: [...HONOURS, 'grant', grantId],
      queryFn: () =>
        answer(client.GET('/honour-grants/{grantId}', { params: { path: { grantId } } })),
    }),
  certificate: (grantId: string) =>
    queryOptions({
      queryKey: [...HONOURS, 'certificate', grantId],
      queryFn: () => {
        const params = { path: { grantId } };
        return answer(client.GET('/honour-grants/{grantId}/certificate', { params }));
      },
      enabled: grantId !== '',
    }),
  roll: (of: { personId: string; unionId: string }) =>
    queryOptions({
      queryKey: [...HONOURS, 'roll', of],
      queryFn: async () =>
        (await answer(client.GET('/honour-roll', { params: { query: of } }))).items,
      enabled: of.personId !== '' || of.unionId !== '',
    }),
  holders: (of: HoldersQuery) =>
    infiniteQueryOptions({
      queryKey: [...HONOURS, 'holders', of],
      queryFn: ({ pageParam }) => {
        const query = { ...of, cursor: pageParam, limit: 50 };
        return answer(client.GET('/honour-holders', { params: { query } }));
      },
      ...pages,
      placeholderData: keepPreviousData,
    }),
};
