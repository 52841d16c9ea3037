import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, client } from '../client.ts';
import { Problem } from '../problem.ts';
import { pages } from '../queries.ts';
import type { BankReconciliation } from '../shapes.ts';

export interface StatementOf {
  unionId: string;
  bank: string;
  month: string;
}

export const reconciliationQueries = {
  /** Null where no statement of the month was imported yet. */
  month: (of: StatementOf) =>
    queryOptions({
      queryKey: ['reconciliation', of],
      queryFn: async (): Promise<BankReconciliation | null> => {
        try {
          return await answer(client.GET('/bank-reconciliation', { params: { query: of } }));
        } catch (problem) {
          if (problem instanceof Problem && problem.code === 'STATEMENT_UNKNOWN') return null;
          throw problem;
        }
      },
      enabled: of.unionId !== '' && of.bank !== '',
    }),
  matched: (of: StatementOf) =>
    infiniteQueryOptions({
      queryKey: ['reconciliation', 'matched', of],
      queryFn: ({ pageParam }) => {
        const query = { ...of, cursor: pageParam, limit: 50 };
        return answer(client.GET('/bank-reconciliation/matched', { params: { query } }));
      },
      ...pages,
    }),
};
