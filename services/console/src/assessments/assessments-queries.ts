import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, client } from '../client.ts';
import { pages } from '../queries.ts';

/** Every key begins with this: after a command all of it is asked again. */
export const ASSESSMENTS = ['assessments'] as const;

export const assessmentQueries = {
  list: () =>
    infiniteQueryOptions({
      queryKey: [...ASSESSMENTS, 'list'],
      queryFn: ({ pageParam }) => {
        const query = { cursor: pageParam, limit: 20 };
        return answer(client.GET('/audit-assessments', { params: { query } }));
      },
      ...pages,
    }),
  one: (assessmentId: string) =>
    queryOptions({
      queryKey: [...ASSESSMENTS, 'one', assessmentId],
      queryFn: () => {
        const params = { path: { assessmentId } };
        return answer(client.GET('/audit-assessments/{assessmentId}', { params }));
      },
    }),
  checklists: () =>
    queryOptions({
      queryKey: [...ASSESSMENTS, 'checklists'],
      queryFn: async () => (await answer(client.GET('/audit-checklists'))).items,
    }),
  /** What a claim may name: the latest audits of the union. */
  audits: (unionId: string) =>
    queryOptions({
      queryKey: [...ASSESSMENTS, 'audits', unionId],
      queryFn: async () => {
        const query = { unionId, limit: 50 };
        return (await answer(client.GET('/audits', { params: { query } }))).items;
      },
      enabled: unionId !== '',
    }),
};
