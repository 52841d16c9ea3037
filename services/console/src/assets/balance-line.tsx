import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { AssetBalance } from '../shapes.ts';
import { Chip } from '../ui/chips.tsx';
import { Balance } from '../ui/money.tsx';
import { useAccountName } from './use-account-name.ts';

/** What the cards sum to beside what the books say: one line an account, with the difference named. */
export function BalanceLines({
  balances,
}: {
  balances: readonly AssetBalance[];
}): ReactElement | null {
  const { t } = useTranslation();
  const nameOf = useAccountName();
  const held = balances.filter(({ cardsFen, bookFen }) => cardsFen !== '0' || bookFen !== '0');
  if (held.length === 0) return null;
  return (
    <dl className="steps asset-sums">
      {held.map(({ accountCode, cardsFen, bookFen }) => (
        <div key={accountCode}>
          <dt>{nameOf(accountCode)}</dt>
          <dd>
            <Balance fen={bookFen} />
            {cardsFen === bookFen ? (
              <Chip tone="good" icon="check">
                {t('assets.agree')}
              </Chip>
            ) : (
              <Chip tone="bad" icon="warning">
                {t('assets.differ')} <Balance fen={cardsFen} />
              </Chip>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
