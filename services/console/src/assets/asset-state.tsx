import type { ReactElement } from 'react';
import { Chip, type Tone } from '../ui/chips.tsx';
import { useLabels } from '../ui/labels.ts';

const tones: Readonly<Record<string, Tone>> = {
  IN_USE: 'good',
  PROPOSED: 'warn',
  ORDERED: 'warn',
  DISPOSING: 'warn',
  MISSING: 'bad',
};

export function AssetState({ state }: { state: string }): ReactElement {
  const label = useLabels();
  return <Chip tone={tones[state] ?? 'plain'}>{label('assetState', state)}</Chip>;
}
