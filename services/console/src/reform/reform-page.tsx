import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../ui/page.tsx';
import { ViewsNav } from '../ui/views-nav.tsx';
import { useUrl } from '../url.ts';
import { Designations } from './designations.tsx';
import { OnlineLearning } from './online-learning.tsx';
import { Programmes } from './programmes.tsx';
import { Reforms } from './reforms.tsx';
import { Supports } from './supports.tsx';
import './reform.css';

const views = {
  programmes: Programmes,
  reforms: Reforms,
  designations: Designations,
  supports: Supports,
  online: OnlineLearning,
} as const;
const names = Object.keys(views) as (keyof typeof views)[];

/** What unions set themselves for a time, and what the records say has come of it. */
export default function ReformPage(): ReactElement {
  const { t } = useTranslation();
  const [read] = useUrl();
  const view = names.find((name) => name === read('view')) ?? 'programmes';
  const View = views[view];
  return (
    <Page title={t('reform.title')} lead={t('programmes.lead')}>
      <ViewsNav
        label={t('programmes.views')}
        views={names.map((name) => [name, t(`programmes.view.${name}`)])}
        shown={view}
      />
      <View />
    </Page>
  );
}
