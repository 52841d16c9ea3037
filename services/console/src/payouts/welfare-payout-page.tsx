import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Icon } from '../ui/icons.tsx';
import { useLabels } from '../ui/labels.ts';
import { Empty, Loaded, Page, Section } from '../ui/page.tsx';
import { useUrl } from '../url.ts';
import { payoutQueries } from './payout-queries.ts';
import { PayoutView } from './payout-view.tsx';
import '../payments/payments.css';

/** What welfare has asked finance to pay: relief, gifts, claims; by its id or by the record whose money it is. */
export default function WelfarePayoutPage(): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const params = useParams();
  const [read] = useUrl();
  const of = { payoutKind: read('kind'), recordId: read('record'), recordPart: read('part') };
  const found = useQuery(payoutQueries.ofRecord(of, 'welfare'));
  const payoutId = params['payoutId'] ?? found.data ?? '';
  const kind =
    useQuery({ ...payoutQueries.one(payoutId, 'welfare'), enabled: payoutId !== '' }).data
      ?.payoutKind ?? '';
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
        {payoutId === '' ? (
          <Loaded query={found}>{() => <Empty title={t('payouts.none')} />}</Loaded>
        ) : (
          <PayoutView payoutId={payoutId} payer="welfare" />
        )}
      </Section>
    </Page>
  );
}
