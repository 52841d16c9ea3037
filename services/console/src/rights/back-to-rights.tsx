import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Icon } from '../ui/icons.tsx';

interface Props {
  /** Of the screen that lists them; '' for the first. */
  view: string;
  words: string;
}

export function BackToRights({ view, words }: Props): ReactElement {
  const { t } = useTranslation();
  return (
    <nav className="trail" aria-label={t('rights.views')}>
      <Link to={view === '' ? '/rights' : `/rights?view=${view}`} className="with-icon">
        <Icon name="back" />
        {words}
      </Link>
    </nav>
  );
}
