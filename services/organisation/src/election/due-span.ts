import { addDays } from '@gonglian/kernel/dates.ts';
import type { DueState, ReminderPolicy } from '@gonglian/kernel/term.ts';

export interface Span {
  from: string;
  to: string;
}
export const FIRST = '0001-01-01';
export const LAST = '9999-12-31';

/**
 * The term ends that a due state means on a date: dueState of the kernel, turned round so that an
 * index can be read.
 */
export function spanOf(state: DueState, asOf: string, reminders: ReminderPolicy): Span {
  const { firstDays, secondDays, lastDays } = reminders;
  const in_ = (days: number) => addDays(asOf, days);
  switch (state) {
    case 'EXPIRED':
      return { from: FIRST, to: in_(-1) };
    case 'T0':
      return { from: asOf, to: asOf };
    case 'T30':
      return { from: in_(1), to: in_(lastDays) };
    case 'T90':
      return { from: in_(lastDays + 1), to: in_(secondDays) };
    case 'T180':
      return { from: in_(secondDays + 1), to: in_(firstDays) };
    case 'NONE':
      return { from: in_(firstDays + 1), to: LAST };
  }
}
