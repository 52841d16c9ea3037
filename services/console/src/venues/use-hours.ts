import { useTranslation } from 'react-i18next';
import type { OpeningHours } from '../shapes.ts';
import { spansOf } from './hours.ts';

/** A Monday. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;

/** Hours as people say them. */
export function useHours(): (hours: readonly OpeningHours[]) => string {
  const { t, i18n } = useTranslation();
  const weekday = (day: number) =>
    new Intl.DateTimeFormat(i18n.language, { weekday: 'short', timeZone: 'UTC' }).format(
      MONDAY + (day - 1) * DAY_MS,
    );
  return (hours) => {
    if (hours.length === 0) return t('venueMap.hoursUnsaid');
    return spansOf(hours)
      .map(({ from, to, opensAt, closesAt }) => {
        const days = from === to ? weekday(from) : `${weekday(from)}–${weekday(to)}`;
        return `${days} ${opensAt}–${closesAt}`;
      })
      .join('; ');
  };
}
