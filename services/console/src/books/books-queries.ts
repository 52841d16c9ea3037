import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, client } from '../client.ts';
import { pages } from '../queries.ts';

export const bookQueries = {
  books: () =>
    queryOptions({
      queryKey: ['books'],
      queryFn: () => answer(client.GET('/ledger/books', { params: { query: { limit: 200 } } })),
    }),
  trialBalance: (unionId: string, period: string) =>
    queryOptions({
      queryKey: ['books', unionId, 'trial-balance', period],
      queryFn: () => {
        const params = { path: { unionId }, query: { period } };
        return answer(client.GET('/ledger/books/{unionId}/trial-balance', { params }));
      },
      placeholderData: keepPreviousData,
    }),
  account: (unionId: string, accountNo: string) =>
    infiniteQueryOptions({
      queryKey: ['books', unionId, 'account', accountNo],
      queryFn: ({ pageParam }) => {
        const params = { path: { unionId, accountNo }, query: { cursor: pageParam, limit: 50 } };
        return answer(client.GET('/ledger/books/{unionId}/accounts/{accountNo}', { params }));
      },
      ...pages,
    }),
  voucher: (unionId: string, no: string) =>
    queryOptions({
      queryKey: ['books', unionId, 'voucher', no],
      queryFn: () => {
        const params = { path: { unionId, no } };
        return answer(client.GET('/ledger/books/{unionId}/vouchers/{no}', { params }));
      },
      // A panel that is closing has none any more.
      enabled: no !== '',
    }),
};
