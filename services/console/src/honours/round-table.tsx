import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { HonourRound } from '../shapes.ts';
import { Chip } from '../ui/chips.tsx';
import { Figure } from '../ui/figure.tsx';
import { useLabels } from '../ui/labels.ts';
import { TableFrame } from '../ui/table-frame.tsx';
import { useHonourName } from './use-honours.ts';

/** A round is over when the slate of each of its honours is in. */
export function RoundTable({ items }: { items: readonly HonourRound[] }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const nameOf = useHonourName();
  return (
    <TableFrame label={t('honours.title')} className="table-cards">
      <thead>
        <tr>
          <th scope="col">{t('honours.field.title')}</th>
          <th scope="col">{t('honours.field.level')}</th>
          <th scope="col">{t('honours.field.openedOn')}</th>
          <th scope="col">{t('honours.honours')}</th>
          <th scope="col" className="number">
            {t('honours.places')}
          </th>
          <th scope="col">{t('honours.state')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((round) => (
          <tr key={round.roundId}>
            <th scope="row">
              <Link to={`/honours/${round.roundId}`}>{round.title}</Link>
              <span className="payment-part">{round.documentNo}</span>
            </th>
            <td data-label={t('honours.field.level')}>{label('honourLevel', round.level)}</td>
            <td className="date" data-label={t('honours.field.openedOn')}>
              {round.openedOn}
            </td>
            <td data-label={t('honours.honours')}>
              {round.categories
                .map((one) => nameOf({ ...one, level: round.level }))
                .join(t('honours.and'))}
            </td>
            <td className="number" data-label={t('honours.places')}>
              <Figure value={round.categories.reduce((sum, { places }) => sum + places, 0)} />
            </td>
            <td data-label={t('honours.state')}>
              <RoundChip round={round} />
            </td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}

export function RoundChip({ round }: { round: HonourRound }): ReactElement {
  const { t } = useTranslation();
  const left = round.categories.filter(({ slateSubmittedOn }) => slateSubmittedOn === '').length;
  if (left === 0) return <Chip>{t('honours.closed')}</Chip>;
  return (
    <Chip tone="good">
      {left === round.categories.length
        ? t('honours.isOpen')
        : t('honours.partly', { count: left })}
    </Chip>
  );
}
