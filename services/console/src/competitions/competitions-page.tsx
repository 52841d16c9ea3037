import type { ReactElement } from 'react';
import { useParams } from 'react-router';
import { CompetitionList } from './competition-list.tsx';
import { CompetitionView } from './competition-view.tsx';
import { DraftPage } from './draft-page.tsx';
import '../payments/payments.css';
import './competitions.css';

/** `/competitions` lists them, `/competitions/new` writes one, and each has its own address. */
export default function CompetitionsPage(): ReactElement {
  const { competitionId = '' } = useParams();
  if (competitionId === 'new') return <DraftPage />;
  if (competitionId !== '')
    return <CompetitionView key={competitionId} competitionId={competitionId} />;
  return <CompetitionList />;
}
