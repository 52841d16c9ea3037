import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refund } from '../shapes.ts';
import { Icon } from '../ui/icons.tsx';
import { useLabels } from '../ui/labels.ts';

const way = ['LISTED', 'REVIEWED', 'PUBLISHED', 'APPROVED', 'PAYING', 'PAID'] as const;

/** How far it has come; of a cancelled one there is no way any more. */
export function RefundWay({ refund: { state } }: { refund: Refund }): ReactElement | null {
  const { t } = useTranslation();
  const label = useLabels();
  if (state === 'CANCELLED') return null;
  const here = way.findIndex((one) => one === state);
  return (
    <ol className="payment-way refund-way" aria-label={t('refunds.way')}>
      {way.map((one, place) => {
        const passed = place < here || state === 'PAID';
        return (
          <li
            key={one}
            className={passed ? 'way-passed' : ''}
            aria-current={place === here ? 'step' : undefined}
          >
            <span className="way-mark" aria-hidden="true">
              {passed ? <Icon name="check" /> : place + 1}
            </span>
            <span>{label('refundStep', one)}</span>
            {passed && <span className="hidden">{t('payments.passed')}</span>}
          </li>
        );
      })}
    </ol>
  );
}
