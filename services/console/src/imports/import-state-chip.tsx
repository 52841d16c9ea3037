import type { ReactElement } from 'react';
import { Chip } from '../ui/chips.tsx';
import type { Tone } from '../ui/chips.tsx';
import type { IconName } from '../ui/icons.tsx';
import { useLabels } from '../ui/labels.ts';

const looks: Record<string, { tone: Tone; icon?: IconName }> = {
  READ: { tone: 'warn', icon: 'pen' },
  CHECKED: { tone: 'warn', icon: 'pen' },
  UPLOADING: { tone: 'warn', icon: 'clock' },
  READING: { tone: 'plain', icon: 'clock' },
  CHECKING: { tone: 'plain', icon: 'clock' },
  COMMITTING: { tone: 'plain', icon: 'clock' },
  UNDOING: { tone: 'plain', icon: 'clock' },
  DONE: { tone: 'good', icon: 'check' },
  UNDONE: { tone: 'strong', icon: 'back' },
  FAILED: { tone: 'bad', icon: 'warning' },
};

export function ImportStateChip({ state }: { state: string }): ReactElement {
  const label = useLabels();
  return <Chip {...looks[state]}>{label('importState', state)}</Chip>;
}
