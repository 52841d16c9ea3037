import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { daysUntil, today } from '../dates.ts';
import { Chip } from '../ui/chips.tsx';

const soonDays = 7;

/** A last day, and a word where it is near or gone. */
export function DueDate({ on }: { on: string }): ReactElement {
  const { t } = useTranslation();
  if (on === '') return <>–</>;
  const left = daysUntil(on, today());
  if (left > soonDays) return <>{on}</>;
  return (
    <>
      {on}{' '}
      <Chip tone={left < 0 ? 'bad' : 'warn'} icon={left < 0 ? 'warning' : 'clock'}>
        {left < 0 ? t('members.overdue') : t('members.daysLeft', { count: left })}
      </Chip>
    </>
  );
}
