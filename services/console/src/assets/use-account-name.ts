import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { wholeChart } from '../books/account-name.tsx';

/** An account of the chart by its name; by its code until the chart is there. */
export function useAccountName(): (code: string) => string {
  const { i18n } = useTranslation();
  const chart = useQuery(wholeChart).data?.items ?? [];
  return (code) => {
    const account = chart.find((one) => one.code === code);
    return (i18n.language === 'en' ? account?.nameEn : account?.nameZh) ?? code;
  };
}
