import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { MyRecord } from '../shapes.ts';
import { useLabels } from '../ui/labels.ts';
import { Section } from '../ui/page.tsx';

/** Where the own transfers stand; nothing where there was never one. */
export function MyTransfers({ record }: { record: MyRecord }): ReactElement | null {
  const { t } = useTranslation();
  const label = useLabels();
  if (record.transfers.length === 0) return null;
  return (
    <Section title={t('my.transfers')}>
      <ul className="my-list">
        {record.transfers.map((transfer) => (
          <li key={transfer.transferId}>
            <strong>{label('transferState', transfer.state)}</strong>
            <span>{t('my.transferOn', { date: transfer.effectiveOn })}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
