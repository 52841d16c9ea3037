import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { queries } from '../queries.ts';
import { Page } from '../ui/page.tsx';
import { ViewsNav } from '../ui/views-nav.tsx';
import { useUrl } from '../url.ts';
import { ClaimList } from './claim-list.tsx';
import { PayClaims } from './pay-claims.tsx';
import { PlanList } from './plan-list.tsx';
import { PlanView } from './plan-view.tsx';
import '../payments/payments.css';
import './mutual-aid.css';

const VIEWS = { claims: ClaimList, plans: PlanList, pay: PayClaims } as const;
type View = keyof typeof VIEWS;

/** Who is in need is for those who register and audit; the others see plans, lists by number and money. */
function viewsOf(duty: string): readonly View[] {
  if (['clerk', 'chair'].includes(duty)) return ['claims', 'plans', 'pay'];
  if (duty === 'auditor') return ['claims', 'plans'];
  return ['plans'];
}

/** Mutual aid: claims, the oldest first; plans by round with who takes part; and the money on its way. */
export default function MutualAidPage(): ReactElement {
  const { planId = '' } = useParams();
  if (planId !== '') return <PlanView key={planId} planId={planId} />;
  return <Lists />;
}

function Lists(): ReactElement {
  const { t } = useTranslation();
  const [read] = useUrl();
  const duty = useQuery(queries.session()).data?.duty?.duty ?? '';
  const views = viewsOf(duty);
  const shown = views.find((view) => view === read('view')) ?? views[0] ?? 'plans';
  const List = VIEWS[shown];
  return (
    <Page title={t('mutualAid.title')} lead={t('aid.lead')}>
      {views.length > 1 && (
        <ViewsNav
          label={t('aid.views')}
          views={views.map((view) => [view, t(`aid.view.${view}`)] as const)}
          shown={shown}
        />
      )}
      <List />
    </Page>
  );
}
