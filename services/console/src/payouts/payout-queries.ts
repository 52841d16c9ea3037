import { queryOptions } from '@tanstack/react-query';
import { askAgainMs, pageRows as limit, recordPages, RECORDS } from '../acts/record-pages.ts';
import { answer, client } from '../client.ts';

/** Which service keeps the records whose money it is. */
export type Payer = 'competitions' | 'welfare';

export const payoutQueries = {
  list: (of: { unionId: string; payoutKind: string; state: string }) =>
    recordPages(['payouts', of], (cursor) => {
      const query = { ...of, cursor, limit };
      return answer(client.GET('/payouts', { params: { query } }));
    }),
  /** The one by which the money of a record is asked for; whoever looks keeps to it when it is dropped. */
  ofRecord: (
    of: { payoutKind: string; recordId: string; recordPart: string },
    payer: Payer = 'competitions',
  ) =>
    queryOptions({
      queryKey: ['payout-of-record', payer, of],
      queryFn: async () => {
        const params = { query: of };
        const { items } =
          payer === 'welfare'
            ? await answer(client.GET('/welfare-payouts', { params }))
            : await answer(client.GET('/payouts', { params }));
        return items[0]?.payoutId ?? '';
      },
      enabled: of.recordId !== '',
      staleTime: Infinity,
      gcTime: 0,
    }),
  /** Of a record of welfare, the one that is not dropped; null before it was asked for. */
  ofWelfareRecord: (of: { payoutKind: string; recordId: string }) =>
    queryOptions({
      queryKey: [...RECORDS, 'payout-of-welfare-record', of],
      queryFn: async () => {
        const { items } = await answer(client.GET('/welfare-payouts', { params: { query: of } }));
        return items[0] ?? null;
      },
      refetchInterval: askAgainMs,
    }),
  /** With who is paid by it. */
  one: (payoutId: string, payer: Payer = 'competitions') =>
    queryOptions({
      queryKey: [...RECORDS, 'payout', payer, payoutId],
      queryFn: () => {
        const params = { path: { payoutId } };
        return payer === 'welfare'
          ? answer(client.GET('/welfare-payouts/{payoutId}', { params }))
          : answer(client.GET('/payouts/{payoutId}', { params }));
      },
      refetchInterval: askAgainMs,
    }),
};
