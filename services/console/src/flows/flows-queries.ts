import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, client } from '../client.ts';
import { pages } from '../queries.ts';
import type { MoneyFlow } from '../shapes.ts';

export const flowQueries = {
  year: (unionId: string, fiscalYear: number) =>
    queryOptions({
      queryKey: ['money-flows', unionId, fiscalYear],
      queryFn: () => {
        const query = { unionId, fiscalYear };
        return answer(client.GET('/money-flows', { params: { query } }));
      },
      placeholderData: keepPreviousData,
      enabled: unionId !== '',
    }),
  vouchers: (unionId: string, fiscalYear: number, flow: MoneyFlow) => {
    const { fromKind, fromPart, toKind, toPart } = flow;
    const of = { unionId, fiscalYear, fromKind, fromPart, toKind, toPart };
    return infiniteQueryOptions({
      queryKey: ['money-flows', 'vouchers', of],
      queryFn: ({ pageParam }) => {
        const query = { ...of, cursor: pageParam, limit: 50 };
        return answer(client.GET('/money-flows/vouchers', { params: { query } }));
      },
      ...pages,
    });
  },
};
