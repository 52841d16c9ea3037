import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Icon } from '../ui/icons.tsx';
import { Page } from '../ui/page.tsx';
import { ViewsNav } from '../ui/views-nav.tsx';
import { useUrl } from '../url.ts';
import { BatchList } from './batch-list.tsx';
import { BatchView } from './batch-view.tsx';
import { CareVisits } from './care-visits.tsx';
import { CheckList } from './check-list.tsx';
import { SubsidyWork } from './subsidy-work.tsx';
import { WorkerList } from './worker-list.tsx';
import '../payments/payments.css';
import '../honours/honours.css';

const VIEWS = ['register', 'checks', 'payments'] as const;
/** Their words come with this screen. */
const MORE = ['visits', 'subsidy'] as const;

/** Model workers: who they are and what is known of them, the yearly check that they are alive, what they are paid. */
export default function ModelWorkersPage(): ReactElement {
  const { batchId = '' } = useParams();
  if (batchId !== '') return <BatchView key={batchId} batchId={batchId} />;
  return <Lists />;
}

function Lists(): ReactElement {
  const { t } = useTranslation();
  const [read] = useUrl();
  const shown = [...VIEWS, ...MORE].find((view) => view === read('view')) ?? VIEWS[0];
  return (
    <Page
      title={t('workers.title')}
      lead={t('workers.lead')}
      above={
        <Link to="/honour-holders" className="payment-back">
          <Icon name="back" />
          {t('holders.title')}
        </Link>
      }
    >
      <ViewsNav
        label={t('workers.views')}
        views={[
          ...VIEWS.map((view) => [view, t(`workers.view.${view}`)] as const),
          ...MORE.map((view) => [view, t(`workerCare.view.${view}`)] as const),
        ]}
        shown={shown}
      />
      {shown === 'register' && <WorkerList />}
      {shown === 'checks' && <CheckList />}
      {shown === 'payments' && <BatchList />}
      {shown === 'visits' && <CareVisits />}
      {shown === 'subsidy' && <SubsidyWork />}
    </Page>
  );
}
