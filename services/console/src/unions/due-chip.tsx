import type { ReactElement } from 'react';
import { Chip } from '../ui/chips.tsx';
import type { Tone } from '../ui/chips.tsx';
import type { IconName } from '../ui/icons.tsx';
import { useLabels } from '../ui/labels.ts';

export const dueStates = ['EXPIRED', 'T0', 'T30', 'T90', 'T180'] as const;

const looks: Record<string, { tone: Tone; icon?: IconName }> = {
  EXPIRED: { tone: 'bad', icon: 'warning' },
  T0: { tone: 'bad', icon: 'warning' },
  T30: { tone: 'warn', icon: 'clock' },
  T90: { tone: 'warn', icon: 'clock' },
  T180: { tone: 'plain', icon: 'clock' },
};

interface Props {
  state: string;
  /** Where space is short, only what needs acting on within a month. */
  onlyUrgent?: boolean;
}

export function DueChip({ state, onlyUrgent = false }: Props): ReactElement | null {
  const label = useLabels();
  const look = looks[state];
  if (look === undefined) return null;
  if (onlyUrgent && (state === 'T180' || state === 'T90')) return null;
  return <Chip {...look}>{label('due', state)}</Chip>;
}
