import { queryOptions } from '@tanstack/react-query';
import { answer, client } from '../client.ts';

export const projectQueries = {
  list: (unionId: string) =>
    queryOptions({
      queryKey: ['projects', unionId],
      queryFn: () => answer(client.GET('/projects', { params: { query: { unionId } } })),
      enabled: unionId !== '',
    }),
  one: (projectId: string) =>
    queryOptions({
      queryKey: ['projects', 'one', projectId],
      queryFn: () =>
        answer(client.GET('/projects/{projectId}', { params: { path: { projectId } } })),
    }),
};
