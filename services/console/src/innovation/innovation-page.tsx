import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Payouts } from '../payouts/payouts.tsx';
import { Page } from '../ui/page.tsx';
import { ViewsNav } from '../ui/views-nav.tsx';
import { useUrl } from '../url.ts';
import { Challenges } from './challenges.tsx';
import { Hazards } from './hazards.tsx';
import { Results } from './results.tsx';
import { Studios } from './studios.tsx';
import { Suggestions } from './suggestions.tsx';

const views = {
  suggestions: Suggestions,
  hazards: Hazards,
  studios: Studios,
  results: Results,
  challenges: Challenges,
  payouts: Payouts,
} as const;
const names = Object.keys(views) as (keyof typeof views)[];

/** What workers suggest, report and invent. */
export default function InnovationPage(): ReactElement {
  const { t } = useTranslation();
  const [read] = useUrl();
  const view = names.find((name) => name === read('view')) ?? 'suggestions';
  const View = views[view];
  return (
    <Page title={t('innovation.title')} lead={t('innovation.lead')}>
      <ViewsNav
        label={t('innovation.views')}
        views={names.map((name) => [
          name,
          name === 'payouts' ? t('payouts.title') : t(`innovation.view.${name}`),
        ])}
        shown={view}
      />
      <View />
    </Page>
  );
}
