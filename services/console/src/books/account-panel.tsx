import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Balance } from '../ui/money.tsx';
import { MoreButton } from '../ui/more-button.tsx';
import { Loaded } from '../ui/page.tsx';
import { TableFrame } from '../ui/table-frame.tsx';
import { AccountName } from './account-name.tsx';
import { bookQueries } from './books-queries.ts';

interface Props {
  unionId: string;
  accountNo: string;
  onVoucher: (no: string) => void;
}

/** One account, leg by leg, the newest first; each amount leads to its voucher. */
export function AccountPanel({ unionId, accountNo, onVoucher }: Props): ReactElement {
  const { t } = useTranslation();
  const query = useInfiniteQuery(bookQueries.account(unionId, accountNo));
  return (
    <Loaded query={{ ...query, isPlaceholderData: false }}>
      {({ pages }) => (
        <>
          <p className="panel-lead">
            <AccountName account={pages[0]?.account} nameZh={pages[0]?.nameZh ?? ''} />
            {' · '}
            {t('books.closing')} <Balance fen={pages[0]?.balanceFen ?? '0'} />
          </p>
          <TableFrame label={t('books.account')}>
            <thead>
              <tr>
                <th scope="col">{t('books.date')}</th>
                <th scope="col">{t('books.summary')}</th>
                <th scope="col" className="number">
                  {t('books.amount')}
                </th>
                <th scope="col" className="number">
                  {t('books.closing')}
                </th>
              </tr>
            </thead>
            <tbody>
              {pages
                .flatMap(({ items }) => items)
                .map((line) => (
                  <tr key={line.version}>
                    <td>{line.eventOn}</td>
                    <td>{line.summary}</td>
                    <td className="number">
                      <button type="button" className="traced" onClick={() => onVoucher(line.no)}>
                        <span className="hidden">{t('books.toVoucher', { no: line.no })} </span>
                        <Balance fen={line.amountFen} />
                      </button>
                    </td>
                    <td className="number">
                      <Balance fen={line.balanceFen} />
                    </td>
                  </tr>
                ))}
            </tbody>
          </TableFrame>
          <MoreButton query={query} />
        </>
      )}
    </Loaded>
  );
}
