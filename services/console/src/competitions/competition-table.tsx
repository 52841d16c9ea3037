import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Competition } from '../shapes.ts';
import { Chip } from '../ui/chips.tsx';
import { Figure } from '../ui/figure.tsx';
import { useLabels } from '../ui/labels.ts';
import { TableFrame } from '../ui/table-frame.tsx';
import { tones } from './competition-steps.ts';
import { useStateWords } from './use-words.ts';

export function CompetitionTable({ items }: { items: readonly Competition[] }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const rank = useRank();
  return (
    <TableFrame label={t('competitions.list')} className="table-cards">
      <thead>
        <tr>
          <th scope="col">{t('competitions.name')}</th>
          <th scope="col">{t('competitions.holder')}</th>
          <th scope="col">{t('competitions.rank')}</th>
          <th scope="col">{t('competitions.held')}</th>
          <th scope="col" className="number">
            {t('competitions.entries')}
          </th>
          <th scope="col">{t('competitions.state')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <tr key={one.competitionId}>
            <th scope="row">
              <Link to={`/competitions/${one.competitionId}`}>{one.name}</Link>
              <span className="payment-part">{label('competitionKind', one.kind)}</span>
            </th>
            <td data-label={t('competitions.holder')}>
              {one.origin === 'JOINED' ? one.organiserName : one.unionName}
              <span className="payment-part">{label('competitionFigure', one.figure)}</span>
            </td>
            <td data-label={t('competitions.rank')}>{rank(one)}</td>
            <td className="date" data-label={t('competitions.held')}>
              <Days from={one.heldFrom} to={one.heldTo} />
            </td>
            <td className="number" data-label={t('competitions.entries')}>
              <Figure value={one.entries} />
            </td>
            <td data-label={t('competitions.state')}>
              <CompetitionChip of={one} />
            </td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}

export function CompetitionChip({
  of: { state, kind },
}: {
  of: Pick<Competition, 'state' | 'kind'>;
}): ReactElement {
  const words = useStateWords(kind);
  return <Chip tone={tones[state] ?? 'plain'}>{words('competitionState', state)}</Chip>;
}

export function Days({ from, to }: { from: string; to: string }): ReactElement {
  return <>{from === to ? from : `${from} – ${to}`}</>;
}

/** The level, and the class where there is one. */
export function useRank(): (of: Pick<Competition, 'level' | 'competitionClass'>) => string {
  const label = useLabels();
  return ({ level, competitionClass }) =>
    [
      label('competitionLevel', level),
      competitionClass === 0 ? '' : label('competitionClass', String(competitionClass)),
    ]
      .filter(Boolean)
      .join(' · ');
}
