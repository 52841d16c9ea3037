import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../ui/page.tsx';

export default function WorkPage(): ReactElement {
  const { t } = useTranslation();
  return <Page title={t('work.title')}>{null}</Page>;
}
