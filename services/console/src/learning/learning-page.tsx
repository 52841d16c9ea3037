import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../queries.ts';
import { Page } from '../ui/page.tsx';
import { ViewsNav } from '../ui/views-nav.tsx';
import { useUrl } from '../url.ts';
import { Apprenticeships } from './apprenticeships.tsx';
import { Classes } from './classes.tsx';
import { Lectures } from './lectures.tsx';
import { SafetyCup } from './safety-cup.tsx';
import { Studies } from './studies.tsx';

const views = {
  classes: Classes,
  lectures: Lectures,
  apprenticeships: Apprenticeships,
  studies: Studies,
  cup: SafetyCup,
} as const;
const names = Object.keys(views) as (keyof typeof views)[];

/** What workers learn, and what their units do for their safety. */
export default function LearningPage(): ReactElement {
  const { t } = useTranslation();
  const [read] = useUrl();
  const duty = useQuery(queries.session()).data?.duty?.duty;
  // Who supervises reads no names; the cup has none.
  const shown = duty === 'supervisor' ? (['cup'] as const) : names;
  const view = shown.find((name) => name === read('view')) ?? shown[0] ?? 'classes';
  const View = views[view];
  return (
    <Page title={t('learning.title')} lead={t('learning.lead')}>
      <ViewsNav
        label={t('learning.views')}
        views={shown.map((name) => [
          name,
          name === 'studies' ? t('study.title') : t(`learning.view.${name}`),
        ])}
        shown={view}
      />
      <View />
    </Page>
  );
}
