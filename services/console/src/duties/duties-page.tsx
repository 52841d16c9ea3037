import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../ui/page.tsx';

export default function DutiesPage(): ReactElement {
  const { t } = useTranslation();
  return <Page title={t('duties.title')}>{null}</Page>;
}
