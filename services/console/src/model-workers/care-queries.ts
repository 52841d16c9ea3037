import { queryOptions } from '@tanstack/react-query';
import { recordPages, RECORDS, pageRows } from '../acts/record-pages.ts';
import { answer, client } from '../client.ts';

export interface SubsidyAsk {
  livelihood: string;
  incomeFen: string;
  on: string;
}

export const careQueries = {
  workers: (of: { grade: string; standing: string; livelihood: string }) =>
    recordPages(['model-workers', of], (cursor) => {
      const query = { ...of, cursor, limit: pageRows };
      return answer(client.GET('/model-workers', { params: { query } }));
    }),
  /** From whom to choose; where a node has more, by union. */
  named: (unionId: string) =>
    recordPages(['model-workers', 'named', unionId], (cursor) => {
      const query = { unionId, cursor, limit: 200 };
      return answer(client.GET('/model-workers', { params: { query } }));
    }),
  visits: (of: { unionId: string; careForm: string }) =>
    recordPages(['care-visits', of], (cursor) => {
      const query = { ...of, cursor, limit: pageRows };
      return answer(client.GET('/model-worker-care', { params: { query } }));
    }),
  subsidy: (query: SubsidyAsk) =>
    queryOptions({
      queryKey: ['model-worker-subsidy', query],
      queryFn: () => answer(client.GET('/model-worker-subsidies/work-out', { params: { query } })),
    }),
  checks: (roundYear: number, checkOutcome: string) =>
    recordPages(['living-checks', roundYear, checkOutcome], (cursor) => {
      const params = { path: { roundYear }, query: { checkOutcome, cursor, limit: pageRows } };
      return answer(client.GET('/living-checks/{roundYear}', { params }));
    }),
  batches: () =>
    recordPages(['care-batches'], (cursor) => {
      const query = { cursor, limit: pageRows };
      return answer(client.GET('/care-batches', { params: { query } }));
    }),
  batch: (batchId: string) =>
    queryOptions({
      queryKey: [...RECORDS, 'care-batch', batchId],
      queryFn: () =>
        answer(client.GET('/care-batches/{batchId}', { params: { path: { batchId } } })),
      enabled: batchId !== '',
    }),
};
