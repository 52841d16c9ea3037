import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Payment, PaymentLine } from '../shapes.ts';
import { TraceLinks } from '../trace/trace-links.tsx';
import { Chip, type Tone } from '../ui/chips.tsx';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { TableFrame } from '../ui/table-frame.tsx';

const tones: Readonly<Record<string, Tone>> = { PAID: 'good', FAILED: 'bad', REJECTED: 'bad' };

interface Props {
  payment: Payment;
  lines: readonly PaymentLine[];
}

/** Whom it pays, masked; what the bank has done; and the voucher of what was paid. */
export function PaymentLines({ payment, lines }: Props): ReactElement {
  const { t } = useTranslation();
  return (
    <TableFrame label={t('payments.lines')} className="table-cards">
      <thead>
        <tr>
          <th scope="col">{t('payments.payee')}</th>
          <th scope="col">{t('payments.payeeAccount')}</th>
          <th scope="col" className="number">
            {t('payments.amount')}
          </th>
          <th scope="col">{t('payments.for')}</th>
          <th scope="col">{t('payments.lineState')}</th>
          <th scope="col">{t('payments.bankSays')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Row key={line.lineId} payment={payment} line={line} />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('payments.total')}</th>
          <td />
          <td className="number" data-label={t('payments.amount')}>
            <Money fen={payment.totalFen} />
          </td>
          <td colSpan={3} />
        </tr>
      </tfoot>
    </TableFrame>
  );
}

function Row({ payment, line }: { payment: Payment; line: PaymentLine }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const odd = payment.warnings.some(({ seq }) => seq === line.seq);
  return (
    <tr>
      <th scope="row">
        {line.seq}. {line.payeeNameMasked}
        <span className="payment-part">{label('payeeKind', line.payeeKind)}</span>
      </th>
      <td data-label={t('payments.payeeAccount')}>
        <span className="account-masked">{line.accountMasked}</span>{' '}
        {odd && (
          <Chip tone="warn" icon="warning">
            {t('payments.luhn')}
          </Chip>
        )}
      </td>
      <td className="number" data-label={t('payments.amount')}>
        <Money fen={line.amountFen} />
      </td>
      <td data-label={t('payments.for')}>
        {line.purpose}
        <span className="payment-part">
          {label('fundSource', line.sourceCode)}
          {line.projectCode !== '' && ` · ${line.projectCode}`}
        </span>
      </td>
      <td data-label={t('payments.lineState')}>
        <Chip tone={tones[line.state] ?? 'plain'}>{label('paymentLineState', line.state)}</Chip>
      </td>
      <td data-label={t('payments.bankSays')}>
        {line.state === 'PAID' && (
          <>
            {line.paidOn}{' '}
            <Link to={`/books?union=${payment.unionId}&voucher=${line.voucherNo}`}>
              {t('payments.voucher', { no: line.voucherNo })}
            </Link>
            <TraceLinks unionId={payment.unionId} of={{ line: line.lineId }} />
          </>
        )}
        {line.failureCode !== '' && label('bankFailure', line.failureCode)}
        {line.state === 'PENDING' && '–'}
      </td>
    </tr>
  );
}
