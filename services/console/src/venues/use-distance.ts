import { useTranslation } from 'react-i18next';

/** Metres as people say them. */
export function useDistance(): (metres: number) => string {
  const { t } = useTranslation();
  return (metres) =>
    metres < 1_000
      ? t('venueMap.metres', { count: metres })
      : t('venueMap.kilometres', { count: Number((metres / 1_000).toFixed(1)) });
}
