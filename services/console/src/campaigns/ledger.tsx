import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Acts } from '../acts/acts.tsx';
import { UnionFilter } from '../acts/record-filter.tsx';
import { today } from '../dates.ts';
import type { Campaign, CampaignTotals } from '../shapes.ts';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { Empty, Loaded, Section } from '../ui/page.tsx';
import { TableFrame } from '../ui/table-frame.tsx';
import { YearField } from '../ui/year-field.tsx';
import { useUrl } from '../url.ts';
import { openCampaign, visitActs } from './campaign-acts.ts';
import { campaignQueries } from './campaign-queries.ts';
import { useStock } from './use-stock.ts';

/** One ledger of a year: whoever was visited in two of the four gifts is one site in their sum. */
export function Ledger(): ReactElement {
  const { t } = useTranslation();
  const [read, patch] = useUrl();
  const thisYear = Number(today().slice(0, 4));
  const year = Number(read('year')) || thisYear;
  const query = useQuery(campaignQueries.ledger({ year, unionId: read('union') }));
  return (
    <Section
      title={t('campaign.ledger')}
      note={t('campaign.ledgerNote')}
      tools={<Acts acts={openCampaign} record={null} />}
    >
      <div className="filter">
        <UnionFilter />
        <YearField
          label={t('campaign.year')}
          value={String(year)}
          onValue={(one) => patch({ year: one })}
        />
      </div>
      <Loaded query={query}>
        {({ items, fourGifts }) =>
          items.length === 0 ? (
            <Empty title={t('campaign.none')}>{t('campaign.noneNext')}</Empty>
          ) : (
            <Table items={items} fourGifts={fourGifts} />
          )
        }
      </Loaded>
    </Section>
  );
}

interface TableProps {
  items: readonly Campaign[];
  fourGifts: CampaignTotals | undefined;
}

function Table({ items, fourGifts }: TableProps): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const stock = useStock();
  const heads = ['visits', 'sites', 'personTimes', 'packages', 'goods', 'cash'] as const;
  return (
    <TableFrame label={t('campaign.ledger')} className="table-cards">
      <thead>
        <tr>
          <th scope="col">{t('record.campaignKind')}</th>
          {heads.map((one) => (
            <th key={one} scope="col" className="number">
              {t(`campaign.${one}`)}
            </th>
          ))}
          <th scope="col">{t('campaign.do')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <tr key={one.campaignId}>
            <th scope="row">
              {label('campaignKind', one.campaignKind)}{' '}
              <span className="account-part">
                {one.unionName} {one.documentNo}
              </span>
            </th>
            <Totals totals={one.totals} />
            <td data-label={t('campaign.do')}>
              <Acts acts={visitActs} record={one} choices={stock} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('campaign.fourGifts')}</th>
          <Totals totals={fourGifts} />
          <td />
        </tr>
      </tfoot>
    </TableFrame>
  );
}

function Totals({ totals }: { totals: CampaignTotals | undefined }): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <td className="number" data-label={t('campaign.visits')}>
        {totals?.visits ?? 0}
      </td>
      <td className="number" data-label={t('campaign.sites')}>
        {totals?.sites ?? 0}
      </td>
      <td className="number" data-label={t('campaign.personTimes')}>
        {totals?.personTimes ?? '0'}
      </td>
      <td className="number" data-label={t('campaign.packages')}>
        {totals?.packages ?? '0'}
      </td>
      <td className="number" data-label={t('campaign.goods')}>
        <Money fen={totals?.goodsFen ?? '0'} />
      </td>
      <td className="number" data-label={t('campaign.cash')}>
        <Money fen={totals?.cashFen ?? '0'} />
      </td>
    </>
  );
}
