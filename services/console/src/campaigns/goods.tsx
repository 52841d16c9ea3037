import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Acts } from '../acts/acts.tsx';
import { UnionFilter } from '../acts/record-filter.tsx';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { Loaded, Section } from '../ui/page.tsx';
import { RecordList } from '../ui/record-list.tsx';
import { RecordTable } from '../ui/record-table.tsx';
import { useUrl } from '../url.ts';
import { goodsActs } from './campaign-acts.ts';
import { campaignQueries } from './campaign-queries.ts';
import { useDonors } from './use-stock.ts';

/** What came into stock, batch by batch, and where each piece of it went. */
export function Goods(): ReactElement {
  const { t } = useTranslation();
  const [read] = useUrl();
  const donors = useDonors();
  const query = useInfiniteQuery(campaignQueries.goods({ unionId: read('union'), inStock: false }));
  return (
    <Section
      title={t('campaign.view.goods')}
      note={t('campaign.goodsNote')}
      tools={<Acts acts={goodsActs} record={null} choices={donors} />}
    >
      <div className="filter">
        <UnionFilter />
      </div>
      <RecordList
        label={t('campaign.view.goods')}
        query={query}
        idOf={({ batchId }) => batchId}
        name={{
          label: t('record.goodsName'),
          of: ({ goodsName }) => goodsName,
          part: ({ documentNo }) => documentNo,
        }}
        columns={[
          { label: t('record.union'), of: ({ unionName }) => unionName },
          { label: t('record.receivedOn'), of: ({ receivedOn }) => receivedOn },
          {
            label: t('record.unitPrice'),
            number: true,
            of: ({ unitPriceFen }) => <Money fen={unitPriceFen} />,
          },
          {
            label: t('record.quantity'),
            number: true,
            of: ({ quantity, unit }) => `${quantity} ${unit}`,
          },
          {
            label: t('campaign.remaining'),
            number: true,
            of: ({ remaining, unit }) => `${remaining} ${unit}`,
          },
          {
            label: t('campaign.remainingWorth'),
            number: true,
            of: ({ remainingFen }) => <Money fen={remainingFen} />,
          },
        ]}
        empty={[t('campaign.noBatches'), t('campaign.noBatchesNext')]}
        panel={({ batchId }) => <Movements batchId={batchId} />}
      />
    </Section>
  );
}

function Movements({ batchId }: { batchId: string }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const query = useQuery(campaignQueries.movements(batchId));
  return (
    <Loaded query={query}>
      {({ movements }) => (
        <RecordTable
          label={t('campaign.movements')}
          items={movements.map((one, at) => ({ ...one, at }))}
          idOf={({ at }) => String(at)}
          name={{
            label: t('campaign.movement'),
            of: ({ movementKind }) => label('goodsMovement', movementKind),
            part: ({ movedOn }) => movedOn,
          }}
          columns={[
            { label: t('record.quantity'), number: true, of: ({ quantity }) => quantity },
            {
              label: t('record.amount'),
              number: true,
              of: ({ amountFen }) => <Money fen={amountFen} />,
            },
            { label: t('campaign.balance'), number: true, of: ({ balance }) => balance },
          ]}
        />
      )}
    </Loaded>
  );
}
