import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useReach } from '../receipts/use-reach.ts';
import { MoreButton } from '../ui/more-button.tsx';
import { Empty, Loaded, Page } from '../ui/page.tsx';
import { RefundTable } from './refund-table.tsx';
import { RefundView } from './refund-view.tsx';
import { refundQueries } from './refunds-queries.ts';
import { RunDialog } from './run-dialog.tsx';
import '../payments/payments.css';
import './refunds.css';

/** `/refunds` lists them, and each has its own address. */
export default function RefundsPage(): ReactElement {
  const { refundId = '' } = useParams();
  if (refundId !== '') return <RefundView key={refundId} refundId={refundId} />;
  return <RefundList />;
}

function RefundList(): ReactElement {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const { writes } = useReach();
  const query = useInfiniteQuery(refundQueries.list());
  return (
    <Page
      title={t('refunds.title')}
      lead={t('refunds.lead')}
      tools={
        writes && (
          <button type="button" className="button button-main" onClick={() => setAsked(true)}>
            {t('refunds.run.do')}
          </button>
        )
      }
    >
      <Loaded query={{ ...query, isPlaceholderData: false }}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          return items.length === 0 ? (
            <Empty title={t('refunds.none')}>{t('refunds.noneNext')}</Empty>
          ) : (
            <RefundTable items={items} />
          );
        }}
      </Loaded>
      <MoreButton query={query} />
      {asked && <RunDialog onClose={() => setAsked(false)} />}
    </Page>
  );
}
