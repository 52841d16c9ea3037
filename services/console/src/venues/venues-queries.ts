import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { pageRows as limit, recordPages, RECORDS } from '../acts/record-pages.ts';
import { answer, client } from '../client.ts';
import type { Spot } from './map-frame.ts';

const MAP_ROWS = 500;

export const venuesQueries = {
  /** In use, the nearest first; a few hundred at most. */
  near: (venueKind: string, from: Spot | undefined) =>
    queryOptions({
      queryKey: [...RECORDS, 'venue-map', venueKind, from],
      queryFn: async () => {
        const query = { venueKind, ...from, limit: MAP_ROWS };
        return (await answer(client.GET('/venue-map', { params: { query } }))).items;
      },
      // What was chosen stays chosen while those near another place are asked for.
      placeholderData: keepPreviousData,
    }),
  venues: (of: { unionId: string; venueKind: string; state: string }) =>
    recordPages(['venues', of], (cursor) => {
      const query = { ...of, cursor, limit };
      return answer(client.GET('/venues', { params: { query } }));
    }),
  venue: (venueId: string) =>
    queryOptions({
      queryKey: [...RECORDS, 'venue', venueId],
      queryFn: () => {
        const params = { path: { venueId } };
        return answer(client.GET('/venues/{venueId}', { params }));
      },
    }),
  coverage: (of: { unionId: string; venueKind: string }) =>
    queryOptions({
      queryKey: [...RECORDS, 'venue-coverage', of],
      queryFn: () => answer(client.GET('/venue-coverage', { params: { query: of } })),
    }),
  activities: (of: { unionId: string; activityKind: string; state: string }) =>
    recordPages(['activities', of], (cursor) => {
      const query = { ...of, cursor, limit };
      return answer(client.GET('/activities', { params: { query } }));
    }),
};
