import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Pot } from '../books/voucher-panel.tsx';
import { queries } from '../queries.ts';
import type { MoneyTrace, TraceEnd } from '../shapes.ts';
import { Chip } from '../ui/chips.tsx';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { TableFrame } from '../ui/table-frame.tsx';
import { useUrl } from '../url.ts';
import { VoucherLink } from './voucher-link.tsx';

/** Who paid it in, who received it, what still lies there, and where the trace breaks off. */
export function TraceEnds({ trace }: { trace: MoneyTrace }): ReactElement {
  const { t } = useTranslation();
  const total = trace.ends.reduce((sum, { amountFen }) => sum + BigInt(amountFen), 0n);
  return (
    <TableFrame label={t(`tracing.ends.${trace.direction as 'BACK'}`)} className="table-cards">
      <thead>
        <tr>
          <th scope="col">{t('tracing.end')}</th>
          <th scope="col">{t('tracing.who')}</th>
          <th scope="col">{t('tracing.why')}</th>
          <th scope="col">{t('tracing.voucher')}</th>
          <th scope="col" className="number">
            {t('tracing.amount')}
          </th>
        </tr>
      </thead>
      <tbody>
        {trace.ends.map((end) => (
          <End key={`${end.node} ${end.atFen}`} end={end} trace={trace} />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('tracing.total')}</th>
          <td colSpan={3} />
          <td className="number" data-label={t('tracing.amount')}>
            <Money fen={String(total)} />
          </td>
        </tr>
      </tfoot>
    </TableFrame>
  );
}

function End({ end, trace }: { end: TraceEnd; trace: MoneyTrace }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const lost = end.reason !== '';
  return (
    <tr>
      <th scope="row">
        <Chip tone={lost ? 'warn' : 'plain'} {...(lost ? { icon: 'warning' } : {})}>
          {label('traceEnd', end.kind)}
        </Chip>
      </th>
      <td data-label={t('tracing.who')}>
        <Pot pot={end.pot} of={trace} />
      </td>
      <td data-label={t('tracing.why')}>
        {lost ? label('traceGap', end.reason) : <Named end={end} />}
      </td>
      <td data-label={t('tracing.voucher')}>
        <VoucherLink node={end.node} no={end.voucherNo} />
      </td>
      <td className="number" data-label={t('tracing.amount')}>
        <Money fen={end.amountFen} />
      </td>
    </tr>
  );
}

/** Who supervises sees no payee, and so no evidence of a payment (libs/kernel/src/permission/finance.ts). */
const readers = ['clerk', 'chair', 'finance', 'auditor'];

function Named({ end }: { end: TraceEnd }): ReactElement | null {
  const { t } = useTranslation();
  const [, patch] = useUrl();
  const duty = useQuery(queries.session()).data?.duty?.duty ?? '';
  if (end.kind === 'payer')
    return (
      <>
        {end.slipNo === ''
          ? t('tracing.byHand')
          : `${end.slipNo} · ${t('tracing.period', { from: end.periodFrom, to: end.periodTo })}`}
      </>
    );
  if (end.lineId === '') return null;
  return (
    <>
      {t('tracing.batch', { no: end.batchNo, seq: end.seq })}{' '}
      {readers.includes(duty) && (
        <button
          type="button"
          className="traced trace-open"
          onClick={() => patch({ evidence: end.lineId, open: '' })}
        >
          {t('tracing.evidence')}
        </button>
      )}
    </>
  );
}
