import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { MatchedBankLine } from '../shapes.ts';
import { Money } from '../ui/money.tsx';
import { MoreButton } from '../ui/more-button.tsx';
import { Empty, Loaded, Section } from '../ui/page.tsx';
import { TableFrame } from '../ui/table-frame.tsx';
import { useWho } from '../ui/use-who.ts';
import { reconciliationQueries } from './reconciliation-queries.ts';
import type { StatementOf } from './reconciliation-queries.ts';
import { UnmatchDialog } from './unmatch-dialog.tsx';
import { UnmatchedNote } from './unmatched-note.tsx';

interface Props {
  of: StatementOf;
  writes: boolean;
}

/** What was matched, and with what; a mistake among it is taken apart here. */
export function MatchedLines({ of, writes }: Props): ReactElement {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<MatchedBankLine>();
  const query = useInfiniteQuery(reconciliationQueries.matched(of));
  return (
    <Section title={t('reconciliation.matchedLines')} screenOnly>
      <Loaded query={query}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          return items.length === 0 ? (
            <Empty title={t('reconciliation.matchedNone')}>
              {t('reconciliation.matchedNoneNext')}
            </Empty>
          ) : (
            <MatchedTable of={of} items={items} onAsk={writes ? setAsked : undefined} />
          );
        }}
      </Loaded>
      <MoreButton query={query} />
      {asked && <UnmatchDialog line={asked} onClose={() => setAsked(undefined)} />}
    </Section>
  );
}

interface TableProps {
  of: StatementOf;
  items: readonly MatchedBankLine[];
  onAsk: ((line: MatchedBankLine) => void) | undefined;
}

function MatchedTable({ of, items, onAsk }: TableProps): ReactElement {
  const { t } = useTranslation();
  return (
    <TableFrame label={t('reconciliation.matchedLines')} className="table-cards">
      <thead>
        <tr>
          <th scope="col">{t('reconciliation.postedOn')}</th>
          <th scope="col">{t('reconciliation.words')}</th>
          <th scope="col">{t('reconciliation.serial')}</th>
          <th scope="col" className="number">
            {t('payments.amount')}
          </th>
          <th scope="col">{t('books.voucher')}</th>
          <th scope="col">{t('reconciliation.matchedBy')}</th>
          {onAsk && <th scope="col">{t('settlements.do')}</th>}
        </tr>
      </thead>
      <tbody>
        {items.map((line) => (
          <Row key={line.lineId} of={of} line={line} onAsk={onAsk} />
        ))}
      </tbody>
    </TableFrame>
  );
}

type RowProps = Omit<TableProps, 'items'> & { line: MatchedBankLine };

function Row({ of, line, onAsk }: RowProps): ReactElement {
  const { t } = useTranslation();
  const who = useWho();
  return (
    <tr>
      <th scope="row">{line.postedOn}</th>
      <td data-label={t('reconciliation.words')}>{line.purpose || '–'}</td>
      <td data-label={t('reconciliation.serial')}>{line.serial || '–'}</td>
      <td className="number" data-label={t('payments.amount')}>
        <Money fen={line.amountFen} />
      </td>
      <td data-label={t('books.voucher')}>
        <ul className="match-vouchers">
          {line.vouchers.map((one) => (
            <li key={`${one.voucherNo} ${one.amountFen}`}>
              <Link to={`/books?union=${of.unionId}&voucher=${one.voucherNo}`}>
                {t('books.no', { no: one.voucherNo })}
              </Link>{' '}
              <span className="account-part">
                {one.summary} <Money fen={one.amountFen} />
              </span>
            </li>
          ))}
        </ul>
      </td>
      <td data-label={t('reconciliation.matchedBy')}>
        {line.matchedBy === '' ? t('reconciliation.byItself') : who(line.matchedBy)}
        <UnmatchedNote of={line} />
      </td>
      {onAsk && (
        <td>
          <button type="button" className="button" onClick={() => onAsk(line)}>
            {t('reconciliation.unmatch.do')}
            <span className="hidden"> {line.serial || line.postedOn}</span>
          </button>
        </td>
      )}
    </tr>
  );
}
