import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Page } from '../ui/page.tsx';
import { ViewsNav } from '../ui/views-nav.tsx';
import { useUrl } from '../url.ts';
import { FairView } from './fair-view.tsx';
import { Fairs } from './fairs.tsx';
import { Placements } from './placements.tsx';
import { Startups } from './startups.tsx';
import { Trainings } from './trainings.tsx';

const views = { fairs: Fairs, placements: Placements, trainings: Trainings, startups: Startups };
const names = Object.keys(views) as (keyof typeof views)[];

/** Fairs, who found work, trainings that lead to it, and firms that begin. */
export default function JobsPage(): ReactElement {
  const { jobFairId = '' } = useParams();
  if (jobFairId !== '') return <FairView key={jobFairId} jobFairId={jobFairId} />;
  return <Lists />;
}

function Lists(): ReactElement {
  const { t } = useTranslation();
  const [read] = useUrl();
  const view = names.find((name) => name === read('view')) ?? 'fairs';
  const View = views[view];
  return (
    <Page title={t('employment.title')} lead={t('jobFairs.lead')}>
      <ViewsNav
        label={t('jobFairs.views')}
        views={names.map((name) => [name, t(`jobFairs.view.${name}`)])}
        shown={view}
      />
      <View />
    </Page>
  );
}
