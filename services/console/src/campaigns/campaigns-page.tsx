import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../ui/page.tsx';
import { ViewsNav } from '../ui/views-nav.tsx';
import { useUrl } from '../url.ts';
import { Consumption } from './consumption.tsx';
import { Donations } from './donations.tsx';
import { Goods } from './goods.tsx';
import { Ledger } from './ledger.tsx';
import { Visits } from './visits.tsx';
import { WarmthLists } from './warmth-lists.tsx';

const VIEWS = {
  ledger: Ledger,
  visits: Visits,
  goods: Goods,
  lists: WarmthLists,
  donations: Donations,
  consumption: Consumption,
} as const;
const names = Object.keys(VIEWS) as (keyof typeof VIEWS)[];

/** The four gifts and what else workers are visited for: one ledger of visits, goods and money. */
export default function CampaignsPage(): ReactElement {
  const { t } = useTranslation();
  const [read] = useUrl();
  const shown = names.find((name) => name === read('view')) ?? 'ledger';
  const View = VIEWS[shown];
  return (
    <Page title={t('campaigns.title')} lead={t('campaign.lead')}>
      <ViewsNav
        label={t('campaign.views')}
        views={names.map((name) => [name, t(`campaign.view.${name}`)])}
        shown={shown}
      />
      <View />
    </Page>
  );
}
