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
import { payoutActs, welfarePayoutActs } from './payout-acts.ts';
import { payoutQueries, type Payer } from './payout-queries.ts';

interface Props {
  payoutId: string;
  payer?: Payer;
}

/** One of them: who is paid, where it stands at finance, and why it does not move. */
export function PayoutView({ payoutId, payer = 'competitions' }: Props): ReactElement {
  const query = useQuery(payoutQueries.one(payoutId, payer));
  return <Loaded query={query}>{(one) => <Whole payout={one} payer={payer} />}</Loaded>;
}

function Whole({ payout, payer }: { payout: Payout; payer: Payer }): ReactElement {
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
      <Again payout={payout} payer={payer} />
    </>
  );
}

const reliefKinds = ['LIVING_RELIEF', 'MEDICAL_RELIEF', 'STUDY_AID', 'TEMPORARY_RELIEF'];

function Lines({ payout: { lines, payoutKind } }: { payout: Payout }): ReactElement {
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
            </span>{' '}
            {reliefKinds.includes(payoutKind) && (
              <Link to={`/relief-grants/${line.recordId}`}>{t('payouts.record')}</Link>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

/** From an account of the union that pays. */
function Again({ payout, payer }: { payout: Payout; payer: Payer }): ReactElement {
  const { unionId, state } = payout;
  const banks = useQuery(paymentQueries.banks(unionId)).data ?? [];
  const bank = banks.map((one) => {
    return [`${unionId} ${one.bank}`, `${one.bank} · ${one.accountMasked}`] as const;
  });
  const acts = payer === 'welfare' ? welfarePayoutActs : payoutActs;
  return <Acts acts={acts} record={payout} state={state} choices={{ bank }} />;
}
