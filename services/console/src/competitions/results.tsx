import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Choices } from '../acts/act.ts';
import { Acts } from '../acts/acts.tsx';
import { paidState } from '../acts/fact-values.tsx';
import { useBanks } from '../acts/use-banks.ts';
import { queries } from '../queries.ts';
import type { Competition, CompetitionResult } from '../shapes.ts';
import { ChoiceField } from '../ui/choice-field.tsx';
import { Chip } from '../ui/chips.tsx';
import { useLabels } from '../ui/labels.ts';
import { MoreButton } from '../ui/more-button.tsx';
import { Empty, Loaded, Section } from '../ui/page.tsx';
import { TableFrame } from '../ui/table-frame.tsx';
import { Appeals } from './appeals.tsx';
import { steers } from './competition-actions.ts';
import { isPast } from './competition-steps.ts';
import { COMPETITIONS, competitionQueries } from './competitions-queries.ts';
import { PrizeDialog } from './prize-certificate.tsx';
import { points } from './points.ts';
import { prizeActs } from './prize-acts.ts';

interface Props {
  competition: Competition;
  desk: boolean;
}

/** How it stands while it is scored, what was appealed, and in the end who won what. */
export function Results({ competition, desk }: Props): ReactElement {
  const { state, origin, trades } = competition;
  return (
    <>
      {isPast(state, 'RESULT_PUBLISHED') && <Published competition={competition} />}
      {desk && origin === 'HELD' && isPast(state, 'APPEAL_WINDOW') && (
        <Appeals competition={competition} />
      )}
      {origin === 'HELD' && trades.length > 0 && <Standings competition={competition} />}
    </>
  );
}

/** As many as a page shows at once; the board shows all. */
const shownRows = 20;

