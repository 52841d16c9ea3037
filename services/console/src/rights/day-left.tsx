import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { daysUntil, today } from '../dates.ts';
import { Chip } from '../ui/chips.tsx';

const soonDays = 3;

interface Props {
  on: string;
  /** Nobody has done yet what is to be done by then. */
  open: boolean;
}

/** A last day of the calendar, and how many days are left to it. */
export function DayLeft({ on, open }: Props): ReactElement {
  const { t } = useTranslation();
  if (on === '') return <>–</>;
  if (!open) return <>{on}</>;
  const left = daysUntil(on, today());
  const days = t('rights.days', { count: Math.abs(left) });
  const said = left < 0 ? 'overdue' : left === 0 ? 'lastDay' : 'runs';
  const tone = left < 0 ? 'bad' : left <= soonDays ? 'warn' : 'plain';
  return (
    <>
      {on}{' '}
      <Chip tone={tone} icon={left < 0 ? 'warning' : 'clock'}>
        {t(`rights.clock.${said}`, { days })}
      </Chip>
    </>
  );
}
