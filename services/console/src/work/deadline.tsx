import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { daysUntil, today } from '../dates.ts';
import { Chip } from '../ui/chips.tsx';

const soonDays = 7;

/** A last day, in a word and a shape where it is near or gone; nothing where there is none. */
export function Deadline({ on }: { on: string }): ReactElement | null {
  const { t } = useTranslation();
  if (on === '') return null;
  const days = daysUntil(on, today());
  if (days < 0) {
    return (
      <Chip tone="bad" icon="warning" title={on}>
        {t('work.overdue', { days: -days })}
      </Chip>
    );
  }
  return (
    <Chip tone={days <= soonDays ? 'warn' : 'plain'} icon="clock" title={on}>
      {days === 0 ? t('work.dueToday') : t('work.dueIn', { days })}
    </Chip>
  );
}
