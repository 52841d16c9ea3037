import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Pot } from '../books/voucher-panel.tsx';
import type { MoneyTrace, TraceHop } from '../shapes.ts';
import { Money } from '../ui/money.tsx';
import { TableFrame } from '../ui/table-frame.tsx';
import { VoucherLink } from './voucher-link.tsx';

/** Step after step from what was asked: each move, whole or in part, and its voucher one click away. */
export function TraceSteps({ trace }: { trace: MoneyTrace }): ReactElement {
  const { t } = useTranslation();
  return (
    <TableFrame label={t('tracing.steps')} className="table-cards">
      <thead>
        <tr>
          <th scope="col">{t('tracing.stepNo')}</th>
          <th scope="col">{t('tracing.date')}</th>
          <th scope="col">{t('tracing.from')}</th>
          <th scope="col">{t('tracing.to')}</th>
          <th scope="col">{t('tracing.voucher')}</th>
          <th scope="col" className="number">
            {t('tracing.amount')}
          </th>
        </tr>
      </thead>
      <tbody>
        {trace.hops.map((hop) => (
          <tr key={`${hop.node} ${hop.depth} ${hop.atFen}`}>
            <th scope="row">
              {hop.depth === 0 ? t('tracing.start') : t('tracing.step', { no: hop.depth })}
            </th>
            <td data-label={t('tracing.date')}>{hop.eventOn}</td>
            <td data-label={t('tracing.from')}>
              <Pot pot={hop.source} of={trace} />
            </td>
            <td data-label={t('tracing.to')}>
              <Pot pot={hop.target} of={trace} />
            </td>
            <td data-label={t('tracing.voucher')}>
              <VoucherLink node={hop.node} no={hop.voucherNo} />{' '}
              <span className="account-part">
                {hop.summary}
                <Reversal hop={hop} />
              </span>
            </td>
            <td className="number" data-label={t('tracing.amount')}>
              <Money fen={hop.amountFen} />
            </td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}

function Reversal({ hop }: { hop: TraceHop }): ReactElement | null {
  const { t } = useTranslation();
  if (hop.reversesNo !== '0') return <> · {t('tracing.reversal', { no: hop.reversesNo })}</>;
  if (hop.reversedByNo !== '0') return <> · {t('tracing.reversed', { no: hop.reversedByNo })}</>;
  return null;
}
