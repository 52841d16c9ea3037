import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { notBack } from './queries.ts';

test('an answer that comes late does not undo what a stream has brought meanwhile', async () => {
  const cache = new QueryClient();
  const queryKey = ['one'];
  cache.setQueryDefaults(queryKey, { structuralSharing: notBack });
  const queryFn = async (): Promise<object> => {
    await Promise.resolve();
    cache.setQueryData(queryKey, { version: 4, state: 'CHECKED' });
    return { version: 3, state: 'CHECKING' };
  };
  await cache.fetchQuery({ queryKey, queryFn });
  expect(cache.getQueryData(queryKey)).toEqual({ version: 4, state: 'CHECKED' });
});

test.each([
  ['the first one', undefined, { version: 1 }],
  ['a later version', { version: 1 }, { version: 2 }],
  ['progress within a version', { version: 2, rowsDone: 5 }, { version: 2, rowsDone: 9 }],
])('%s is shown', (_, now, next) => {
  expect(notBack(now, next)).toEqual(next);
});
