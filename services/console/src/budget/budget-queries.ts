import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, client } from '../client.ts';

export const budgetQueries = {
  lines: (unionId: string, fiscalYear: number) =>
    queryOptions({
      queryKey: ['budget', unionId, fiscalYear],
      queryFn: () => {
        const query = { unionId, fiscalYear };
        return answer(client.GET('/budget/lines', { params: { query } }));
      },
      placeholderData: keepPreviousData,
      enabled: unionId !== '',
    }),
};
