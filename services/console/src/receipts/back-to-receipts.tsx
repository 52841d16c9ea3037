import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

export function BackToReceipts({ view = '' }: { view?: 'files' | '' }): ReactElement {
  const { t } = useTranslation();
  return (
    <nav className="trail" aria-label={t('receipts.title')}>
      <Link to={view === '' ? '/receipts' : `/receipts?view=${view}`}>
        {t(view === '' ? 'receipts.back' : 'receipts.backToFiles')}
      </Link>
    </nav>
  );
}