function Standings({ competition }: { competition: Competition }): ReactElement {
  const { t } = useTranslation();
  const { competitionId, trades } = competition;
  const [tradeId, setTradeId] = useState(trades[0]?.tradeId ?? '');
  const query = useQuery(competitionQueries.standing(competitionId, tradeId));
  return (
    <Section
      title={t('competitions.standing')}
      note={t('competitions.standingNote')}
      tools={
        <Link className="button" to={`/board/${competitionId}/${tradeId}`}>
          {t('competitions.openBoard')}
        </Link>
      }
    >
      {trades.length > 1 && (
        <div className="filter">
          <ChoiceField
            label={t('competitions.trade')}
            value={tradeId}
            choices={trades.map((trade) => [trade.tradeId, trade.title])}
            onValue={setTradeId}
          />
        </div>
      )}
      <Loaded query={query}>
        {({ items, ruleBook }) =>
          items.length === 0 ? (
            <Empty title={t('competitions.noScores')}>{t('competitions.noScoresNext')}</Empty>
          ) : (
            <>
              <TableFrame label={t('competitions.standing')} className="table-cards">
                <thead>
                  <tr>
                    {(['place', 'benchNo', 'total', 'practical', 'seconds'] as const).map(
                      (name) => (
                        <th key={name} scope="col" className="number">
                          {t(`competitions.${name}`)}
                        </th>
                      ),
                    )}
                  </tr>
                </thead>
                <tbody>
                  {items.slice(0, shownRows).map((row) => (
                    <tr key={row.benchNo}>
                      <th scope="row" className="number">
                        {row.rank}
                      </th>
                      <td className="number" data-label={t('competitions.benchNo')}>
                        {row.benchNo}
                      </td>
                      <td className="number" data-label={t('competitions.total')}>
                        {points(row.totalHundredths)}
                      </td>
                      <td className="number" data-label={t('competitions.practical')}>
                        {points(row.practicalHundredths)}
                      </td>
                      <td className="number" data-label={t('competitions.seconds')}>
                        {row.seconds === 0 ? '–' : row.seconds}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </TableFrame>
              <p className="note">
                {items.length > shownRows &&
                  t('competitions.moreOnBoard', { count: items.length, shown: shownRows })}{' '}
                {t('competitions.byRuleBook', { ruleBook })}
              </p>
            </>
          )
        }
      </Loaded>
    </Section>
  );
}

function Published({ competition }: { competition: Competition }): ReactElement {
  const { t } = useTranslation();
  const query = useInfiniteQuery(competitionQueries.results(competition.competitionId));
  const duty = useQuery(queries.session()).data?.duty?.duty ?? '';
  const [asked, setAsked] = useState<CompetitionResult>();
  // A certificate has the whole name: of whoever works on it or audits, as far as he reaches.
  const reads = ['clerk', 'chair', 'auditor'].includes(duty);
  return (
    <Section title={t('competitions.results')} note={t('competitions.resultsNote')}>
      <Loaded query={query}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          return items.length === 0 ? (
            <Empty title={t('competitions.noResults')} />
          ) : (
            <ResultTable
              competition={competition}
              items={items}
              pays={competition.prizeFen !== '0' && steers(competition, { duty })}
              {...(reads ? { onCertificate: setAsked } : {})}
            />
          );
        }}
      </Loaded>
      <MoreButton query={query} />
      {asked && <PrizeDialog entryId={asked.entryId} onClose={() => setAsked(undefined)} />}
    </Section>
  );
}

interface MoneyProps {
  result: CompetitionResult;
  pays: boolean;
  banks: Choices;
}

/** Where the money of a prize stands, or the button that asks for it. */
function PrizeMoney({ result, pays, banks }: MoneyProps): ReactElement {
  const of = { kind: 'COMPETITION_PRIZE', recordId: result.entryId };
  return (
    <>
      {paidState(result.payoutState, of)}
      {pays && <Acts acts={prizeActs} record={result} choices={banks} stale={COMPETITIONS} />}
    </>
  );
}

interface TableProps {
  competition: Competition;
  items: readonly CompetitionResult[];
  /** There is money for prizes, and it is the reader who asks for it. */
  pays: boolean;
  onCertificate?: (of: CompetitionResult) => void;
}

function ResultTable({ competition, items, pays, onCertificate }: TableProps): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const titleOf = (id: string) =>
    competition.trades.find(({ tradeId }) => tradeId === id)?.title ?? '';
  const named = items.some(({ personNameMasked }) => personNameMasked !== '');
  const banks = useBanks();
  // Who audits sees where the money stands, and asks for none.
  const paid = pays || items.some(({ payoutState }) => payoutState !== '');
  const issued = onCertificate && items.some(({ certificateNo }) => certificateNo !== '');
  return (
    <TableFrame label={t('competitions.results')} className="table-cards">
      <thead>
        <tr>
          <th scope="col" className="number">
            {t('competitions.place')}
          </th>
          {named && <th scope="col">{t('competitions.person')}</th>}
          <th scope="col">{t('competitions.unit')}</th>
          <th scope="col">{t('competitions.trade')}</th>
          <th scope="col" className="number">
            {t('competitions.total')}
          </th>
          <th scope="col">{t('competitions.prize')}</th>
          {paid && <th scope="col">{t('competitions.prizePaid')}</th>}
          {issued && <th scope="col">{t('competitions.certificate')}</th>}
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <tr key={one.entryId}>
            <th scope="row" className="number">
              {one.rank}
            </th>
            {named && <td data-label={t('competitions.person')}>{one.personNameMasked || '–'}</td>}
            <td data-label={t('competitions.unit')}>{one.unionName}</td>
            <td data-label={t('competitions.trade')}>{titleOf(one.tradeId) || '–'}</td>
            <td className="number" data-label={t('competitions.total')}>
              {competition.origin === 'JOINED' ? '–' : points(one.totalHundredths)}
            </td>
            <td data-label={t('competitions.prize')}>
              <span className="chips">
                {one.prize !== '' && (
                  <Chip tone="good">{label('competitionPrize', one.prize)}</Chip>
                )}
                {one.awards.map((award) => (
                  <Chip key={award}>{label('competitionAward', award)}</Chip>
                ))}
              </span>
            </td>
            {paid && (
              <td data-label={t('competitions.prizePaid')}>
                {one.prize !== '' && <PrizeMoney result={one} pays={pays} banks={banks} />}
              </td>
            )}
            {issued && (
              <td data-label={t('competitions.certificate')}>
                {one.certificateNo !== '' && (
                  <button type="button" className="button" onClick={() => onCertificate(one)}>
                    {t('competitions.showCertificate')}
                    <span className="hidden"> {one.certificateNo}</span>
                  </button>
                )}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}
