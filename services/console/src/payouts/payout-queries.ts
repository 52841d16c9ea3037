import { queryOptions } from '@tanstack/react-query';
import { askAgainMs, pageRows as limit, recordPages, RECORDS } from '../acts/record-pages.ts';
import { answer, client } from '../client.ts';

export const payoutQueries = {
  list: (of: { unionId: string; payoutKind: string; state: string }) =>
    recordPages(['payouts', of], (cursor) => {
      const query = { ...of, cursor, limit };
      return answer(client.GET('/payouts', { params: { query } }));
    }),
  /** The one by which the money of a record is asked for; whoever looks keeps to it when it is dropped. */
  ofRecord: (of: { payoutKind: string; recordId: string; recordPart: string }) =>
    queryOptions({
      queryKey: ['payout-of-record', of],
      queryFn: async () => {
        const { items } = await answer(client.GET('/payouts', { params: { query: of } }));
        return items[0]?.payoutId ?? '';
      },
      enabled: of.recordId !== '',
      staleTime: Infinity,
      gcTime: 0,
    }),
  /** With who is paid by it. */
  one: (payoutId: string) =>
    queryOptions({
      queryKey: [...RECORDS, 'payout', payoutId],
      queryFn: () => answer(client.GET('/payouts/{payoutId}', { params: { path: { payoutId } } })),
      refetchInterval: askAgainMs,
    }),
};
