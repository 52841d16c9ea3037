import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCauseWords } from '../imports/cause-words.ts';
import type { CollectionException } from '../shapes.ts';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { TableFrame } from '../ui/table-frame.tsx';
import { useWho } from '../ui/use-who.ts';
import { Months } from './receipt-list.tsx';
import { ReceiptLink } from './receipt-link.tsx';
import { ResolveDialog } from './resolve-dialog.tsx';
import { useReach } from './use-reach.ts';

export function ExceptionTable({ items }: { items: readonly CollectionException[] }): ReactElement {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<CollectionException>();
  return (
    <>
      <TableFrame label={t('receipts.view.waiting')} className="table-cards">
        <thead>
          <tr>
            <th scope="col">{t('receipts.slip')}</th>
            <th scope="col">{t('receipts.payer')}</th>
            <th scope="col">{t('receipts.period')}</th>
            <th scope="col" className="number">
              {t('receipts.amount')}
            </th>
            <th scope="col">{t('receipts.cause')}</th>
            <th scope="col">{t('receipts.file')}</th>
            <th scope="col">{t('receipts.decision')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((line) => (
            <Row key={line.exceptionId} line={line} onAsk={() => setAsked(line)} />
          ))}
        </tbody>
      </TableFrame>
      {asked && <ResolveDialog line={asked} onClose={() => setAsked(undefined)} />}
    </>
  );
}

interface RowProps {
  line: CollectionException;
  onAsk: () => void;
}

function Row({ line, onAsk }: RowProps): ReactElement {
  const { t } = useTranslation();
  const words = useCauseWords();
  return (
    <tr>
      <th scope="row">{line.slipNo || '–'}</th>
      <td data-label={t('receipts.payer')}>
        <code>{line.payerUscc || '–'}</code>
      </td>
      <td className="date" data-label={t('receipts.period')}>
        <Months from={line.periodFrom} to={line.periodTo} />
      </td>
      <td className="number" data-label={t('receipts.amount')}>
        <Money fen={String(BigInt(line.amountFen) + BigInt(line.lateFeeFen))} />
      </td>
      <td data-label={t('receipts.cause')}>
        {words(line.code).title}
        {line.ledgerCode !== '' && (
          <span className="account-part"> {words(line.ledgerCode).title}</span>
        )}
      </td>
      <td data-label={t('receipts.file')}>
        <Link to={`/receipts/${line.collectionId}`}>{t('receipts.row', { row: line.row })}</Link>
      </td>
      <td data-label={t('receipts.decision')}>
        <Decision line={line} onAsk={onAsk} />
      </td>
    </tr>
  );
}

function Decision({ line, onAsk }: RowProps): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const who = useWho();
  const { writes } = useReach();
  if (line.state === 'WAITING') {
    return writes ? (
      <button type="button" className="button" onClick={onAsk}>
        {t('receipts.decide')}
        <span className="hidden"> {line.slipNo}</span>
      </button>
    ) : (
      <>{label('exceptionState', line.state)}</>
    );
  }
  return (
    <>
      {label('exceptionState', line.state)} · {who(line.resolvedBy)}
      <span className="account-part"> {line.reason}</span>{' '}
      {line.receiptId !== '' && (
        <ReceiptLink receiptId={line.receiptId}>{t('receipts.one')}</ReceiptLink>
      )}
    </>
  );
}
