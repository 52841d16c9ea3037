import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, client } from '../client.ts';
import { pages } from '../queries.ts';

export const paymentQueries = {
  list: (state: string) =>
    infiniteQueryOptions({
      queryKey: ['payments', 'list', state],
      queryFn: ({ pageParam }) => {
        const query = { state, cursor: pageParam, limit: 50 };
        return answer(client.GET('/payments', { params: { query } }));
      },
      ...pages,
    }),
  one: (paymentId: string) =>
    queryOptions({
      queryKey: ['payments', 'one', paymentId],
      queryFn: async () => {
        const params = { path: { paymentId } };
        const { payment, lines } = await answer(client.GET('/payments/{paymentId}', { params }));
        return { payment: payment as NonNullable<typeof payment>, lines };
      },
    }),
  /** The accounts that something may be spent on: those of a county's set that nothing stands below. */
  accounts: () =>
    queryOptions({
      queryKey: ['chart', 'expenditure'],
      queryFn: async () => {
        const { items } = await answer(client.GET('/ledger/chart'));
        const spent = items.filter(({ kind }) => kind === 'EXPENDITURE');
        return spent.filter(
          ({ code }) => !spent.some((one) => one.code !== code && one.code.startsWith(code)),
        );
      },
      staleTime: Infinity,
    }),
  banks: (unionId: string) =>
    queryOptions({
      queryKey: ['bank-accounts', unionId],
      queryFn: async () => {
        const params = { query: { unionId } };
        return (await answer(client.GET('/bank-accounts', { params }))).items;
      },
      enabled: unionId !== '',
    }),
};
