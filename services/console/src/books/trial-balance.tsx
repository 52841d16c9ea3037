import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrialBalanceLine } from '../shapes.ts';
import { Chip } from '../ui/chips.tsx';
import { Balance, Money } from '../ui/money.tsx';
import { Empty, Loaded } from '../ui/page.tsx';
import { TableFrame } from '../ui/table-frame.tsx';
import { AccountName } from './account-name.tsx';
import { bookQueries } from './books-queries.ts';

interface Props {
  unionId: string;
  period: string;
  onAccount: (accountNo: string) => void;
}

export function TrialBalance({ unionId, period, onAccount }: Props): ReactElement {
  const { t } = useTranslation();
  const query = useQuery(bookQueries.trialBalance(unionId, period));
  return (
    <Loaded query={query}>
      {({ items, debitFen, creditFen, balanced }) =>
        items.length === 0 ? (
          <Empty title={t('books.noLines', { period })}>{t('books.noLinesNext')}</Empty>
        ) : (
          <>
            <TableFrame label={t('books.trialBalance')} className="table-cards">
              <thead>
                <tr>
                  <th scope="col">{t('books.account')}</th>
                  <th scope="col" className="number">
                    {t('books.opening')}
                  </th>
                  <th scope="col" className="number">
                    {t('books.debit')}
                  </th>
                  <th scope="col" className="number">
                    {t('books.credit')}
                  </th>
                  <th scope="col" className="number">
                    {t('books.closing')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {items.map((line) => (
                  <Line key={line.accountNo} line={line} onAccount={onAccount} />
                ))}
              </tbody>
              <tfoot>
                <tr>
                  <th scope="row">{t('books.total')}</th>
                  <td />
                  <td className="number" data-label={t('books.debit')}>
                    <Money fen={debitFen} />
                  </td>
                  <td className="number" data-label={t('books.credit')}>
                    <Money fen={creditFen} />
                  </td>
                  <td />
                </tr>
              </tfoot>
            </TableFrame>
            <p className="note">
              {balanced ? (
                <Chip tone="good" icon="check">
                  {t('books.balanced')}
                </Chip>
              ) : (
                <Chip tone="bad" icon="warning">
                  {t('books.unbalanced')}
                </Chip>
              )}
            </p>
          </>
        )
      }
    </Loaded>
  );
}

function Line({
  line,
  onAccount,
}: {
  line: TrialBalanceLine;
  onAccount: (accountNo: string) => void;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <tr>
      <th scope="row">
        <AccountName account={line.account} nameZh={line.nameZh} />
      </th>
      <td className="number" data-label={t('books.opening')}>
        <Balance fen={line.openingFen} blankZero />
      </td>
      <td className="number" data-label={t('books.debit')}>
        <Money fen={line.debitFen} blankZero />
      </td>
      <td className="number" data-label={t('books.credit')}>
        <Money fen={line.creditFen} blankZero />
      </td>
      <td className="number" data-label={t('books.closing')}>
        <button type="button" className="traced" onClick={() => onAccount(line.accountNo)}>
          <span className="hidden">{t('books.toAccount', { code: line.account?.code })} </span>
          <Balance fen={line.closingFen} />
        </button>
      </td>
    </tr>
  );
}
