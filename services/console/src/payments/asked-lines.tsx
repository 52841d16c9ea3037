import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { Empty } from '../ui/page.tsx';
import { TableFrame } from '../ui/table-frame.tsx';
import type { Line } from './read-lines.ts';

/** Drawn at once; a longer list is sent whole and shown in part. */
const shownMost = 200;

interface Props {
  lines: readonly Line[];
  onRemove: (place: number) => void;
}

export function AskedLines({ lines, onRemove }: Props): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  if (lines.length === 0)
    return <Empty title={t('payments.request.noLines')}>{t('payments.request.noLinesNext')}</Empty>;
  return (
    <>
      <TableFrame label={t('payments.lines')} className="table-cards">
        <thead>
          <tr>
            <th scope="col">{t('payments.payee')}</th>
            <th scope="col">{t('payments.payeeAccount')}</th>
            <th scope="col" className="number">
              {t('payments.amount')}
            </th>
            <th scope="col">{t('payments.for')}</th>
            <th scope="col">{t('payments.request.remove')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, shownMost).map((line, at) => (
            <tr key={`${at}${line.accountNumber}`}>
              <th scope="row">
                {at + 1}. {line.payeeName}
                <span className="payment-part">{label('payeeKind', line.payeeKind)}</span>
              </th>
              <td data-label={t('payments.payeeAccount')}>
                {line.accountNumber}
                <span className="payment-part">{line.bankCode}</span>
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
              <td>
                <button type="button" className="button" onClick={() => onRemove(at)}>
                  {t('payments.request.remove')}
                  <span className="hidden"> {at + 1}</span>
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </TableFrame>
      {lines.length > shownMost && (
        <p className="note">{t('payments.request.more', { count: lines.length - shownMost })}</p>
      )}
    </>
  );
}
