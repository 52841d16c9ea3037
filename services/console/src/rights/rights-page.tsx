import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../ui/page.tsx';
import { ViewsNav } from '../ui/views-nav.tsx';
import { useUrl } from '../url.ts';
import { Desks } from './desks.tsx';
import { Figures } from './figures.tsx';
import { LegalAids } from './legal-aids.tsx';
import { Mediations } from './mediations.tsx';
import { Orders } from './orders.tsx';
import { Professionals } from './professionals.tsx';

const views = {
  orders: Orders,
  figures: Figures,
  desks: Desks,
  mediations: Mediations,
  aids: LegalAids,
  professionals: Professionals,
} as const;
const names = Object.keys(views) as (keyof typeof views)[];

/** What workers ask for, and disputes they have: from the call to the answer. */
export default function RightsPage(): ReactElement {
  const { t } = useTranslation();
  const [read] = useUrl();
  const view = names.find((name) => name === read('view')) ?? 'orders';
  const View = views[view];
  return (
    <Page title={t('rights.title')} lead={t('rights.lead')}>
      <ViewsNav
        label={t('rights.views')}
        views={names.map((name) => [name, t(`rights.view.${name}`)])}
        shown={view}
      />
      <View />
    </Page>
  );
}
