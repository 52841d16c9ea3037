import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, client } from '../client.ts';
import { pages } from '../queries.ts';
import type { Queue } from './queues.ts';

export interface Task {
  kind: string;
  count: number;
  oldestOn: string;
  dueOn: string;
}

const againMs = 60_000;

export const workQueries = {
  /** What waits, the nearest deadline first and then the longest wait. */
  tasks: () =>
    queryOptions({
      queryKey: ['live', 'work', 'tasks'],
      queryFn: async () => {
        const lists = await Promise.all([
          answer(client.GET('/tasks/members')),
          answer(client.GET('/tasks/unions')),
          answer(client.GET('/tasks/finance')),
          answer(client.GET('/tasks/competitions')),
          answer(client.GET('/tasks/welfare')),
        ]);
        return lists
          .flatMap(({ groups }) => groups)
          .filter(waits)
          .toSorted(nearestFirst);
      },
      refetchInterval: againMs,
    }),
  waiting: (kind: string, queue: Queue) =>
    infiniteQueryOptions({
      queryKey: ['live', 'work', 'waiting', kind],
      queryFn: ({ pageParam }) => queue.read(pageParam),
      ...pages,
    }),
};

function waits({ count }: Task): boolean {
  return count > 0;
}

export function nearestFirst(a: Task, b: Task): number {
  const never = '9999-12-31';
  const byDeadline = (a.dueOn || never).localeCompare(b.dueOn || never);
  return byDeadline || (a.oldestOn || never).localeCompare(b.oldestOn || never);
}
