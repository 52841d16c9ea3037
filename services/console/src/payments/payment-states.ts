import type { Tone } from '../ui/chips.tsx';

/** The way of a payment, in its order; a rejected one leaves it. */
export const way = [
  'DRAFT',
  'CHECKED',
  'APPROVED',
  'EXPORTED',
  'SENT',
  'RESULT',
  'RECONCILED',
  'CLOSED',
] as const;

export const states = [...way, 'REJECTED'] as const;

export const tones: Readonly<Record<string, Tone>> = {
  DRAFT: 'warn',
  CHECKED: 'warn',
  RESULT: 'strong',
  RECONCILED: 'good',
  CLOSED: 'good',
  REJECTED: 'bad',
};
