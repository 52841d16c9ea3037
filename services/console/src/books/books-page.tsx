import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../queries.ts';
import type { Book } from '../shapes.ts';
import { DateField } from '../ui/date-field.tsx';
import { Empty, Loaded, Page, Section } from '../ui/page.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { useUrl } from '../url.ts';
import { AccountPanel } from './account-panel.tsx';
import { bookQueries } from './books-queries.ts';
import { ExportBook } from './export-book.tsx';
import { thisMonth } from './this-month.ts';
import { TrialBalance } from './trial-balance.tsx';
import { VerifyBook } from './verify-book.tsx';
import { VoucherPanel } from './voucher-panel.tsx';
import './books.css';

const verifiers = ['finance', 'auditor', 'supervisor'];
const exporters = ['finance', 'auditor'];

/** The books of this node: from the trial balance to an account, from there to the voucher, all by the address. */
export default function BooksPage(): ReactElement {
  const { t } = useTranslation();
  const books = useQuery(bookQueries.books());
  return (
    <Page title={t('books.title')} lead={t('books.lead')}>
      <Loaded query={books}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('books.none')}>{t('books.noneNext')}</Empty>
          ) : (
            <OpenBook books={items} />
          )
        }
      </Loaded>
    </Page>
  );
}

function OpenBook({ books }: { books: readonly Book[] }): ReactElement | null {
  const { t } = useTranslation();
  const [read, patch] = useUrl();
  const duty = useQuery(queries.session()).data?.duty?.duty ?? '';
  const root = useQuery(queries.node()).data?.rootUnionId;
  const asked = books.find(({ unionId }) => unionId === read('union'));
  const book = asked ?? books.find(({ unionId }) => unionId === root) ?? books[0];
  const period = read('period') || thisMonth();
  const [account, voucher] = [read('account'), read('voucher')];
  if (!book) return null;
  const { unionId } = book;
  return (
    <>
      <PickBook books={books} unionId={unionId} period={period} />
      <Section title={t('books.trialBalance')} note={t('books.trialBalanceNote')}>
        <TrialBalance
          unionId={unionId}
          period={period}
          onAccount={(accountNo) => patch({ account: accountNo, voucher: '' })}
        />
      </Section>
      {verifiers.includes(duty) && (
        <Section title={t('books.seal')} note={t('books.sealNote')} screenOnly>
          <VerifyBook unionId={unionId} />
        </Section>
      )}
      {exporters.includes(duty) && (
        <Section title={t('books.export')} note={t('books.exportNote')} screenOnly>
          <ExportBook unionId={unionId} year={period.slice(0, 4)} />
        </Section>
      )}
      <SidePanel
        open={account !== '' && voucher === ''}
        title={t('books.account')}
        onClose={() => patch({ account: '' })}
      >
        <AccountPanel
          unionId={unionId}
          accountNo={account}
          onVoucher={(no) => patch({ voucher: no })}
        />
      </SidePanel>
      <SidePanel
        open={voucher !== ''}
        title={t('books.voucher')}
        onClose={() => patch({ voucher: '' })}
      >
        <VoucherPanel
          unionId={unionId}
          no={voucher}
          onAccount={(accountNo) => patch({ account: accountNo, voucher: '' })}
          onVoucher={(no) => patch({ voucher: no })}
        />
      </SidePanel>
    </>
  );
}

interface Picked {
  books: readonly Book[];
  unionId: string;
  period: string;
}

function PickBook({ books, unionId, period }: Picked): ReactElement {
  const { t } = useTranslation();
  const [, patch] = useUrl();
  return (
    <div className="filter">
      <div className="field field-wide">
        <label htmlFor="book">{t('books.book')}</label>
        <select
          id="book"
          className="input"
          value={unionId}
          onChange={({ target }) => patch({ union: target.value, account: '', voucher: '' })}
        >
          {books.map((one) => (
            <option key={one.unionId} value={one.unionId}>
              {one.unionName}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="book-period">{t('books.period')}</label>
        <DateField
          id="book-period"
          picker="month"
          value={period}
          onChange={(to) => patch({ period: to })}
        />
      </div>
    </div>
  );
}
