import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, client } from '../client.ts';
import { pages } from '../queries.ts';

/** What every query of a competition begins with. */
export const COMPETITIONS = ['live', 'competitions'] as const;

export interface CompetitionFilter {
  state: string;
  kind: string;
  figure: string;
  level: string;
  competitionClass: number;
  season: number;
}

const of = (competitionId: string) => ({ params: { path: { competitionId } } });

export const competitionQueries = {
  list: (filter: CompetitionFilter) =>
    infiniteQueryOptions({
      queryKey: [...COMPETITIONS, 'list', filter],
      queryFn: ({ pageParam }) => {
        const { competitionClass, season, ...said } = filter;
        const query = {
          ...said,
          ...(competitionClass === 0 ? {} : { competitionClass }),
          ...(season === 0 ? {} : { season }),
          cursor: pageParam,
          limit: 50,
        };
        return answer(client.GET('/competitions', { params: { query } }));
      },
      ...pages,
    }),
  one: (competitionId: string) =>
    queryOptions({
      queryKey: [...COMPETITIONS, 'one', competitionId],
      queryFn: () => answer(client.GET('/competitions/{competitionId}', of(competitionId))),
    }),
  /** What one of that level may be linked to: those of a season that stand above it. */
  above: (season: string, levels: readonly string[]) =>
    queryOptions({
      queryKey: [...COMPETITIONS, 'above', season, levels],
      queryFn: async () => {
        const lists = levels.map((level) => {
          const query = { level, season: Number(season), limit: 200 };
          return answer(client.GET('/competitions', { params: { query } }));
        });
        return (await Promise.all(lists)).flatMap(({ items }) => items);
      },
      enabled: /^\d{4}$/.test(season) && levels.length > 0,
    }),
  /** The classes that there are on a day, by level. */
  classes: (onDate: string) =>
    queryOptions({
      queryKey: ['competition-classes', onDate],
      queryFn: async () => {
        const params = { query: { onDate } };
        return (await answer(client.GET('/competition-classes', { params }))).items;
      },
      staleTime: Infinity,
    }),
  entries: (competitionId: string) =>
    infiniteQueryOptions({
      queryKey: [...COMPETITIONS, 'entries', competitionId],
      queryFn: ({ pageParam }) => {
        const params = { path: { competitionId }, query: { cursor: pageParam, limit: 200 } };
        return answer(client.GET('/competitions/{competitionId}/entries', { params }));
      },
      ...pages,
    }),
  unit: (entryId: string) =>
    queryOptions({
      queryKey: [...COMPETITIONS, 'unit', entryId],
      queryFn: () =>
        answer(client.GET('/labour-entries/{entryId}', { params: { path: { entryId } } })),
    }),
  judges: (competitionId: string) =>
    queryOptions({
      queryKey: [...COMPETITIONS, 'judges', competitionId],
      queryFn: async () =>
        (await answer(client.GET('/competitions/{competitionId}/judges', of(competitionId)))).items,
    }),
  tasks: (competitionId: string) =>
    queryOptions({
      queryKey: [...COMPETITIONS, 'tasks', competitionId],
      queryFn: async () => {
        const path = '/competitions/{competitionId}/judge-tasks';
        return (await answer(client.GET(path, of(competitionId)))).items;
      },
    }),
  standing: (competitionId: string, tradeId: string) =>
    queryOptions({
      queryKey: [...COMPETITIONS, 'standing', competitionId, tradeId],
      queryFn: () => {
        const params = { path: { competitionId, tradeId } };
        return answer(
          client.GET('/competitions/{competitionId}/trades/{tradeId}/standing', { params }),
        );
      },
    }),
  sheets: (competitionId: string, tradeId: string, benchNo: number) =>
    queryOptions({
      queryKey: [...COMPETITIONS, 'sheets', competitionId, tradeId, benchNo],
      queryFn: async () => {
        const params = { path: { competitionId, tradeId }, query: { benchNo } };
        const path = '/competitions/{competitionId}/trades/{tradeId}/score-sheets';
        return (await answer(client.GET(path, { params }))).items;
      },
    }),
  corrections: (competitionId: string) =>
    queryOptions({
      queryKey: [...COMPETITIONS, 'corrections', competitionId],
      queryFn: async () => {
        const path = '/competitions/{competitionId}/corrections';
        return (await answer(client.GET(path, of(competitionId)))).items;
      },
    }),
  appeals: (competitionId: string) =>
    queryOptions({
      queryKey: [...COMPETITIONS, 'appeals', competitionId],
      queryFn: async () => {
        const path = '/competitions/{competitionId}/appeals';
        return (await answer(client.GET(path, of(competitionId)))).items;
      },
    }),
  results: (competitionId: string) =>
    infiniteQueryOptions({
      queryKey: [...COMPETITIONS, 'results', competitionId],
      queryFn: ({ pageParam }) => {
        const params = { path: { competitionId }, query: { cursor: pageParam, limit: 200 } };
        return answer(client.GET('/competitions/{competitionId}/results', { params }));
      },
      ...pages,
    }),
  certificate: (entryId: string) =>
    queryOptions({
      queryKey: [...COMPETITIONS, 'certificate', entryId],
      queryFn: () => {
        const params = { path: { entryId } };
        return answer(client.GET('/competition-entries/{entryId}/certificate', { params }));
      },
    }),
};
