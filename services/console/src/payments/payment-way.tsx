import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Payment } from '../shapes.ts';
import { Icon } from '../ui/icons.tsx';
import { useLabels } from '../ui/labels.ts';
import { way } from './payment-states.ts';

/** How far it has come; of a rejected one there is no way any more. */
export function PaymentWay({ payment }: { payment: Payment }): ReactElement | null {
  const { t } = useTranslation();
  const label = useLabels();
  if (payment.state === 'REJECTED') return null;
  const here = way.findIndex((state) => state === payment.state);
  return (
    <ol className="payment-way" aria-label={t('payments.way')}>
      {way.slice(0, -1).map((state, place) => {
        const passed = place < here;
        return (
          <li
            key={state}
            className={passed ? 'way-passed' : ''}
            aria-current={place === here ? 'step' : undefined}
          >
            <span className="way-mark" aria-hidden="true">
              {passed ? <Icon name="check" /> : place + 1}
            </span>
            <span>{label('paymentStep', state)}</span>
            {passed && <span className="hidden">{t('payments.passed')}</span>}
          </li>
        );
      })}
    </ol>
  );
}
