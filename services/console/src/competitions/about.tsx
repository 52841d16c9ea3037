import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { queries } from '../queries.ts';
import type { Competition, CompetitionTrade } from '../shapes.ts';
import { Facts } from '../ui/facts.tsx';
import { Figure } from '../ui/figure.tsx';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { Section } from '../ui/page.tsx';
import { TableFrame } from '../ui/table-frame.tsx';
import { useWho } from '../ui/use-who.ts';
import { isPast } from './competition-steps.ts';
import { Days } from './competition-table.tsx';

export function About({ competition }: { competition: Competition }): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <Section title={t('competitions.about')}>
        <Content competition={competition} />
      </Section>
      {competition.trades.length > 0 && (
        <Section title={t('competitions.trades')} note={t('competitions.tradesNote')}>
          <Trades competition={competition} />
        </Section>
      )}
    </>
  );
}

function Content({ competition }: { competition: Competition }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const who = useWho();
  const own = useQuery(queries.session()).data?.duty?.duty ?? '';
  const { stages, filedBy, decidedBy } = competition;
  // Accounts are of the desks that work on it and of whoever audits them.
  const named = ['clerk', 'chair', 'auditor'].includes(own);
  return (
    <Facts
      of={[
        [t('competitions.holder'), competition.unionName],
        [t('competitions.organiser'), competition.organiserName],
        [t('competitions.kind'), label('competitionKind', competition.kind)],
        [t('competitions.season'), String(competition.season)],
        [t('competitions.basis'), competition.basisDocument],
        [t('competitions.project'), competition.projectName],
        [
          t('competitions.prizeMoney'),
          competition.prizeFen !== '0' && <Money key="prize" fen={competition.prizeFen} />,
        ],
        [
          t('competitions.organisingMoney'),
          competition.organisingFen !== '0' && <Money key="org" fen={competition.organisingFen} />,
        ],
        ...stages.map(
          ({ stage, place, heldFrom, heldTo }) =>
            [
              label('competitionStage', stage),
              <span key={stage}>
                <Days from={heldFrom} to={heldTo} /> {place}
              </span>,
            ] as const,
        ),
        [
          t('competitions.above'),
          competition.parentCompetitionId !== '' && (
            <Link key="above" to={`/competitions/${competition.parentCompetitionId}`}>
              {t('competitions.toAbove')}
            </Link>
          ),
        ],
        [t('competitions.entries'), <Figure key="entries" value={competition.entries} />],
        [t('competitions.units'), <Figure key="units" value={competition.units} />],
        [t('competitions.ruleBook'), competition.ruleBook],
        [t('competitions.filedBy'), named && filedBy !== '' && who(filedBy)],
        [t('competitions.decidedBy'), named && decidedBy !== '' && who(decidedBy)],
        [t('competitions.decisionReason'), competition.decisionReason],
      ].map(([name, value]) => [String(name), value === false ? '' : value] as const)}
    />
  );
}

function Trades({ competition }: { competition: Competition }): ReactElement {
  const { t } = useTranslation();
  const { competitionId, trades, state, origin } = competition;
  const board = origin === 'HELD' && isPast(state, 'QUALIFYING');
  return (
    <TableFrame label={t('competitions.trades')} className="table-cards">
      <thead>
        <tr>
          <th scope="col">{t('competitions.trade')}</th>
          <th scope="col" className="number">
            {t('competitions.places')}
          </th>
          <th scope="col">{t('competitions.conditions')}</th>
          <th scope="col">{t('competitions.modules')}</th>
          {board && <th scope="col">{t('competitions.board')}</th>}
        </tr>
      </thead>
      <tbody>
        {trades.map((trade) => (
          <tr key={trade.tradeId}>
            <th scope="row">{trade.title}</th>
            <td className="number" data-label={t('competitions.places')}>
              {t('competitions.taken', { taken: trade.taken, places: trade.places })}
            </td>
            <td data-label={t('competitions.conditions')}>
              <Conditions trade={trade} />
            </td>
            <td data-label={t('competitions.modules')}>
              <Modules trade={trade} />
            </td>
            {board && (
              <td data-label={t('competitions.board')}>
                <Link to={`/board/${competitionId}/${trade.tradeId}`}>
                  {t('competitions.openBoard')}
                  <span className="hidden"> {trade.title}</span>
                </Link>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}

function Conditions({ trade }: { trade: CompetitionTrade }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const { standardGrade, ageMax, finalists } = trade;
  const said = [
    standardGrade > 0 &&
      t('competitions.gradeAtLeast', { grade: label('competitionGrade', String(standardGrade)) }),
    ageMax > 0 && t('competitions.ageAtMost', { age: ageMax }),
    finalists > 0 && t('competitions.toFinal', { count: finalists }),
  ].filter((one) => one !== false);
  return <>{said.length === 0 ? t('competitions.noConditions') : said.join(' · ')}</>;
}

function Modules({ trade: { modules } }: { trade: CompetitionTrade }): ReactElement {
  const label = useLabels();
  return (
    <ul>
      {modules.map(({ moduleNo, title, moduleKind, weightBp }) => (
        <li key={moduleNo}>
          {title} {weightBp / 100}%{' '}
          <span className="quiet">{label('competitionModuleKind', moduleKind)}</span>
        </li>
      ))}
    </ul>
  );
}
