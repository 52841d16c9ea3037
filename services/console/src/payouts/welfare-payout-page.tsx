import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { queries } from '../queries.ts';
import { mayOpen } from '../screens.ts';
import { Icon } from '../ui/icons.tsx';
import { useLabels } from '../ui/labels.ts';
import { Empty, Loaded, Page, Section } from '../ui/page.tsx';
import { useUrl } from '../url.ts';
import { placeOfRecord } from './paid-record.ts';
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
  const payout = useQuery({
    ...payoutQueries.one(payoutId, 'welfare'),
    enabled: payoutId !== '',
  }).data;
  const kind = payout?.payoutKind ?? of.payoutKind;
  const recordIds = payout?.lines.map(({ recordId }) => recordId) ?? [of.recordId];
  return (
    <Page
      title={t('payouts.one')}
      lead={t('payouts.note')}
      above={kind !== '' && <Back kind={kind} recordIds={recordIds} />}
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

interface BackProps {
  kind: string;
  recordIds: readonly string[];
}

/** To the record whose money it is; whoever may not read that, to what finance has to pay. */
function Back({ kind, recordIds }: BackProps): ReactElement | null {
  const { t } = useTranslation();
  const session = useQuery(queries.session()).data;
  const node = useQuery(queries.node()).data;
  if (!session || !node) return null;
  const place = placeOfRecord(kind, recordIds);
  const open = place && mayOpen(place.screen, session, node);
  return (
    <Link to={open ? place.to : '/payments'} className="payment-back">
      <Icon name="back" />
      {t(`payouts.back.${open ? place.words : 'payments'}`)}
    </Link>
  );
}
