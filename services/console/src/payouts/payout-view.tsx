import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Acts } from '../acts/acts.tsx';
import { RecordState } from '../acts/record-state.tsx';
import { paymentQueries } from '../payments/payments-queries.ts';
import type { Payout } from '../shapes.ts';
import { Facts } from '../ui/facts.tsx';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { Loaded } from '../ui/page.tsx';
import { useWho } from '../ui/use-who.ts';
import { payoutActs } from './payout-acts.ts';
import { payoutQueries } from './payout-queries.ts';

/** One of them: who is paid, where it stands at finance, and why it does not move. */
export function PayoutView({ payoutId }: { payoutId: string }): ReactElement {
  const query = useQuery(payoutQueries.one(payoutId));
  return <Loaded query={query}>{(one) => <Whole payout={one} />}</Loaded>;
}

function Whole({ payout }: { payout: Payout }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const who = useWho();
  const { state, paymentId, refusalCode } = payout;
  return (
    <>
      <Facts
        of={[
          [t('payouts.filter'), <RecordState key="state" words="payoutState" state={state} />],
          [t('payouts.refusal'), refusalCode && label('payoutRefusal', refusalCode)],
          [
            t('payouts.atFinance'),
            paymentId && (
              <Link key="payment" to={`/payments/${paymentId}`}>
                {t('payouts.openPayment')}
              </Link>
            ),
          ],
          [t('payouts.payer'), payout.unionName],
          [t('record.documentNo'), payout.documentNo],
          [t('record.bank'), payout.bank],
          [t('record.fundSource'), label('budgetSource', payout.sourceCode)],
          [t('record.projectCode'), payout.projectCode],
          [t('payouts.total'), <Money key="total" fen={payout.totalFen} />],
          [t('payouts.paid'), <Money key="paid" fen={payout.paidFen} />],
          [t('payouts.madeOn'), payout.madeAt.slice(0, 10)],
          [t('payouts.madeBy'), who(payout.madeBy)],
        ]}
      />
      <Lines payout={payout} />
      <Again payout={payout} />
    </>
  );
}

function Lines({ payout: { lines } }: { payout: Payout }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  return (
    <>
      <h3>{t('payouts.lines')}</h3>
      <ul className="record-lines">
        {lines.map((line) => (
          <li key={line.seq}>
            {line.payeeNameMasked} {line.accountMasked} <Money fen={line.amountFen} />{' '}
            <RecordState words="payoutState" state={line.state} />{' '}
            <span className="account-part">
              {line.paidOn}
              {line.failureCode && label('bankFailure', line.failureCode)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** From an account of the union that pays. */
function Again({ payout }: { payout: Payout }): ReactElement {
  const { unionId, state } = payout;
  const banks = useQuery(paymentQueries.banks(unionId)).data ?? [];
  const bank = banks.map((one) => {
    return [`${unionId} ${one.bank}`, `${one.bank} · ${one.accountMasked}`] as const;
  });
  return <Acts acts={payoutActs} record={payout} state={state} choices={{ bank }} />;
}
