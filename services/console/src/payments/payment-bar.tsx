import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../queries.ts';
import type { Payment, PaymentLine } from '../shapes.ts';
import { mayReissue, offers } from './payment-actions.ts';
import type { PaymentActionName } from './payment-actions.ts';
import { PaymentDialog } from './payment-dialog.tsx';
import { ReissueDialog } from './reissue-dialog.tsx';

interface Props {
  payment: Payment;
  lines: readonly PaymentLine[];
}

/** What may be done now; on a phone it stays under the thumb. */
export function PaymentBar({ payment, lines }: Props): ReactElement {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<PaymentActionName | 'reissue'>();
  const duty = useQuery(queries.session()).data?.duty?.duty ?? '';
  const offered = offers(payment, duty);
  const again = mayReissue(payment, duty);
  const close = () => setAsked(undefined);
  return (
    <>
      <div className="payment-bar screen-only">
        <NextNote payment={payment} />
        {(offered.length > 0 || again) && (
          <div className="payment-buttons">
            {offered.map((name) => (
              <button
                key={name}
                type="button"
                className={name === 'reject' ? 'button' : 'button button-main'}
                onClick={() => setAsked(name)}
              >
                {t(`payments.act.${name}.do`)}
              </button>
            ))}
            {again && (
              <button type="button" className="button" onClick={() => setAsked('reissue')}>
                {t('payments.reissue.do')}
              </button>
            )}
          </div>
        )}
      </div>
      {asked === 'reissue' && <ReissueDialog payment={payment} lines={lines} onClose={close} />}
      {asked !== undefined && asked !== 'reissue' && (
        <PaymentDialog key={asked} name={asked} payment={payment} onClose={close} />
      )}
    </>
  );
}

function NextNote({ payment }: { payment: Payment }): ReactElement {
  const { t } = useTranslation();
  return <p className="payment-next">{t(`payments.next.${payment.state as 'DRAFT'}`)}</p>;
}
