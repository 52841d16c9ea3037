import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Acts } from '../acts/acts.tsx';
import { UnionFilter } from '../acts/record-filter.tsx';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { Section } from '../ui/page.tsx';
import { RecordList } from '../ui/record-list.tsx';
import { useUrl } from '../url.ts';
import { consumptionActs } from './campaign-acts.ts';
import { campaignQueries } from './campaign-queries.ts';

/** What was bought of regions that are helped. */
export function Consumption(): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const [read] = useUrl();
  const query = useInfiniteQuery(campaignQueries.consumption({ unionId: read('union') }));
  return (
    <Section
      title={t('campaign.view.consumption')}
      note={t('campaign.consumptionNote')}
      tools={<Acts acts={consumptionActs} record={null} />}
    >
      <div className="filter">
        <UnionFilter />
      </div>
      <RecordList
        label={t('campaign.view.consumption')}
        query={query}
        idOf={({ aidId }) => aidId}
        name={{
          label: t('record.productName'),
          of: ({ productName }) => productName,
          part: ({ documentNo }) => documentNo,
        }}
        columns={[
          { label: t('record.union'), of: ({ unionName }) => unionName },
          { label: t('record.aidForm'), of: ({ aidForm }) => label('aidForm', aidForm) },
          { label: t('record.originRegion'), of: ({ originRegion }) => originRegion },
          { label: t('record.boughtOn'), of: ({ boughtOn }) => boughtOn },
          {
            label: t('record.amount'),
            number: true,
            of: ({ amountFen }) => <Money fen={amountFen} />,
          },
        ]}
        empty={[t('campaign.noAid'), t('campaign.noAidNext')]}
      />
    </Section>
  );
}
