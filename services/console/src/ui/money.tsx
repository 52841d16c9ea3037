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
