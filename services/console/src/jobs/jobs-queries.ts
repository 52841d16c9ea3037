import { queryOptions } from '@tanstack/react-query';
import { pageRows as limit, recordPages, RECORDS } from '../acts/record-pages.ts';
import { answer, client } from '../client.ts';

export const jobsQueries = {
  fairs: (of: { unionId: string; state: string }) =>
    recordPages(['job-fairs', of], (cursor) => {
      const query = { ...of, cursor, limit };
      return answer(client.GET('/job-fairs', { params: { query } }));
    }),
  fair: (jobFairId: string) =>
    queryOptions({
      queryKey: [...RECORDS, 'job-fair', jobFairId],
      queryFn: () => {
        const params = { path: { jobFairId } };
        return answer(client.GET('/job-fairs/{jobFairId}', { params }));
      },
    }),
  /** Of a fair. */
  vacancies: (jobFairId: string) =>
    recordPages(['job-vacancies', jobFairId], (cursor) => {
      const query = { jobFairId, cursor, limit };
      return answer(client.GET('/job-vacancies', { params: { query } }));
    }),
  placements: (of: { unionId: string; due: boolean }) =>
    recordPages(['job-placements', of], (cursor) => {
      const query = { ...of, cursor, limit };
      return answer(client.GET('/job-placements', { params: { query } }));
    }),
  trainings: (unionId: string) =>
    recordPages(['employment-trainings', unionId], (cursor) => {
      const query = { unionId, cursor, limit };
      return answer(client.GET('/employment-trainings', { params: { query } }));
    }),
  startups: (unionId: string) =>
    recordPages(['startup-supports', unionId], (cursor) => {
      const query = { unionId, cursor, limit };
      return answer(client.GET('/startup-supports', { params: { query } }));
    }),
};
