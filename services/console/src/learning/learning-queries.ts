import { queryOptions } from '@tanstack/react-query';
import { pageRows as limit, recordPages, RECORDS } from '../acts/record-pages.ts';
import { answer, client } from '../client.ts';

export const learningQueries = {
  classes: (of: { unionId: string; trainingKind: string }) =>
    recordPages(['classes', of], (cursor) => {
      const query = { ...of, cursor, limit };
      return answer(client.GET('/training-classes', { params: { query } }));
    }),
  /** With who is in it. */
  oneClass: (trainingClassId: string) =>
    queryOptions({
      queryKey: [...RECORDS, 'class', trainingClassId],
      queryFn: () => {
        const params = { path: { trainingClassId } };
        return answer(client.GET('/training-classes/{trainingClassId}', { params }));
      },
    }),
  lecturers: (unionId: string) =>
    recordPages(['lecturers', unionId], (cursor) => {
      const query = { unionId, cursor, limit: 200 };
      return answer(client.GET('/lecturers', { params: { query } }));
    }),
  lectures: (of: { unionId: string; series: string }) =>
    recordPages(['lectures', of], (cursor) => {
      const query = { ...of, cursor, limit };
      return answer(client.GET('/lectures', { params: { query } }));
    }),
  apprenticeships: (unionId: string) =>
    recordPages(['apprenticeships', unionId], (cursor) => {
      const query = { unionId, cursor, limit };
      return answer(client.GET('/apprenticeships', { params: { query } }));
    }),
  studies: (of: { unionId: string; state: string }) =>
    recordPages(['studies', of], (cursor) => {
      const query = { ...of, cursor, limit };
      return answer(client.GET('/study-subsidies', { params: { query } }));
    }),
  cupEntries: (of: { unionId: string; year: number }) =>
    recordPages(['cup', of], (cursor) => {
      const query = { ...of, cursor, limit };
      return answer(client.GET('/safety-cup-entries', { params: { query } }));
    }),
};
