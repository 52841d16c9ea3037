import { useTranslation } from 'react-i18next';
import type { Column } from './columns.ts';

export function useColumnName(): (column: Column) => string {
  const { t } = useTranslation();
  return (column) => (column === 'union' ? t('unions.union') : t(`members.${column}`));
}
