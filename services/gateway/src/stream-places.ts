// How many streams one reader holds open at once: events and files, which last, as requests do not.

import { busy } from '@gonglian/kernel/refusal.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Limits } from './config.ts';

/** Takes a place until the answer is over; refuses with busy TOO_MANY_OWN_STREAMS where one has none left. */
export type TakePlace = (request: FastifyRequest, reply: FastifyReply) => void;

export function streamPlaces({ streamsOfOne: limit }: Pick<Limits, 'streamsOfOne'>): TakePlace {
  const open = new Map<string, number>();
  return (request, { raw }) => {
    const reader = readerOf(request);
    const count = open.get(reader) ?? 0;
    if (count >= limit) throw busy('TOO_MANY_OWN_STREAMS', { limit });
    open.set(reader, count + 1);
    raw.once('close', () => {
      const left = (open.get(reader) ?? 1) - 1;
      if (left > 0) open.set(reader, left);
      else open.delete(reader);
    });
  };
}

/** All sessions of an account together: another log-in makes no more room. Applicants have no account. */
function readerOf({ person, ip }: FastifyRequest): string {
  if (!person || person.via === 'join-link') return `address ${ip}`;
  return `account ${person.account.accountId}`;
}
