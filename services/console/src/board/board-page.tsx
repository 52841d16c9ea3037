import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { watch } from '../client.ts';
import { competitionQueries } from '../competitions/competitions-queries.ts';
import { points } from '../competitions/points.ts';
import type { Competition, Standing } from '../shapes.ts';
import { useLabels } from '../ui/labels.ts';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { pageOf, rowsAPage } from './board-pages.ts';
import './board.css';

const turnMs = 8_000;

/** A standing as a hall sees it: bench numbers, no names, nothing else on the screen. */
export default function BoardPage(): ReactElement {
  const { competitionId = '', tradeId = '' } = useParams();
  const query = useQuery(competitionQueries.one(competitionId));
  if (query.error)
    return (
      <main className="board">
        <ProblemPanel problem={query.error} retry={() => void query.refetch()} />
      </main>
    );
  return <Board key={tradeId} competition={query.data} place={{ competitionId, tradeId }} />;
}

interface Props {
  competition: Competition | undefined;
  place: { competitionId: string; tradeId: string };
}

function Board({ competition, place }: Props): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const { standing, open } = useStanding(place);
  const trade = competition?.trades.find(({ tradeId }) => tradeId === place.tradeId);
  const stage = standing?.stage ?? '';
  useEffect(() => {
    document.title = `${trade?.title ?? ''} · ${t('board.title')}`;
  }, [trade, t]);
  return (
    <main className="board">
      <header>
        <div>
          <h1>{competition?.name ?? t('board.title')}</h1>
          <p>
            {trade?.title} · {label('competitionStage', stage)}
          </p>
        </div>
        <Link to={`/competitions/${place.competitionId}?view=results`}>{t('board.leave')}</Link>
      </header>
      {standing && <Rows standing={standing} />}
      <footer>
        <p>{t(isFinal(competition) ? 'board.final' : 'board.running')}</p>
        <p role="status" className={open ? 'board-live' : 'board-cut'}>
          {t(open ? 'board.live' : 'board.cut')}
        </p>
      </footer>
    </main>
  );
}

const isFinal = (competition: Competition | undefined) =>
  ['RESULT_PUBLISHED', 'AWARDS_ISSUED', 'ARCHIVED'].includes(competition?.state ?? '');

function Rows({ standing }: { standing: Standing }): ReactElement {
  const { t } = useTranslation();
  const { items } = standing;
  const turn = useTurn(items.length);
  const shown = pageOf(items, turn);
  if (items.length === 0) return <p className="board-none">{t('board.none')}</p>;
  return (
    <table aria-label={t('board.title')}>
      <thead>
        <tr>
          {(['place', 'benchNo', 'total', 'practical'] as const).map((name) => (
            <th key={name} scope="col">
              {t(`board.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map((row) => (
          <tr key={row.benchNo} className={row.rank <= 3 ? 'board-first' : ''}>
            <th scope="row">{row.rank}</th>
            <td>{row.benchNo}</td>
            <td>{points(row.totalHundredths)}</td>
            <td>{points(row.practicalHundredths)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A longer list turns its pages by itself: nobody in a hall has a mouse. */
function useTurn(rows: number): number {
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (rows <= rowsAPage) return undefined;
    const timer = setInterval(() => setTurn((before) => before + 1), turnMs);
    return () => clearInterval(timer);
  }, [rows]);
  return turn;
}

/** What stands now and each change of it, and whether it comes at all. */
function useStanding({ competitionId, tradeId }: Props['place']) {
  const [standing, setStanding] = useState<Standing>();
  const [open, setOpen] = useState(false);
  useEffect(
    () =>
      watch(
        '/competitions/{competitionId}/trades/{tradeId}/standing',
        { competitionId, tradeId },
        {
          onAnswer: (shown) => {
            setStanding(shown);
            setOpen(true);
          },
          onEnd: () => setOpen(false),
        },
      ),
    [competitionId, tradeId],
  );
  return { standing, open };
}
