// What the register's screens ask beyond what other screens ask too (queries.ts).
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, client } from '../client.ts';
import { pages } from '../queries.ts';
import type { TransferItem } from '../shapes.ts';

export interface MembersFilter {
  unionId: string;
  state: string;
}

export const pageRows = 50;
/** A member's open transfer is looked for among so many. */
const openTransfersMax = 200;

export const memberQueries = {
  /** By a name, its initials, or few digits; who is asked for by a whole number has no query (use-search.ts). */
  search: (text: string, filter: MembersFilter, cursor: string) =>
    queryOptions({
      queryKey: ['live', 'member-search', text, filter, cursor],
      queryFn: () => findMembers(text, filter, cursor),
      placeholderData: keepPreviousData,
    }),
  access: (memberId: string) =>
    infiniteQueryOptions({
      queryKey: ['live', 'member-access', memberId],
      queryFn: ({ pageParam: cursor }) => {
        const params = { path: { memberId }, query: { cursor, limit: pageRows } };
        return answer(client.GET('/members/{memberId}/access-log', { params }));
      },
      ...pages,
    }),
  corrections: (state: string) =>
    infiniteQueryOptions({
      queryKey: ['live', 'corrections', state],
      queryFn: ({ pageParam: cursor }) => {
        const query = { state, cursor, limit: pageRows };
        return answer(client.GET('/corrections', { params: { query } }));
      },
      ...pages,
      placeholderData: keepPreviousData,
    }),
  transfers: (state: string) =>
    infiniteQueryOptions({
      queryKey: ['live', 'transfers', state],
      queryFn: ({ pageParam: cursor }) => listTransfers({ state, cursor, limit: pageRows }),
      ...pages,
      placeholderData: keepPreviousData,
    }),
  openTransferOf: (memberId: string) =>
    queryOptions({
      queryKey: ['live', 'transfers', 'of', memberId],
      queryFn: async () => {
        const { items } = await listTransfers({ limit: openTransfersMax });
        return items.find(({ transfer }) => transfer.memberId === memberId) ?? null;
      },
    }),
};

/** Asked by POST: what was typed is in no address. */
export function findMembers(text: string, filter: MembersFilter, cursor = '') {
  const body = { text, ...filter, cursor, limit: pageRows };
  return answer(client.POST('/members/search', { body }));
}

async function listTransfers(query: { state?: string; cursor?: string; limit: number }) {
  const { items, nextCursor } = await answer(client.GET('/transfers', { params: { query } }));
  return { items: items as TransferItem[], nextCursor };
}
