import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../queries.ts';
import type { Receipt } from '../shapes.ts';
import { Chip } from '../ui/chips.tsx';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { MoreButton } from '../ui/more-button.tsx';
import { Empty, Loaded } from '../ui/page.tsx';
import { TableFrame } from '../ui/table-frame.tsx';
import { useUrl } from '../url.ts';
import { ReceiptFilter } from './receipt-filter.tsx';
import { receiptQueries } from './receipts-queries.ts';
import { bookedOf } from './shares.ts';
import { ReceiptLink } from './receipt-link.tsx';
import { VoucherLink } from './voucher-link.tsx';

export function ReceiptList(): ReactElement {
  const { t } = useTranslation();
  const [read] = useUrl();
  const asked = {
    unionId: read('union'),
    mode: read('mode'),
    slipNo: read('slip'),
    receivedFrom: read('from'),
    receivedTo: read('to'),
    year: /^\d{4}$/.test(read('year')) ? Number(read('year')) : 0,
  };
  const query = useInfiniteQuery(receiptQueries.list(asked));
  const narrowed = Object.values(asked).some((value) => value !== '' && value !== 0);
  return (
    <>
      <ReceiptFilter />
      <Loaded query={query} lines={8}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length > 0) return <ReceiptTable items={items} />;
          return narrowed ? (
            <Empty title={t('receipts.noneFound')}>{t('receipts.noneFoundNext')}</Empty>
          ) : (
            <Empty title={t('receipts.none')}>{t('receipts.noneNext')}</Empty>
          );
        }}
      </Loaded>
      <MoreButton query={query} />
    </>
  );
}

const money = ['fund', 'own', 'upper', 'lower'] as const;

function ReceiptTable({ items }: { items: readonly Receipt[] }): ReactElement {
  const { t } = useTranslation();
  const level = useQuery(queries.node()).data?.level ?? '';
  return (
    <TableFrame label={t('receipts.view.receipts')} className="table-cards">
      <thead>
        <tr>
          <th scope="col">{t('receipts.union')}</th>
          <th scope="col">{t('receipts.slip')}</th>
          <th scope="col">{t('receipts.period')}</th>
          <th scope="col">{t('receipts.receivedOn')}</th>
          {money.map((name) => (
            <th key={name} scope="col" className="number">
              {t(`receipts.${name}`)}
            </th>
          ))}
          <th scope="col">{t('books.voucher')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <Row key={one.receiptId} one={one} level={level} />
        ))}
      </tbody>
    </TableFrame>
  );
}

function Row({ one, level }: { one: Receipt; level: string }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const booked = bookedOf(one, level);
  return (
    <tr className={one.reversedOn === '' ? '' : 'receipt-reversed'}>
      <th scope="row">
        {one.unionName || <Chip tone="warn">{t('receipts.held')}</Chip>}{' '}
        <span className="account-part">{one.payerUscc}</span>
      </th>
      <td data-label={t('receipts.slip')}>
        <ReceiptLink receiptId={one.receiptId}>{one.slipNo}</ReceiptLink>{' '}
        <span className="account-part">{label('receiptMode', one.mode)}</span>{' '}
        {one.reversedOn !== '' && <Chip>{t('receipts.reverse.done')}</Chip>}
      </td>
      <td className="date" data-label={t('receipts.period')}>
        <Months from={one.periodFrom} to={one.periodTo} />
      </td>
      <td className="date" data-label={t('receipts.receivedOn')}>
        {one.receivedOn}
      </td>
      <td className="number" data-label={t('receipts.fund')}>
        <Money fen={one.fundFen} />
      </td>
      {(['own', 'upper', 'lower'] as const).map((name) => (
        <td key={name} className="number" data-label={t(`receipts.${name}`)}>
          {booked ? <Money fen={booked[name]} /> : '–'}
        </td>
      ))}
      <td data-label={t('books.voucher')}>
        <VoucherLink no={one.voucherNo} />
      </td>
    </tr>
  );
}

/** One month, or the first and the last. */
export function Months({ from, to }: { from: string; to: string }): ReactElement {
  return <>{from === to ? from || '–' : `${from} – ${to}`}</>;
}
