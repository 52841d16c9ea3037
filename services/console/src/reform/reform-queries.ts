import { queryOptions } from '@tanstack/react-query';
import { pageRows as limit, recordPages, RECORDS } from '../acts/record-pages.ts';
import { answer, client } from '../client.ts';

/** Each is counted as it is read, so that a page has few. */
const fewRows = 10;

export const reformQueries = {
  programmes: (programmeKind: string) =>
    recordPages(['programmes', programmeKind], (cursor) => {
      const query = { programmeKind, cursor, limit: fewRows };
      return answer(client.GET('/programmes', { params: { query } }));
    }),
  reform: (programmeId: string) =>
    queryOptions({
      queryKey: [...RECORDS, 'reform', programmeId],
      queryFn: () => {
        const params = { path: { programmeId } };
        return answer(client.GET('/programmes/{programmeId}/reform', { params }));
      },
    }),
  designations: (of: { unionId: string; designationKind: string }) =>
    recordPages(['designations', of], (cursor) => {
      const query = { ...of, cursor, limit };
      return answer(client.GET('/designations', { params: { query } }));
    }),
  speakers: (unionId: string, year: number) =>
    queryOptions({
      queryKey: [...RECORDS, 'speakers', unionId, year],
      queryFn: () => answer(client.GET('/speakers', { params: { query: { unionId, year } } })),
      enabled: unionId !== '',
    }),
  supports: (of: { unionId: string; supportKind: string; state: string }) =>
    recordPages(['supports', of], (cursor) => {
      const query = { ...of, cursor, limit };
      return answer(client.GET('/supports', { params: { query } }));
    }),
  online: (unionId: string, year: number) =>
    queryOptions({
      queryKey: [...RECORDS, 'online', unionId, year],
      queryFn: () =>
        answer(client.GET('/online-learning', { params: { query: { unionId, year } } })),
      enabled: unionId !== '',
    }),
};
