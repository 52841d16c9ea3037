import { Transfer as TransferView } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import type { CalendarDate } from '@gonglian/kernel/dates.ts';
import { notFound, refused } from '@gonglian/kernel/refusal.ts';
import { expectedVersion, id, optionalText } from '@gonglian/service/fields.ts';
import { defineEntity, LockMode, p } from '@mikro-orm/postgresql';
import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';

export const ASKERS = ['member', 'sender', 'receiver'] as const;
export type Asker = (typeof ASKERS)[number];
export type TransferState =
  | 'INITIATED'
  | 'SENDER_CONFIRMED'
  | 'COMPLETED'
  | 'REFUSED'
  | 'WITHDRAWN'
  | 'EXPIRED';
export type TransferAction = 'confirm' | 'accept' | 'refuse' | 'withdraw';

export const WAITING_FOR = ['to_confirm', 'to_accept'] as const;
export type Waiting = (typeof WAITING_FOR)[number];

/** What waits for a union: to let a member go who leaves it, then to take in one who comes. */
export const WAITING: Record<Waiting, { state: TransferState; leaving: boolean }> = {
  to_confirm: { state: 'INITIATED', leaving: true },
  to_accept: { state: 'SENDER_CONFIRMED', leaving: false },
};

/** What confirming, accepting, refusing and withdrawing a transfer are asked with. */
export const DecideTransfer = z.strictObject({
  transferId: id,
  reason: optionalText(200),
  expectedVersion,
});

export const TransferSchema = defineEntity({
  name: 'Transfer',
  tableName: 'transfer',
  properties: {
    id: p.uuid().primary(),
    memberId: p.uuid(),
    fromUnionId: p.uuid(),
    toUnionId: p.uuid(),
    state: p.string().$type<TransferState>(),
    askedBy: p.string().$type<Asker | 'merger'>(),
    effectiveOn: p.date(),
    requestedOn: p.date(),
    /** The last day somebody may still decide. */
    expiresOn: p.date(),
    reason: p.string(),
    version: p.integer().version(),
  },
});

/** A member on the way from one union to another. */
export class Transfer extends TransferSchema.class {
  /** As the API shows it. */
  view(): TransferView {
    const { id: transferId, memberId, fromUnionId, toUnionId, state, effectiveOn, version } = this;
    return { transferId, memberId, fromUnionId, toUnionId, state, effectiveOn, version };
  }
}
TransferSchema.setClass(Transfer);

export interface OpenTransfer {
  state: TransferState;
  askedBy: Asker | 'merger';
  expiresOn: CalendarDate;
}

/**
 * Who may do what while a transfer is open (domain §2.4). The sender confirms, and has by asking;
 * then the receiver accepts. Whoever the transfer waits for may refuse it, unless that party asked
 * itself: then it withdraws.
 */
const NEXT: Record<
  Asker,
  Partial<Record<TransferState, Partial<Record<TransferAction, TransferState>>>>
> = {
  member: {
    INITIATED: { confirm: 'SENDER_CONFIRMED', refuse: 'REFUSED', withdraw: 'WITHDRAWN' },
    SENDER_CONFIRMED: { accept: 'COMPLETED', refuse: 'REFUSED', withdraw: 'WITHDRAWN' },
  },
  sender: {
    SENDER_CONFIRMED: { accept: 'COMPLETED', refuse: 'REFUSED', withdraw: 'WITHDRAWN' },
  },
  receiver: {
    INITIATED: { confirm: 'SENDER_CONFIRMED', refuse: 'REFUSED', withdraw: 'WITHDRAWN' },
    SENDER_CONFIRMED: { accept: 'COMPLETED', withdraw: 'WITHDRAWN' },
  },
};

/** The state a transfer starts in: the sender's asking is its confirmation. */
export function firstState(askedBy: Asker): TransferState {
  return askedBy === 'sender' ? 'SENDER_CONFIRMED' : 'INITIATED';
}

/** The state after an action. Refused TRANSFER_STATE_WRONG, then TRANSFER_EXPIRED. */
export function decideTransfer(
  { state, askedBy, expiresOn }: OpenTransfer,
  action: TransferAction,
  today: CalendarDate,
): TransferState {
  const next = askedBy === 'merger' ? undefined : NEXT[askedBy][state]?.[action];
  if (next === undefined) throw refused('TRANSFER_STATE_WRONG', { state, askedBy });
  if (today > expiresOn) throw refused('TRANSFER_EXPIRED', { expiresOn });
  return next;
}

/** TRANSFER_UNKNOWN, or stale where the version has moved. */
export function loadTransfer(
  em: EntityManager,
  ask: Pick<z.output<typeof DecideTransfer>, 'transferId' | 'expectedVersion'>,
): Promise<Transfer> {
  const { transferId } = ask;
  return em.findOneOrFail(Transfer, transferId, {
    lockMode: LockMode.OPTIMISTIC,
    lockVersion: ask.expectedVersion,
    failHandler: () => notFound('TRANSFER_UNKNOWN', { transferId }),
  });
}
