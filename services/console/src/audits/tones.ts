import type { Tone } from '../ui/chips.tsx';

const TONES: Readonly<Record<string, Tone>> = {
  CLOSED: 'good',
  VERIFIED: 'good',
  RETURNED: 'bad',
  ESCALATED: 'bad',
  OVERDUE: 'bad',
  NOTIFIED: 'warn',
  RECTIFYING: 'warn',
  SETTLED: 'good',
  EVIDENCE_SUBMITTED: 'strong',
};

export const stateTone = (state: string): Tone => TONES[state] ?? 'plain';
