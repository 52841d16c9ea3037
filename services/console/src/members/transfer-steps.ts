// Who may do what while a transfer is open, as the node decides it (domain §2.4): it is offered here, and decided there.
import { answer, client } from '../client.ts';
import type { Transfer } from '../shapes.ts';

export const transferSteps = ['confirmation', 'acceptance', 'refusal', 'withdrawal'] as const;
export type TransferStep = (typeof transferSteps)[number];

const next: Record<string, Record<string, readonly TransferStep[]>> = {
  member: {
    INITIATED: ['confirmation', 'refusal', 'withdrawal'],
    SENDER_CONFIRMED: ['acceptance', 'refusal', 'withdrawal'],
  },
  sender: { SENDER_CONFIRMED: ['acceptance', 'refusal', 'withdrawal'] },
  receiver: {
    INITIATED: ['confirmation', 'refusal', 'withdrawal'],
    SENDER_CONFIRMED: ['acceptance', 'withdrawal'],
  },
};

export function stepsFor(askedBy: string, state: string): readonly TransferStep[] {
  return next[askedBy]?.[state] ?? [];
}

/** Whoever says no says why. */
export function needsReason(step: TransferStep): boolean {
  return step === 'refusal' || step === 'withdrawal';
}

export function sendStep(
  { transferId, version }: Transfer,
  step: TransferStep,
  reason: string,
  key: string,
): Promise<unknown> {
  const asked = {
    params: { path: { transferId } },
    headers: { 'Idempotency-Key': key },
    body: { reason, expectedVersion: version },
  };
  switch (step) {
    case 'confirmation':
      return answer(client.POST('/transfers/{transferId}/confirmation', asked));
    case 'acceptance':
      return answer(client.POST('/transfers/{transferId}/acceptance', asked));
    case 'refusal':
      return answer(client.POST('/transfers/{transferId}/refusal', asked));
    case 'withdrawal':
      return answer(client.POST('/transfers/{transferId}/withdrawal', asked));
  }
}
