import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '../dates.ts';
import { yuan } from '../numbers.ts';
import type { SplitProfile } from '../shapes.ts';
import { Chip } from '../ui/chips.tsx';
import { Loaded, Section } from '../ui/page.tsx';
import { TableFrame } from '../ui/table-frame.tsx';
import { partNames } from './profile-parts.ts';
import { ProfileDialog } from './profile-dialog.tsx';
import { receiptQueries } from './receipts-queries.ts';
import { useReach } from './use-reach.ts';

/** How the fund divides, from which day, by which document; the newest first. */
export function ProfileList(): ReactElement {
  const { t } = useTranslation();
  const query = useQuery(receiptQueries.profiles());
  const { writes } = useReach();
  const [asks, setAsks] = useState(false);
  return (
    <Section
      title={t('receipts.profiles')}
      note={t('receipts.profilesNote')}
      tools={
        writes && (
          <button type="button" className="button" onClick={() => setAsks(true)}>
            {t('receipts.setProfile')}
          </button>
        )
      }
    >
      <Loaded query={query}>{(items) => <ProfileTable items={items} />}</Loaded>
      {asks && <ProfileDialog last={query.data?.[0]} onClose={() => setAsks(false)} />}
    </Section>
  );
}

function ProfileTable({ items }: { items: readonly SplitProfile[] }): ReactElement {
  const { t, i18n } = useTranslation();
  const now = today();
  return (
    <TableFrame label={t('receipts.profiles')} className="table-cards">
      <thead>
        <tr>
          <th scope="col">{t('receipts.inForce')}</th>
          {partNames.map((name) => (
            <th key={name} scope="col" className="number">
              {t(`receipts.parts.${name}`)}
            </th>
          ))}
          <th scope="col">{t('receipts.document')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <tr key={one.profileId || 'policy'}>
            <th scope="row">
              <span className="date">{one.effectiveFrom}</span> –{' '}
              <span className="date">{one.effectiveTo}</span>{' '}
              {isInForce(one, now) && (
                <Chip tone="good" icon="check">
                  {t('receipts.now')}
                </Chip>
              )}
            </th>
            {partNames.map((name) => (
              <td key={name} className="number" data-label={t(`receipts.parts.${name}`)}>
                {yuan(String(one[name]), i18n.language)}%
              </td>
            ))}
            <td data-label={t('receipts.document')}>
              {one.profileId === '' ? t('receipts.byPolicy') : one.documentNo}
            </td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}

function isInForce({ effectiveFrom, effectiveTo }: SplitProfile, day: string): boolean {
  return effectiveFrom <= day && (effectiveTo === '' || day <= effectiveTo);
}
