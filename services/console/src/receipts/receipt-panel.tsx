import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { yuan } from '../numbers.ts';
import { queries } from '../queries.ts';
import type { Receipt } from '../shapes.ts';
import { TraceLinks } from '../trace/trace-links.tsx';
import { Facts } from '../ui/facts.tsx';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { Loaded } from '../ui/page.tsx';
import { TableFrame } from '../ui/table-frame.tsx';
import { Months } from './receipt-list.tsx';
import { receiptQueries } from './receipts-queries.ts';
import { Reversed, ReverseReceipt } from './reverse-receipt.tsx';
import { bookedOf, partsOf } from './shares.ts';
import { useReach } from './use-reach.ts';
import { VoucherLink } from './voucher-link.tsx';

/** A receipt whole: what came, by which document, and whose it is to the fen. */
export function ReceiptPanel({ receiptId }: { receiptId: string }): ReactElement {
  const query = useQuery(receiptQueries.one(receiptId));
  return (
    <Loaded query={query}>
      {(receipt) => (
        <>
          <Reversed receipt={receipt} />
          <Head receipt={receipt} />
          {receipt.unionId === '' ? <Held /> : <Split receipt={receipt} />}
          <Trace receiptId={receiptId} />
          <ReverseReceipt receipt={receipt} />
        </>
      )}
    </Loaded>
  );
}

/** In the node's book; for whoever may see the whole of it. */
function Trace({ receiptId }: { receiptId: string }): ReactElement | null {
  const { whole } = useReach();
  const root = useQuery(queries.node()).data?.rootUnionId ?? '';
  return whole ? <TraceLinks unionId={root} of={{ receipt: receiptId }} /> : null;
}

function Head({ receipt }: { receipt: Receipt }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const { foundingVoucherNo, collectionId, wageBaseFen, lateFeeFen } = receipt;
  return (
    <Facts
      of={[
        [t('receipts.mode'), label('receiptMode', receipt.mode)],
        [t('receipts.slip'), receipt.slipNo],
        [t('receipts.union'), receipt.unionName || t('receipts.held')],
        [t('receipts.payer'), <code key="payer">{receipt.payerUscc}</code>],
        [
          t('receipts.period'),
          <Months key="period" from={receipt.periodFrom} to={receipt.periodTo} />,
        ],
        [t('receipts.receivedOn'), receipt.receivedOn],
        [t('receipts.wageBase'), wageBaseFen !== '0' && <Money fen={wageBaseFen} />],
        [t('receipts.amount'), <Money key="amount" fen={receipt.amountFen} />],
        [t('receipts.lateFee'), lateFeeFen !== '0' && <Money fen={lateFeeFen} />],
        [t('receipts.arrived'), <Money key="arrived" fen={receipt.receivedFen} />],
        [t('receipts.bank'), receipt.bank],
        [t('receipts.taxOrgan'), receipt.taxOrgan],
        [t('books.voucher'), <VoucherLink key="voucher" no={receipt.voucherNo} />],
        [
          t('receipts.foundingVoucher'),
          foundingVoucherNo !== '0' && <VoucherLink no={foundingVoucherNo} />,
        ],
        [
          t('receipts.file'),
          collectionId !== '' && (
            <Link to={`/receipts/${collectionId}`}>{t('receipts.toFile')}</Link>
          ),
        ],
      ].map(([name, value]) => [name as string, value === false ? '' : value] as const)}
    />
  );
}

function Held(): ReactElement {
  const { t } = useTranslation();
  return <p className="note">{t('receipts.heldNote')}</p>;
}

function Split({ receipt }: { receipt: Receipt }): ReactElement {
  const { t, i18n } = useTranslation();
  const label = useLabels();
  const level = useQuery(queries.node()).data?.level ?? '';
  const booked = bookedOf(receipt, level);
  return (
    <>
      <h3 className="panel-part">{t('receipts.split')}</h3>
      <TableFrame label={t('receipts.split')}>
        <thead>
          <tr>
            <th scope="col">{t('receipts.level')}</th>
            <th scope="col" className="number">
              {t('receipts.part')}
            </th>
            <th scope="col" className="number">
              {t('receipts.share')}
            </th>
          </tr>
        </thead>
        <tbody>
          {partsOf(receipt).map((part) => (
            <tr key={part.level}>
              <th scope="row">{label('level', part.level)}</th>
              <td className="number">{yuan(String(part.basisPoints), i18n.language)}%</td>
              <td className="number">
                <Money fen={part.fen} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('receipts.fund')}</th>
            <td className="number">{yuan('10000', i18n.language)}%</td>
            <td className="number">
              <Money fen={receipt.fundFen} />
            </td>
          </tr>
        </tfoot>
      </TableFrame>
      {booked && (
        <dl className="steps">
          {(['own', 'upper', 'lower'] as const).map((name) => (
            <div key={name}>
              <dt>{t(`receipts.${name}`)}</dt>
              <dd>
                <Money fen={booked[name]} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {receipt.mode === 'SELF_PAY' && <p className="note">{t('receipts.keptNote')}</p>}
    </>
  );
}
