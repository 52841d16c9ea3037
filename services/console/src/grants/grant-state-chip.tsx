import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Grant } from '../shapes.ts';
import { Chip, type Tone } from '../ui/chips.tsx';
import { useLabels } from '../ui/labels.ts';

const tones: Readonly<Record<string, Tone>> = {
  SUBMITTED: 'warn',
  ACCEPTED: 'warn',
  RETURNED: 'warn',
  REFUSED: 'bad',
  APPROVED: 'strong',
  PAID: 'good',
  REPORTED: 'good',
};

/** How far it has come, and what of it is late. */
export function GrantStateChip({ grant }: { grant: Grant }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  return (
    <>
      <Chip tone={tones[grant.state] ?? 'plain'}>{label('grantState', grant.state)}</Chip>
      {grant.paymentState !== '' && (
        <span className="account-part"> {label('grantPayment', grant.paymentState)}</span>
      )}
      {grant.reportLate && (
        <Chip tone="bad" icon="warning">
          {t('grants.reportLate')}
        </Chip>
      )}
    </>
  );
}
