import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Page } from '../ui/page.tsx';
import { ViewsNav } from '../ui/views-nav.tsx';
import { useUrl } from '../url.ts';
import { Bases } from './bases.tsx';
import { BatchView } from './batch-view.tsx';
import { Batches } from './batches.tsx';
import { CheckUps } from './check-ups.tsx';

const views = { batches: Batches, bases: Bases, checkUps: CheckUps } as const;
const names = Object.keys(views) as (keyof typeof views)[];

/** Recuperation from its quota to its report, the bases, and check-ups. */
export default function RecuperationPage(): ReactElement {
  const { batchId = '' } = useParams();
  if (batchId !== '') return <BatchView key={batchId} batchId={batchId} />;
  return <Lists />;
}

function Lists(): ReactElement {
  const { t } = useTranslation();
  const [read] = useUrl();
  const view = names.find((name) => name === read('view')) ?? 'batches';
  const View = views[view];
  return (
    <Page title={t('recuperation.title')} lead={t('recuperation.lead')}>
      <ViewsNav
        label={t('recuperation.views')}
        views={names.map((name) => [name, t(`recuperation.view.${name}`)])}
        shown={view}
      />
      <View />
    </Page>
  );
}
