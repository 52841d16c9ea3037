import { queryOptions } from '@tanstack/react-query';
import { pageRows as limit, recordPages, RECORDS } from '../acts/record-pages.ts';
import { answer, client } from '../client.ts';

export interface ClaimsAsked {
  planId: string;
  unionId: string;
  state: string;
  reportedUntil: string;
}

export const aidQueries = {
  plans: (of: { unionId: string; state: string }) =>
    recordPages(['aid-plans', of], (cursor) => {
      const query = { ...of, cursor, limit };
      return answer(client.GET('/mutual-aid-plans', { params: { query } }));
    }),
  /** With every version of its terms and its figures. */
  plan: (planId: string) =>
    queryOptions({
      queryKey: [...RECORDS, 'aid-plan', planId],
      queryFn: () =>
        answer(client.GET('/mutual-aid-plans/{planId}', { params: { path: { planId } } })),
      enabled: planId !== '',
    }),
  batches: (planId: string) =>
    recordPages(['aid-batches', planId], (cursor) => {
      const query = { planId, cursor, limit };
      return answer(client.GET('/mutual-aid-batches', { params: { query } }));
    }),
  /** Who is on a list. */
  people: (batchId: string) =>
    recordPages(['aid-people', batchId], (cursor) => {
      const params = { path: { batchId }, query: { cursor, limit: 200 } };
      return answer(client.GET('/mutual-aid-batches/{batchId}/people', { params }));
    }),
  claims: (of: ClaimsAsked) =>
    recordPages(['aid-claims', of], (cursor) => {
      const query = { ...of, cursor, limit };
      return answer(client.GET('/mutual-aid-claims', { params: { query } }));
    }),
  /** With who did what, and the sum line by line. */
  claim: (claimId: string) =>
    queryOptions({
      queryKey: [...RECORDS, 'aid-claim', claimId],
      queryFn: () =>
        answer(client.GET('/mutual-aid-claims/{claimId}', { params: { path: { claimId } } })),
    }),
};
