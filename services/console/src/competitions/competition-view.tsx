import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { queries } from '../queries.ts';
import type { Competition } from '../shapes.ts';
import { Icon } from '../ui/icons.tsx';
import { Loaded, Page } from '../ui/page.tsx';
import { ViewsNav } from '../ui/views-nav.tsx';
import { Way } from '../ui/way.tsx';
import { useUrl } from '../url.ts';
import { About } from './about.tsx';
import { CompetitionBar } from './competition-bar.tsx';
import { isPast, wayOf } from './competition-steps.ts';
import { CompetitionChip, Days, useRank } from './competition-table.tsx';
import { competitionQueries } from './competitions-queries.ts';
import { DraftPage } from './draft-page.tsx';
import { Judging } from './judging.tsx';
import { Participants } from './participants.tsx';
import { Results } from './results.tsx';
import { useStateWords } from './use-words.ts';

/** One competition: how far it is, what comes next, and its parts, each to whom it concerns. */
export function CompetitionView({ competitionId }: { competitionId: string }): ReactElement {
  const { t } = useTranslation();
  const [read] = useUrl();
  const query = useQuery(competitionQueries.one(competitionId));
  const competition = query.data;
  if (competition?.state === 'DRAFT' && read('amend') !== '')
    return <DraftPage competition={competition} />;
  return (
    <Page
      title={competition?.name ?? t('competitions.title')}
      lead={competition && <Lead competition={competition} />}
      above={
        <Link to="/competitions" className="payment-back">
          <Icon name="back" />
          {t('competitions.title')}
        </Link>
      }
    >
      <Loaded query={query} lines={8}>
        {(one) => (
          <>
            <CompetitionWay competition={one} />
            <CompetitionBar competition={one} />
            <Parts competition={one} shown={read('view')} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Lead({ competition }: { competition: Competition }): ReactElement {
  const rank = useRank();
  const { origin, organiserName, unionName, heldFrom, heldTo } = competition;
  return (
    <>
      {origin === 'JOINED' ? organiserName : unionName} · {rank(competition)} ·{' '}
      <Days from={heldFrom} to={heldTo} /> <CompetitionChip of={competition} />
    </>
  );
}

function CompetitionWay({ competition }: { competition: Competition }): ReactElement {
  const { state, kind } = competition;
  const words = useStateWords(kind);
  const steps = wayOf(competition).map((one) => [one, words('competitionStep', one)] as const);
  return (
    <div className="contest-way">
      <Way steps={steps} here={state} done={state === 'ARCHIVED'} />
    </div>
  );
}

/** Who administers or supervises finds no part in which people are named. */
function Parts({ competition, shown }: { competition: Competition; shown: string }): ReactElement {
  const { t } = useTranslation();
  const duty = useQuery(queries.session()).data?.duty?.duty ?? '';
  const desk = ['clerk', 'chair'].includes(duty);
  const { state, origin, kind } = competition;
  const scored = origin === 'HELD' && kind !== 'LABOUR';
  const views = [
    'about',
    ...(desk && isPast(state, 'ENROLLING') ? ['participants'] : []),
    ...(scored && isPast(state, 'ANNOUNCED') && duty !== 'auditor' ? ['judging'] : []),
    ...(isPast(state, 'QUALIFYING') ? ['results'] : []),
  ];
  const view = views.find((one) => one === shown) ?? 'about';
  return (
    <>
      {views.length > 1 && (
        <ViewsNav
          label={t('competitions.views')}
          views={views.map((one) => [one, t(`competitions.view.${one as 'about'}`)] as const)}
          shown={view}
        />
      )}
      {view === 'about' && <About competition={competition} />}
      {view === 'participants' && <Participants competition={competition} />}
      {view === 'judging' && <Judging competition={competition} desk={desk} />}
      {view === 'results' && <Results competition={competition} desk={desk} />}
    </>
  );
}
