import { queryOptions } from '@tanstack/react-query';
import { answer, client } from '../client.ts';

/** What every query of a member's own help begins with. */
export const HELP = ['live', 'help'] as const;

/** More than anybody has at once. */
const limit = 50;
const offersMax = 200;

export const helpQueries = {
  files: () =>
    queryOptions({
      queryKey: [...HELP, 'files'],
      queryFn: async () =>
        (await answer(client.GET('/hardship-files', { params: { query: { limit } } }))).items,
    }),
  file: (fileId: string) =>
    queryOptions({
      queryKey: [...HELP, 'file', fileId],
      queryFn: () =>
        answer(client.GET('/hardship-files/{fileId}', { params: { path: { fileId } } })),
    }),
  grants: (fileId: string) =>
    queryOptions({
      queryKey: [...HELP, 'grants', fileId],
      queryFn: async () =>
        (await answer(client.GET('/relief-grants', { params: { query: { fileId, limit } } })))
          .items,
    }),
  mutualAid: () =>
    queryOptions({
      queryKey: [...HELP, 'mutual-aid'],
      queryFn: () => answer(client.GET('/my-mutual-aid')),
    }),
  petitions: () =>
    queryOptions({
      queryKey: [...HELP, 'petitions'],
      queryFn: async () =>
        (await answer(client.GET('/my-petitions', { params: { query: { limit } } }))).items,
    }),
  mediations: () =>
    queryOptions({
      queryKey: [...HELP, 'mediations'],
      queryFn: async () =>
        (await answer(client.GET('/mediations', { params: { query: { limit } } }))).items,
    }),
  legalAid: () =>
    queryOptions({
      queryKey: [...HELP, 'legal-aid'],
      queryFn: async () =>
        (await answer(client.GET('/legal-aid', { params: { query: { limit } } }))).items,
    }),
  papers: (recordKind: string, recordId: string) =>
    queryOptions({
      queryKey: [...HELP, 'papers', recordId],
      queryFn: async () =>
        (await answer(client.GET('/attachments', { params: { query: { recordKind, recordId } } })))
          .items,
    }),
  offers: () =>
    queryOptions({
      queryKey: [...HELP, 'offers'],
      queryFn: async () =>
        (await answer(client.GET('/place-offers', { params: { query: { limit: offersMax } } })))
          .items,
    }),
  places: () =>
    queryOptions({
      queryKey: [...HELP, 'places'],
      queryFn: async () =>
        (await answer(client.GET('/my-places', { params: { query: { limit } } }))).items,
    }),
};
