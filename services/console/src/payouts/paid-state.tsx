import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { RecordState } from '../acts/record-state.tsx';
import type { Payer } from './payout-queries.ts';

/** A payout by its own id, or by the record whose money it is. */
export type WhichPayout =
  | { payoutId: string }
  | { kind: string; recordId: string; recordPart?: string; payer?: Payer };

/** Where the payment of a record stands, and the way to it. */
export function PaidState({ state, of }: { state: string; of: WhichPayout }): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <RecordState words="payoutState" state={state} />{' '}
      <Link to={placeOf(of)}>{t('payouts.see')}</Link>
    </>
  );
}

function placeOf(of: WhichPayout): string {
  if ('payoutId' in of) return `/payouts/${of.payoutId}`;
  const { kind, recordId: record, recordPart: part = '', payer = 'competitions' } = of;
  const at = payer === 'welfare' ? '/welfare-payouts' : '/payouts';
  return `${at}?${new URLSearchParams({ kind, record, part }).toString()}`;
}
