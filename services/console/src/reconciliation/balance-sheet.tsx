import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../queries.ts';
import type { BankReconciliation, Int64 } from '../shapes.ts';
import { Chip } from '../ui/chips.tsx';
import { Money } from '../ui/money.tsx';
import { TableFrame } from '../ui/table-frame.tsx';

/** 银行存款余额调节表: both sides begin with their own balance, and end with the same. */
export function BalanceSheet({ of }: { of: BankReconciliation }): ReactElement {
  const { t } = useTranslation();
  const union = useQuery(queries.union(of.unionId, '')).data?.name ?? '';
  const rows = [
    ['bankClosing', of.bankClosingFen, 'bookClosing', of.bookClosingFen],
    ['bookReceived', of.receivedByBookOnlyFen, 'bankReceived', of.receivedByBankOnlyFen],
    ['bookPaid', of.paidByBookOnlyFen, 'bankPaid', of.paidByBankOnlyFen],
  ] as const;
  return (
    <div className="balance-sheet">
      <p className="note">
        {union} · {of.bank} · {of.month} · {t('reconciliation.unit')}
      </p>
      <TableFrame label={t('reconciliation.sheet', { month: of.month })}>
        <thead>
          <tr>
            <th scope="col">{t('reconciliation.bankSide')}</th>
            <th scope="col" className="number">
              {t('payments.amount')}
            </th>
            <th scope="col">{t('reconciliation.bookSide')}</th>
            <th scope="col" className="number">
              {t('payments.amount')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([bank, bankFen, book, bookFen]) => (
            <tr key={bank}>
              <Side name={bank} fen={bankFen} />
              <Side name={book} fen={bookFen} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <Side name="adjustedBank" fen={of.adjustedBankFen} />
            <Side name="adjustedBook" fen={of.adjustedBookFen} />
          </tr>
        </tfoot>
      </TableFrame>
      <p className="sheet-verdict">
        {of.differenceFen === '0' ? (
          <Chip tone="good" icon="check">
            {t('reconciliation.equal')}
          </Chip>
        ) : (
          <Chip tone="bad" icon="warning">
            {t('reconciliation.differs')} <Money fen={of.differenceFen} />
          </Chip>
        )}
      </p>
      <p className="sheet-signers">
        <span>{t('reconciliation.preparedBy')}</span>
        <span>{t('reconciliation.reviewedBy')}</span>
        <span>{t('reconciliation.signedOn')}</span>
      </p>
    </div>
  );
}

interface SideProps {
  name:
    | 'bankClosing'
    | 'bookClosing'
    | 'bookReceived'
    | 'bookPaid'
    | 'bankReceived'
    | 'bankPaid'
    | 'adjustedBank'
    | 'adjustedBook';
  fen: Int64;
}

function Side({ name, fen }: SideProps): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <th scope="row">{t(`reconciliation.row.${name}`)}</th>
      <td className="number">
        <Money fen={fen} />
      </td>
    </>
  );
}
