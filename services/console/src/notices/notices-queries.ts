import { queryOptions } from '@tanstack/react-query';
import { askAgainMs, pageRows as limit, recordPages, RECORDS } from '../acts/record-pages.ts';
import { answer, client } from '../client.ts';

export const noticeQueries = {
  list: (of: { unionId: string; subject: string; subjectId: string; objected: boolean }) =>
    recordPages(['notices', of], (cursor) =>
      answer(client.GET('/notices', { params: { query: { ...of, cursor, limit } } })),
    ),
  one: (noticeId: string) =>
    queryOptions({
      queryKey: [...RECORDS, 'notice', noticeId],
      queryFn: () => answer(client.GET('/notices/{noticeId}', { params: { path: { noticeId } } })),
      refetchInterval: askAgainMs,
    }),
  templates: () =>
    queryOptions({
      queryKey: [...RECORDS, 'notice-templates'],
      queryFn: async () => (await answer(client.GET('/notice-templates'))).items,
    }),
  rules: (onDate: string) =>
    queryOptions({
      queryKey: ['notice-rules', onDate],
      queryFn: async () =>
        (await answer(client.GET('/notice-rules', { params: { query: { onDate } } }))).items,
    }),
};
