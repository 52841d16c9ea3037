import type { ReactElement } from 'react';
import type { MutualAidClaim } from '../shapes.ts';
import { useTranslation } from 'react-i18next';
import { Chip, type Tone } from '../ui/chips.tsx';
import { useLabels } from '../ui/labels.ts';

type Table = 'aidClaimState' | 'aidPlanState' | 'aidBatchState';

/** Yellow waits for somebody, red is sent back or rejected, green is done. */
const tones: Readonly<Record<string, Tone>> = {
  REPORTED: 'warn',
  MATERIALS: 'warn',
  CHECKED: 'warn',
  REVIEWED: 'warn',
  CALCULATED: 'warn',
  APPEALED: 'warn',
  LISTED: 'warn',
  ENROLLING: 'strong',
  EFFECTIVE: 'strong',
  APPROVED: 'strong',
  PAID: 'good',
  SETTLED: 'good',
  RETURNED: 'bad',
  REJECTED: 'bad',
};

export function AidState({ words, state }: { words: Table; state: string }): ReactElement {
  const label = useLabels();
  return <Chip tone={tones[state] ?? 'plain'}>{label(words, state)}</Chip>;
}

/** The same account under other names: somebody has to look before it is paid. */
export function SameAccount({ claim }: { claim: Pick<MutualAidClaim, 'sameAccount'> }) {
  const { t } = useTranslation();
  if (claim.sameAccount === 0) return null;
  return (
    <Chip tone="bad" icon="warning">
      {t('aid.sameAccount', { count: claim.sameAccount })}
    </Chip>
  );
}
