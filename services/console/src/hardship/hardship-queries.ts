import { queryOptions } from '@tanstack/react-query';
import { askAgainMs, pageRows as limit, recordPages, RECORDS } from '../acts/record-pages.ts';
import { answer, client } from '../client.ts';

interface Files {
  unionId: string;
  state: string;
  fileLevel: string;
  category: string;
  /** Of the inspectors' two lists, or '' for all. */
  inspection: string;
}
interface Grants {
  unionId: string;
  fileId: string;
  programme: string;
  state: string;
}

export const hardshipQueries = {
  files: (of: Files) =>
    recordPages(['hardship-files', of], (cursor) =>
      answer(client.GET('/hardship-files', { params: { query: { ...of, cursor, limit } } })),
    ),
  file: (fileId: string) =>
    queryOptions({
      queryKey: [...RECORDS, 'hardship-file', fileId],
      queryFn: () =>
        answer(client.GET('/hardship-files/{fileId}', { params: { path: { fileId } } })),
      refetchInterval: askAgainMs,
    }),
  pairs: (fileId: string) =>
    recordPages(['household-pairs', fileId], (cursor) =>
      answer(client.GET('/household-pairs', { params: { query: { fileId, cursor, limit } } })),
    ),
  grants: (of: Grants) =>
    recordPages(['relief-grants', of], (cursor) =>
      answer(client.GET('/relief-grants', { params: { query: { ...of, cursor, limit } } })),
    ),
  grant: (grantId: string) =>
    queryOptions({
      queryKey: [...RECORDS, 'relief-grant', grantId],
      queryFn: () =>
        answer(client.GET('/relief-grants/{grantId}', { params: { path: { grantId } } })),
      refetchInterval: askAgainMs,
    }),
  programmes: (onDate: string) =>
    queryOptions({
      queryKey: ['relief-programmes', onDate],
      queryFn: async () =>
        (await answer(client.GET('/relief-programmes', { params: { query: { onDate } } }))).items,
    }),
};
