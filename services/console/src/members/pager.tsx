import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  cursor: string;
  nextCursor: string;
  onGo: (cursor: string) => void;
}

/** A cursor only leads onward; the way back is what this visit has seen. */
export function Pager({ cursor, nextCursor, onGo }: Props): ReactElement | null {
  const { t } = useTranslation();
  const [seen, setSeen] = useState<readonly string[]>([]);
  if (cursor === '' && nextCursor === '') return null;
  const back = seen.at(-1);
  const go = (to: string, passed: readonly string[]): void => {
    setSeen(passed);
    onGo(to);
  };
  return (
    <nav className="pager" aria-label={t('members.pages')}>
      <button type="button" className="button" disabled={cursor === ''} onClick={() => go('', [])}>
        {t('members.firstPage')}
      </button>
      <button
        type="button"
        className="button"
        disabled={cursor === '' || back === undefined}
        onClick={() => go(back ?? '', seen.slice(0, -1))}
      >
        {t('members.previousPage')}
      </button>
      <button
        type="button"
        className="button"
        disabled={nextCursor === ''}
        onClick={() => go(nextCursor, [...seen, cursor])}
      >
        {t('members.nextPage')}
      </button>
    </nav>
  );
}
