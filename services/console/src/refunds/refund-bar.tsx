import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '../dates.ts';
import { queries } from '../queries.ts';
import { useReach } from '../receipts/use-reach.ts';
import type { Refund } from '../shapes.ts';
import { offers, type RefundActionName, type Removals } from './refund-actions.ts';
import { RefundDialog } from './refund-dialog.tsx';

interface Props {
  refund: Refund;
  removals: Removals;
}

/** What may be done now; on a phone it stays under the thumb. */
export function RefundBar({ refund, removals }: Props): ReactElement {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<RefundActionName>();
  const duty = useQuery(queries.session()).data?.duty?.duty ?? '';
  const { whole } = useReach();
  const offered = whole ? offers(refund, duty, today()) : [];
  const { state, publicityEndsOn: day, waitingUnions, failedUnions } = refund;
  return (
    <>
      <div className="payment-bar screen-only">
        <p className="payment-next">
          {t(`refunds.next.${state as 'LISTED'}`, { day, count: waitingUnions })}
          {failedUnions > 0 && ` ${t('refunds.failedNext')}`}
        </p>
        {offered.length > 0 && (
          <div className="payment-buttons">
            {offered.map((name) => (
              <button
                key={name}
                type="button"
                className={name === 'cancel' ? 'button' : 'button button-main'}
                onClick={() => setAsked(name)}
              >
                {t(`refunds.act.${name}.do`)}
              </button>
            ))}
          </div>
        )}
      </div>
      {asked && (
        <RefundDialog
          key={asked}
          name={asked}
          refund={refund}
          removals={removals}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
}
