// What a worker asks his union for, opened by himself (row 141). He alone finds it by who asked; nobody lists what one asks.
import type { Petition } from '@gonglian/contracts/gen/gonglian/welfare/v1/work_order.ts';
import { notFound } from '@gonglian/kernel/refusal.ts';
import type { Vault } from '@gonglian/kernel/vault.ts';
import type { Actor } from '@gonglian/rpc/actor.ts';
import type { WorkOrderState } from './steps.ts';
import { openReply } from './view.ts';
import type { WorkOrderRow } from './work-order.ts';

/** Somebody has looked at the answer. */
const SHOWN: readonly WorkOrderState[] = ['ANSWERED', 'CALLBACK', 'CLOSED', 'ARCHIVED'];

/** Of a member over his union; MEMBER_UNKNOWN for whoever is none. */
export function requireMember({ duty, member, scope }: Pick<Actor, 'duty' | 'member' | 'scope'>) {
  if (duty !== 'member' || member === '' || scope === '') throw notFound('MEMBER_UNKNOWN');
  return { memberId: member, unionId: scope };
}

export function petitionView(order: WorkOrderRow, vault: Vault): Petition {
  const { orderId, title, receivedAt, state, dueOn, closedOn } = order;
  const reply = SHOWN.includes(state) ? openReply(vault, order) : '';
  return { orderId, title, receivedAt: receivedAt.toISOString(), state, dueOn, reply, closedOn };
}
