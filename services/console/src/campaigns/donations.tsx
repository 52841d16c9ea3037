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
import { donationActs } from './campaign-acts.ts';
import { campaignQueries } from './campaign-queries.ts';

/** What was given, and what became of it: accounts and goods match. */
export function Donations(): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const [read] = useUrl();
  const query = useInfiniteQuery(campaignQueries.donations({ unionId: read('union') }));
  return (
    <Section
      title={t('campaign.view.donations')}
      note={t('campaign.donationsNote')}
      tools={<Acts acts={donationActs} record={null} />}
    >
      <div className="filter">
        <UnionFilter />
      </div>
      <RecordList
        label={t('campaign.view.donations')}
        query={query}
        idOf={({ donationId }) => donationId}
        name={{
          label: t('record.donorName'),
          of: ({ donorKind, donorNameMasked }) => donorNameMasked || label('donorKind', donorKind),
          part: ({ receiptNo }) => receiptNo,
        }}
        columns={[
          { label: t('record.union'), of: ({ unionName }) => unionName },
          { label: t('record.receivedOn'), of: ({ receivedOn }) => receivedOn },
          {
            label: t('record.donatedMoney'),
            number: true,
            of: ({ moneyFen }) => <Money fen={moneyFen} />,
          },
          {
            label: t('record.donatedGoods'),
            number: true,
            of: ({ goodsFen }) => <Money fen={goodsFen} />,
          },
          {
            label: t('campaign.stocked'),
            number: true,
            of: ({ stockedFen }) => <Money fen={stockedFen} />,
          },
          {
            label: t('campaign.given'),
            number: true,
            of: ({ givenFen }) => <Money fen={givenFen} />,
          },
        ]}
        empty={[t('campaign.noDonations'), t('campaign.noDonationsNext')]}
      />
    </Section>
  );
}
