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

/** One payout, by its id or by the record whose money it is: where every link from a record leads. */
export default function PayoutPage(): ReactElement {
  const { t } = useTranslation();
  const { payoutId = '' } = useParams();
  const [read] = useUrl();
  const of = { payoutKind: read('kind'), recordId: read('record'), recordPart: read('part') };
  const found = useQuery({ ...payoutQueries.ofRecord(of), enabled: payoutId === '' });
  return (
    <Page
      title={t('payouts.one')}
      lead={t('payouts.note')}
      above={
        <Link to="/innovation?view=payouts" className="payment-back">
          <Icon name="back" />
          {t('payouts.title')}
        </Link>
      }
    >
      {payoutId !== '' ? (
        <Whole payoutId={payoutId} />
      ) : (
        <Loaded query={found}>
          {(id) => (id === '' ? <Empty title={t('payouts.none')} /> : <Whole payoutId={id} />)}
        </Loaded>
      )}
    </Page>
  );
}

function Whole({ payoutId }: { payoutId: string }): ReactElement {
  const label = useLabels();
  const kind = useQuery(payoutQueries.one(payoutId)).data?.payoutKind ?? '';
  return (
    <Section title={kind && label('payoutKind', kind)}>
      <PayoutView payoutId={payoutId} />
    </Section>
  );
}
