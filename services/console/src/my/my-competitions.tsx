import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { isPast } from '../competitions/competition-steps.ts';
import { PrizeCode } from '../competitions/prize-certificate.tsx';
import { points } from '../competitions/points.ts';
import type { MyCompetition } from '../shapes.ts';
import { Chip } from '../ui/chips.tsx';
import { useLabels } from '../ui/labels.ts';
import { Section } from '../ui/page.tsx';
import { myQueries } from './my-queries.ts';
import '../competitions/competitions.css';

/** Where the own competitions stand; nothing where there was never one. */
export function MyCompetitions(): ReactElement | null {
  const { t } = useTranslation();
  const { data = [] } = useQuery(myQueries.competitions());
  if (data.length === 0) return null;
  return (
    <Section title={t('competitions.mine.title')} note={t('competitions.mine.note')}>
      <ul className="my-list">
        {data.map((one) => (
          <Mine key={one.entryId} of={one} />
        ))}
      </ul>
    </Section>
  );
}

function Mine({ of }: { of: MyCompetition }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const { competitionState, benchNo, rank, prize, certificateNo, qrText } = of;
  const scored = isPast(competitionState, 'QUALIFYING') && of.tradeId !== '';
  return (
    <li>
      <strong>
        <Link to={`/competitions/${of.competitionId}`}>{of.competitionName}</Link>{' '}
        <Chip>{label('competitionState', competitionState)}</Chip>
      </strong>
      <span className="quiet">
        {of.tradeTitle} · {of.heldFrom} · {label('competitionEntryState', of.state)}
      </span>
      {benchNo > 0 && <span>{t('competitions.mine.bench', { no: benchNo })}</span>}
      {rank > 0 && (
        <span>
          {t('competitions.mine.result', { rank, total: points(of.totalHundredths) })}{' '}
          {prize !== '' && <Chip tone="good">{label('competitionPrize', prize)}</Chip>}
        </span>
      )}
      {scored && (
        <Link to={`/board/${of.competitionId}/${of.tradeId}`}>{t('competitions.openBoard')}</Link>
      )}
      {qrText !== '' && (
        <details>
          <summary>{t('competitions.mine.certificate', { number: certificateNo })}</summary>
          <PrizeCode qrText={qrText} number={certificateNo} />
          <code className="seal contest-text">{qrText}</code>
          <p className="note">
            {t('competitions.publicKey')} <code className="seal">{of.publicKey}</code>
          </p>
        </details>
      )}
    </li>
  );
}
