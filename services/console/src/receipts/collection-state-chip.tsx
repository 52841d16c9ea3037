import type { ReactElement } from 'react';
import { Chip } from '../ui/chips.tsx';
import type { Tone } from '../ui/chips.tsx';
import type { IconName } from '../ui/icons.tsx';
import { useLabels } from '../ui/labels.ts';

const looks: Record<string, { tone: Tone; icon?: IconName }> = {
  UPLOADING: { tone: 'warn', icon: 'clock' },
  READING: { tone: 'plain', icon: 'clock' },
  CHECKED: { tone: 'warn', icon: 'pen' },
  POSTING: { tone: 'plain', icon: 'clock' },
  DONE: { tone: 'good', icon: 'check' },
  FAILED: { tone: 'bad', icon: 'warning' },
};

export function CollectionStateChip({ state }: { state: string }): ReactElement {
  const label = useLabels();
  return <Chip {...looks[state]}>{label('collectionState', state)}</Chip>;
}
