import { notFound } from '@gonglian/kernel/refusal.ts';
import type { Actor } from '@gonglian/rpc/actor.ts';

/** Whose own record it is that is asked for; MEMBER_UNKNOWN where the duty names none. */
export function ownMemberId({ member }: Pick<Actor, 'member'>): string {
  if (member === '') throw notFound('MEMBER_UNKNOWN');
  return member;
}
