import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { yuan } from '../numbers.ts';
import type { Int64 } from '../shapes.ts';

/** Yuan with two decimals, from fen; nothing where there is nothing, as an account book leaves it. */
export function Money({
  fen,
  blankZero = false,
}: {
  fen: Int64;
  blankZero?: boolean;
}): ReactElement {
  const { i18n } = useTranslation();
  return <span className="figure">{blankZero && fen === '0' ? '' : yuan(fen, i18n.language)}</span>;
}

/** A balance by its side, as accountants say it, instead of by a sign. */
export function Balance({
  fen,
  blankZero = false,
}: {
  fen: Int64;
  blankZero?: boolean;
}): ReactElement {
  const { t, i18n } = useTranslation();
  if (fen === '0') return <Money fen={fen} blankZero={blankZero} />;
  const credit = fen.startsWith('-');
  return (
    <span className="figure">
      {t(credit ? 'books.side.credit' : 'books.side.debit')}{' '}
      {yuan(credit ? fen.slice(1) : fen, i18n.language)}
    </span>
  );
}
