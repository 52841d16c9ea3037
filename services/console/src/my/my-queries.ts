import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, client } from '../client.ts';
import { pages } from '../queries.ts';
import type { AccessEntry } from '../shapes.ts';

const pageRows = 50;
const exportRows = 200;
/** More than anybody has; a log without end must not hang a phone. */
const exportPagesMax = 50;

export const myQueries = {
  record: () =>
    queryOptions({
      queryKey: ['live', 'my-record'],
      queryFn: () => answer(client.GET('/me/record')),
    }),
  honours: () =>
    queryOptions({
      queryKey: ['live', 'my-honours'],
      queryFn: () => answer(client.GET('/me/honours')),
    }),
  competitions: () =>
    queryOptions({
      queryKey: ['live', 'my-competitions'],
      queryFn: async () => (await answer(client.GET('/me/competitions'))).items,
    }),
  access: () =>
    infiniteQueryOptions({
      queryKey: ['live', 'my-access'],
      queryFn: ({ pageParam }) => accessPage(pageParam, pageRows),
      ...pages,
    }),
};

function accessPage(cursor: string, limit: number) {
  return answer(client.GET('/me/access-log', { params: { query: { cursor, limit } } }));
}

/** Everything there is of the member who asks, and everybody who looked. */
export async function gatherMyData() {
  const record = await answer(client.GET('/me/record'));
  const { items: honours } = await answer(client.GET('/me/honours'));
  const accessLog: AccessEntry[] = [];
  let cursor = '';
  for (let page = 0; page < exportPagesMax; page += 1) {
    const { items, nextCursor } = await accessPage(cursor, exportRows);
    accessLog.push(...items);
    cursor = nextCursor;
    if (cursor === '') break;
  }
  const accessLogWhole = cursor === '';
  return { exportedAt: new Date().toISOString(), record, honours, accessLog, accessLogWhole };
}
