import { queryOptions } from '@tanstack/react-query';
import { answer, client } from '../client.ts';
import { Problem } from '../problem.ts';
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
};
