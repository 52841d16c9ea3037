import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Months } from '../receipts/receipt-list.tsx';
import type { Refund } from '../shapes.ts';
import { Chip, type Tone } from '../ui/chips.tsx';
import { Figure } from '../ui/figure.tsx';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { TableFrame } from '../ui/table-frame.tsx';

const tones: Readonly<Record<string, Tone>> = { PAID: 'good', PUBLISHED: 'warn', PAYING: 'warn' };

export function RefundTable({ items }: { items: readonly Refund[] }): ReactElement {
  const { t } = useTranslation();
  return (
    <TableFrame label={t('refunds.title')} className="table-cards">
      <thead>
        <tr>
          <th scope="col">{t('refunds.period')}</th>
          <th scope="col" className="number">
            {t('refunds.unions')}
          </th>
          <th scope="col" className="number">
            {t('refunds.amount')}
          </th>
          <th scope="col" className="number">
            {t('refunds.paid')}
          </th>
          <th scope="col">{t('refunds.madeOn')}</th>
          <th scope="col">{t('refunds.state')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <tr key={one.refundId}>
            <th scope="row">
              <Link to={`/refunds/${one.refundId}`}>
                <Months from={one.periodFrom} to={one.periodTo} />
              </Link>
            </th>
            <td className="number" data-label={t('refunds.unions')}>
              <Figure value={one.unions} />
            </td>
            <td className="number" data-label={t('refunds.amount')}>
              <Money fen={one.refundFen} />
            </td>
            <td className="number" data-label={t('refunds.paid')}>
              <Money fen={one.paidFen} />
            </td>
            <td className="date" data-label={t('refunds.madeOn')}>
              {one.madeOn}
            </td>
            <td data-label={t('refunds.state')}>
              <RefundChip refund={one} />
            </td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}

/** The state, and what of it somebody must still look at. */
export function RefundChip({ refund }: { refund: Refund }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  return (
    <>
      <Chip tone={tones[refund.state] ?? 'plain'}>{label('refundState', refund.state)}</Chip>{' '}
      {refund.failedUnions > 0 && (
        <Chip tone="bad" icon="warning">
          {t('refunds.failed', { count: refund.failedUnions })}
        </Chip>
      )}
    </>
  );
}
