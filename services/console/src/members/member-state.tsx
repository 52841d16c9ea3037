import type { ReactElement } from 'react';
import { Chip } from '../ui/chips.tsx';
import type { Tone } from '../ui/chips.tsx';
import type { IconName } from '../ui/icons.tsx';
import { useLabels } from '../ui/labels.ts';

const looks: Record<string, { tone: Tone; icon?: IconName }> = {
  ACTIVE: { tone: 'good', icon: 'check' },
  APPLIED: { tone: 'warn', icon: 'clock' },
  UNDER_REVIEW: { tone: 'warn', icon: 'clock' },
  TRANSFER_OUT_PENDING: { tone: 'warn', icon: 'arrow' },
};

export function MemberState({ state }: { state: string }): ReactElement {
  const label = useLabels();
  return <Chip {...looks[state]}>{label('memberState', state)}</Chip>;
}
