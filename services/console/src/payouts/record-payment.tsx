import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Acts } from '../acts/acts.tsx';
import { useBanks } from '../acts/use-banks.ts';
import { Facts } from '../ui/facts.tsx';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { Empty, Loaded, Section } from '../ui/page.tsx';
import { PaidState } from './paid-state.tsx';
import { payoutQueries } from './payout-queries.ts';
import { recordPaymentActs, type Owing } from './record-payment-acts.ts';

/** The money that a record of welfare has decided: asked for here once, then where it stands at finance. */
export function RecordPayment(owing: Owing): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const banks = useBanks();
  const { payoutKind, recordId } = owing;
  const query = useQuery(payoutQueries.ofWelfareRecord({ payoutKind, recordId }));
  return (
    <Section
      title={label('payoutKind', payoutKind)}
      note={t('payouts.recordNote')}
      tools={
        query.data === null && <Acts acts={recordPaymentActs} record={owing} choices={banks} />
      }
    >
      <Loaded query={query} lines={2}>
        {(one) =>
          one === null ? (
            <Empty title={t('payouts.notAsked')}>{t('payouts.notAskedNext')}</Empty>
          ) : (
            <Facts
              of={[
                [
                  t('record.payoutState'),
                  <PaidState
                    key="state"
                    state={one.state}
                    of={{ kind: payoutKind, recordId, payer: 'welfare' }}
                  />,
                ],
                [t('payouts.total'), <Money key="total" fen={one.totalFen} />],
                [t('payouts.paid'), <Money key="paid" fen={one.paidFen} />],
                [t('payouts.payer'), one.unionName],
                [t('record.documentNo'), one.documentNo],
              ]}
            />
          )
        }
      </Loaded>
    </Section>
  );
}
