import { queryOptions } from '@tanstack/react-query';
import { askAgainMs, pageRows as limit, recordPages, RECORDS } from '../acts/record-pages.ts';
import { answer, client } from '../client.ts';

interface Of {
  unionId: string;
}

export const campaignQueries = {
  /** The one ledger of a year. */
  ledger: (of: { year: number; unionId: string }) =>
    queryOptions({
      queryKey: [...RECORDS, 'campaigns', of],
      queryFn: () => answer(client.GET('/campaigns', { params: { query: of } })),
    }),
  visits: (of: Of & { campaignId: string }) =>
    recordPages(['care-visits', of], (cursor) =>
      answer(client.GET('/care-visits', { params: { query: { ...of, cursor, limit } } })),
    ),
  goods: (of: Of & { inStock: boolean }) =>
    recordPages(['goods', of], (cursor) =>
      answer(client.GET('/goods-batches', { params: { query: { ...of, cursor, limit } } })),
    ),
  movements: (batchId: string) =>
    queryOptions({
      queryKey: [...RECORDS, 'goods-ledger', batchId],
      queryFn: () =>
        answer(client.GET('/goods-batches/{batchId}', { params: { path: { batchId } } })),
    }),
  lists: (of: Of & { state: string }) =>
    recordPages(['warmth-lists', of], (cursor) =>
      answer(client.GET('/warmth-lists', { params: { query: { ...of, cursor, limit } } })),
    ),
  list: (listId: string) =>
    queryOptions({
      queryKey: [...RECORDS, 'warmth-list', listId],
      queryFn: () => answer(client.GET('/warmth-lists/{listId}', { params: { path: { listId } } })),
      refetchInterval: askAgainMs,
    }),
  donations: (of: Of) =>
    recordPages(['donations', of], (cursor) =>
      answer(client.GET('/donations', { params: { query: { ...of, cursor, limit } } })),
    ),
  consumption: (of: Of) =>
    recordPages(['consumption-aid', of], (cursor) =>
      answer(client.GET('/consumption-aid', { params: { query: { ...of, cursor, limit } } })),
    ),
};
