import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { HonourQuota, HonourRound } from '../shapes.ts';
import { Chip } from '../ui/chips.tsx';
import { Figure } from '../ui/figure.tsx';
import { TableFrame } from '../ui/table-frame.tsx';
import { useHonourName } from './use-honours.ts';

interface Props {
  round: HonourRound;
  quotas: readonly HonourQuota[];
  /** Whose slate, quotas and nominations are shown below. */
  shown: string;
}

/** The honours of a round; one of them at a time is looked at. */
export function Categories({ round, quotas, shown }: Props): ReactElement {
  const { t } = useTranslation();
  const nameOf = useHonourName();
  return (
    <TableFrame label={t('honours.honours')} className="table-cards">
      <thead>
        <tr>
          <th scope="col">{t('honours.honour')}</th>
          {(['places', 'ofSingle', 'taken'] as const).map((column) => (
            <th key={column} scope="col" className="number">
              {t(`honours.${column}`)}
            </th>
          ))}
          <th scope="col">{t('honours.state')}</th>
        </tr>
      </thead>
      <tbody>
        {round.categories.map((one) => {
          const own = quotas.filter(({ honourCode }) => honourCode === one.honourCode);
          return (
            <tr key={one.honourCode} className={one.honourCode === shown ? 'chosen' : ''}>
              <th scope="row">
                <Link
                  to={`?honour=${one.honourCode}`}
                  aria-current={one.honourCode === shown ? 'true' : undefined}
                >
                  {nameOf({ ...one, level: round.level })}
                </Link>
              </th>
              <td className="number" data-label={t('honours.places')}>
                <Figure value={one.places} />
              </td>
              <td className="number" data-label={t('honours.ofSingle')}>
                <Figure value={one.singleListed} />
              </td>
              <td className="number" data-label={t('honours.taken')}>
                <Figure value={own.reduce((sum, { takenPlaces }) => sum + takenPlaces, 0)} />
              </td>
              <td data-label={t('honours.state')}>
                {one.slateSubmittedOn === '' ? (
                  <Chip tone="good">{t('honours.isOpen')}</Chip>
                ) : (
                  <Chip>{t('slate.submittedOn', { day: one.slateSubmittedOn })}</Chip>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </TableFrame>
  );
}
