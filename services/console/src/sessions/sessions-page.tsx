import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../ui/page.tsx';

export default function SessionsPage(): ReactElement {
  const { t } = useTranslation();
  return <Page title={t('sessions.title')}>{null}</Page>;
}
