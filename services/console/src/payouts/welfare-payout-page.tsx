import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Icon } from '../ui/icons.tsx';
import { useLabels } from '../ui/labels.ts';
import { Page, Section } from '../ui/page.tsx';
import { payoutQueries } from './payout-queries.ts';
import { PayoutView } from './payout-view.tsx';
import '../payments/payments.css';

/** What welfare has asked finance to pay: relief, gifts, claims. */
export default function WelfarePayoutPage(): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const { payoutId = '' } = useParams();
  const kind = useQuery(payoutQueries.one(payoutId, 'welfare')).data?.payoutKind ?? '';
  return (
    <Page
      title={t('payouts.one')}
      lead={t('payouts.note')}
      above={
        <Link to="/hardship?view=relief" className="payment-back">
          <Icon name="back" />
          {t('households.title')}
        </Link>
      }
    >
      <Section title={kind && label('payoutKind', kind)}>
        <PayoutView payoutId={payoutId} payer="welfare" />
      </Section>
    </Page>
  );
}
