import { queryOptions } from '@tanstack/react-query';
import { pageRows as limit, recordPages, RECORDS } from '../acts/record-pages.ts';
import { answer, client } from '../client.ts';

export const recuperationQueries = {
  batches: (of: { unionId: string; state: string }) =>
    recordPages(['recuperation-batches', of], (cursor) => {
      const query = { ...of, cursor, limit };
      return answer(client.GET('/recuperation-batches', { params: { query } }));
    }),
  batch: (batchId: string) =>
    queryOptions({
      queryKey: [...RECORDS, 'recuperation-batch', batchId],
      queryFn: () => {
        const params = { path: { batchId } };
        return answer(client.GET('/recuperation-batches/{batchId}', { params }));
      },
    }),
  /** Those that stand on a day, or all. */
  bases: (onDate: string) =>
    recordPages(['recuperation-bases', onDate], (cursor) => {
      const query = { onDate, cursor, limit };
      return answer(client.GET('/recuperation-bases', { params: { query } }));
    }),
  routes: () =>
    recordPages(['recuperation-routes'], (cursor) => {
      const query = { cursor, limit };
      return answer(client.GET('/recuperation-routes', { params: { query } }));
    }),
  guests: (baseId: string) =>
    recordPages(['recuperation-guests', baseId], (cursor) => {
      const params = { path: { baseId }, query: { cursor, limit } };
      return answer(client.GET('/recuperation-bases/{baseId}/guests', { params }));
    }),
  checkUps: (of: { unionId: string; checkUpKind: string }) =>
    recordPages(['check-ups', of], (cursor) => {
      const query = { ...of, cursor, limit };
      return answer(client.GET('/check-ups', { params: { query } }));
    }),
  checkUp: (checkUpId: string) =>
    queryOptions({
      queryKey: [...RECORDS, 'check-up', checkUpId],
      queryFn: () => {
        const params = { path: { checkUpId } };
        return answer(client.GET('/check-ups/{checkUpId}', { params }));
      },
    }),
};
