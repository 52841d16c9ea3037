import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkOrder } from '../shapes.ts';
import { Chip, type Tone } from '../ui/chips.tsx';
import type { IconName } from '../ui/icons.tsx';

/** What a clock says. Each has a word and a mark of its own: colour only helps. */
export type Said =
  | 'none'
  | 'over'
  | 'onTime'
  | 'late'
  | 'stands'
  | 'overdue'
  | 'lastDay'
  | 'half'
  | 'runs';

const looks: Record<Exclude<Said, 'none' | 'over'>, { tone: Tone; icon: IconName }> = {
  onTime: { tone: 'good', icon: 'check' },
  late: { tone: 'bad', icon: 'warning' },
  stands: { tone: 'plain', icon: 'lock' },
  overdue: { tone: 'bad', icon: 'warning' },
  lastDay: { tone: 'warn', icon: 'clock' },
  half: { tone: 'warn', icon: 'clock' },
  runs: { tone: 'good', icon: 'clock' },
};

type Timed = Pick<WorkOrder, 'dueOn' | 'light' | 'state' | 'repliedAt' | 'onTime' | 'daysLeft'>;

export function saidOf({ dueOn, light, state, repliedAt, onTime, daysLeft }: Timed): Said {
  if (dueOn === '') return 'none';
  if (repliedAt !== '') return onTime ? 'onTime' : 'late';
  if (light === '') return 'over';
  if (state === 'WAITING') return 'stands';
  if (light === 'RED') return 'overdue';
  if (daysLeft === 0) return 'lastDay';
  return light === 'YELLOW' ? 'half' : 'runs';
}

/** The last day of an order, and how much of its time is left. */
export function OrderClock({ order }: { order: WorkOrder }): ReactElement {
  const { t } = useTranslation();
  const said = saidOf(order);
  if (said === 'none') return <>{t('rights.notClassified')}</>;
  if (said === 'over') return <>{order.dueOn}</>;
  const count = Math.abs(order.daysLeft);
  const days =
    order.counted === 'WORKING' && said !== 'overdue'
      ? t('rights.workingDays', { count })
      : t('rights.days', { count });
  return (
    <>
      {order.dueOn} <Chip {...looks[said]}>{t(`rights.clock.${said}`, { days })}</Chip>
    </>
  );
}
