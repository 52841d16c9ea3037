import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { BankReconciliation, UnmatchedLine } from '../shapes.ts';
import { Money } from '../ui/money.tsx';
import { Empty, Section } from '../ui/page.tsx';
import { TableFrame } from '../ui/table-frame.tsx';
import { MatchDialog } from './match-dialog.tsx';
import { UnmatchedNote } from './unmatched-note.tsx';

interface Props {
  of: BankReconciliation;
  writes: boolean;
}

/** What only one side knows, each on its own side; a person says which belong together. */
export function OpenItems({ of, writes }: Props): ReactElement {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<UnmatchedLine>();
  return (
    <>
      <Section title={t('reconciliation.bankOnly')} note={t('reconciliation.bankOnlyNote')}>
        {of.bankOnly.length === 0 ? (
          <Empty title={t('reconciliation.bankNone')} />
        ) : (
          <TableFrame label={t('reconciliation.bankOnly')} className="table-cards">
            <thead>
              <tr>
                <th scope="col">{t('reconciliation.postedOn')}</th>
                <th scope="col">{t('reconciliation.words')}</th>
                <th scope="col">{t('reconciliation.serial')}</th>
                <th scope="col" className="number">
                  {t('payments.amount')}
                </th>
                {writes && (
                  <th scope="col" className="screen-only">
                    {t('reconciliation.match')}
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {of.bankOnly.map((line) => (
                <tr key={line.lineId}>
                  <th scope="row">{line.postedOn}</th>
                  <td data-label={t('reconciliation.words')}>
                    {line.purpose || '–'}
                    <UnmatchedNote of={line} />
                  </td>
                  <td data-label={t('reconciliation.serial')}>{line.serial || '–'}</td>
                  <td className="number" data-label={t('payments.amount')}>
                    <Money fen={line.amountFen} />
                  </td>
                  {writes && (
                    <td className="screen-only">
                      <button type="button" className="button" onClick={() => setAsked(line)}>
                        {t('reconciliation.match')}
                      </button>
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </TableFrame>
        )}
      </Section>
      <Section title={t('reconciliation.bookOnly')} note={t('reconciliation.bookOnlyNote')}>
        <BookOnly of={of} />
      </Section>
      {asked && <MatchDialog of={of} line={asked} onClose={() => setAsked(undefined)} />}
    </>
  );
}

function BookOnly({ of }: { of: BankReconciliation }): ReactElement {
  const { t } = useTranslation();
  if (of.bookOnly.length === 0) return <Empty title={t('reconciliation.bookNone')} />;
  return (
    <TableFrame label={t('reconciliation.bookOnly')} className="table-cards">
      <thead>
        <tr>
          <th scope="col">{t('books.date')}</th>
          <th scope="col">{t('books.summary')}</th>
          <th scope="col">{t('books.voucher')}</th>
          <th scope="col" className="number">
            {t('payments.amount')}
          </th>
        </tr>
      </thead>
      <tbody>
        {of.bookOnly.map((one) => (
          <tr key={`${one.voucherNo} ${one.amountFen}`}>
            <th scope="row">{one.eventOn}</th>
            <td data-label={t('books.summary')}>{one.summary}</td>
            <td data-label={t('books.voucher')}>
              <Link to={`/books?union=${of.unionId}&voucher=${one.voucherNo}`}>
                {t('books.no', { no: one.voucherNo })}
              </Link>
            </td>
            <td className="number" data-label={t('payments.amount')}>
              <Money fen={one.amountFen} />
            </td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}
