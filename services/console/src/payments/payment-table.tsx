import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Payment } from '../shapes.ts';
import { Chip } from '../ui/chips.tsx';
import { Figure } from '../ui/figure.tsx';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { TableFrame } from '../ui/table-frame.tsx';
import { tones } from './payment-states.ts';

export function PaymentTable({ items }: { items: readonly Payment[] }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  return (
    <TableFrame label={t('payments.list')} className="table-cards">
      <thead>
        <tr>
          <th scope="col">{t('payments.what')}</th>
          <th scope="col">{t('payments.purpose')}</th>
          <th scope="col" className="number">
            {t('payments.lineCount')}
          </th>
          <th scope="col" className="number">
            {t('payments.total')}
          </th>
          <th scope="col">{t('payments.dueOn')}</th>
          <th scope="col">{t('payments.state')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <tr key={one.paymentId}>
            <th scope="row">
              <Link to={`/payments/${one.paymentId}`}>{one.title}</Link>
              <span className="payment-part">{one.batchNo}</span>
              {one.reissuesPaymentId !== '' && (
                <span className="payment-part">{t('payments.isReissue')}</span>
              )}
            </th>
            <td data-label={t('payments.purpose')}>{label('spendingPurpose', one.purposeCode)}</td>
            <td className="number" data-label={t('payments.lineCount')}>
              <Figure value={one.lineCount} />
            </td>
            <td className="number" data-label={t('payments.total')}>
              <Money fen={one.totalFen} />
            </td>
            <td data-label={t('payments.dueOn')}>{one.dueOn}</td>
            <td data-label={t('payments.state')}>
              <PaymentChip payment={one} />
            </td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}

/** The state, and what of it somebody must still look at. */
export function PaymentChip({ payment }: { payment: Payment }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  return (
    <>
      <Chip tone={tones[payment.state] ?? 'plain'}>{label('paymentState', payment.state)}</Chip>
      {payment.failedCount > 0 && (
        <Chip {...(payment.state === 'CLOSED' ? {} : { tone: 'bad', icon: 'warning' })}>
          {t('payments.failed', { count: payment.failedCount })}
        </Chip>
      )}
    </>
  );
}
