import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Empty, Page } from '../ui/page.tsx';

export function NotFound(): ReactElement {
  const { t } = useTranslation();
  return (
    <Page title={t('notFound.title')}>
      <Empty title={t('notFound.text')}>
        <Link to="/rollup">{t('notFound.next')}</Link>
      </Empty>
    </Page>
  );
}
