import { queryOptions } from '@tanstack/react-query';
import { pageRows as limit, recordPages, RECORDS } from '../acts/record-pages.ts';
import { answer, client } from '../client.ts';

interface OfState {
  unionId: string;
  state: string;
}

export const innovationQueries = {
  suggestions: (of: OfState) =>
    recordPages(['suggestions', of], (cursor) => {
      const query = { ...of, cursor, limit };
      return answer(client.GET('/suggestions', { params: { query } }));
    }),
  hazards: (of: OfState) =>
    recordPages(['hazards', of], (cursor) => {
      const query = { ...of, cursor, limit };
      return answer(client.GET('/hazard-reports', { params: { query } }));
    }),
  studios: (of: OfState & { level: string }) =>
    recordPages(['studios', of], (cursor) => {
      const query = { ...of, cursor, limit };
      return answer(client.GET('/studios', { params: { query } }));
    }),
  studio: (studioId: string) =>
    queryOptions({
      queryKey: [...RECORDS, 'studio', studioId],
      queryFn: () => {
        const params = { path: { studioId } };
        return answer(client.GET('/studios/{studioId}', { params }));
      },
    }),
  alliances: () =>
    recordPages(['alliances'], (cursor) => {
      const query = { cursor, limit: 20 };
      return answer(client.GET('/studio-alliances', { params: { query } }));
    }),
  results: (of: { unionId: string; resultKind: string; year: number; level: string }) =>
    recordPages(['results', of], (cursor) => {
      const query = { ...of, cursor, limit };
      return answer(client.GET('/innovation-results', { params: { query } }));
    }),
  challenges: (state: string) =>
    recordPages(['challenges', state], (cursor) => {
      const query = { state, cursor, limit };
      return answer(client.GET('/challenges', { params: { query } }));
    }),
};
