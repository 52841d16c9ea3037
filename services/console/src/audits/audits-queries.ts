import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, client } from '../client.ts';
import { pages } from '../queries.ts';

/** Every key begins with this: after a command all of it is asked again. */
export const AUDITS = ['audits'] as const;

export const auditQueries = {
  list: () =>
    infiniteQueryOptions({
      queryKey: [...AUDITS, 'list'],
      queryFn: ({ pageParam }) => {
        const query = { cursor: pageParam, limit: 20 };
        return answer(client.GET('/audits', { params: { query } }));
      },
      ...pages,
    }),
  audit: (auditId: string) =>
    queryOptions({
      queryKey: [...AUDITS, 'audit', auditId],
      queryFn: () => answer(client.GET('/audits/{auditId}', { params: { path: { auditId } } })),
    }),
  findings: (of: { auditId?: string; roundId?: string; state: string }) =>
    infiniteQueryOptions({
      queryKey: [...AUDITS, 'findings', of],
      queryFn: ({ pageParam }) => {
        const query = { ...of, cursor: pageParam, limit: 50 };
        return answer(client.GET('/audit-findings', { params: { query } }));
      },
      ...pages,
    }),
  finding: (findingId: string) =>
    queryOptions({
      queryKey: [...AUDITS, 'finding', findingId],
      queryFn: () => {
        const params = { path: { findingId } };
        return answer(client.GET('/audit-findings/{findingId}', { params }));
      },
    }),
  rounds: () =>
    infiniteQueryOptions({
      queryKey: [...AUDITS, 'rounds'],
      queryFn: ({ pageParam }) => {
        const query = { cursor: pageParam, limit: 20 };
        return answer(client.GET('/inspections', { params: { query } }));
      },
      ...pages,
    }),
  round: (roundId: string) =>
    queryOptions({
      queryKey: [...AUDITS, 'round', roundId],
      queryFn: () =>
        answer(client.GET('/inspections/{roundId}', { params: { path: { roundId } } })),
    }),
  hits: (auditId: string, scanId: string) =>
    infiniteQueryOptions({
      queryKey: [...AUDITS, 'hits', auditId, scanId],
      queryFn: ({ pageParam }) => {
        const params = { path: { auditId, scanId }, query: { cursor: pageParam, limit: 50 } };
        return answer(client.GET('/audits/{auditId}/scans/{scanId}/hits', { params }));
      },
      ...pages,
    }),
  sample: (auditId: string, sampleId: string) =>
    infiniteQueryOptions({
      queryKey: [...AUDITS, 'sample', auditId, sampleId],
      queryFn: ({ pageParam }) => {
        const params = { path: { auditId, sampleId }, query: { cursor: pageParam, limit: 50 } };
        return answer(client.GET('/audits/{auditId}/samples/{sampleId}/items', { params }));
      },
      ...pages,
    }),
};
