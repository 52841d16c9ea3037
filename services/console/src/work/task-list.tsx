import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { daysUntil, today } from '../dates.ts';
import { Figure } from '../ui/figure.tsx';
import { Icon } from '../ui/icons.tsx';
import { useLabels } from '../ui/labels.ts';
import { Deadline } from './deadline.tsx';
import { listOf } from './queues.ts';
import type { Task } from './work-queries.ts';

/** One line a queue: how much waits, since when, until when, and what is to be done with it. */
export function TaskList({ tasks }: { tasks: readonly Task[] }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  return (
    <ul className="tasks" aria-label={t('work.queues')}>
      {tasks.map((task) => (
        <li key={task.kind}>
          <Link to={listOf(task.kind)} className="task">
            <span className="task-count">
              <Figure value={task.count} />
            </span>
            <span className="task-words">
              <strong>{label('work.kind', task.kind)}</strong>
              <span>{label('work.next', task.kind)}</span>
            </span>
            <span className="task-times">
              <Deadline on={task.dueOn} />
              {hasWaited(task) && (
                <span className="quiet">
                  {t('work.waits', { days: -daysUntil(task.oldestOn, today()) })}
                </span>
              )}
            </span>
            <Icon name="arrow" />
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** A term's end is its deadline; nothing has waited since then. */
function hasWaited({ oldestOn, dueOn }: Task): boolean {
  return oldestOn !== '' && oldestOn !== dueOn && oldestOn <= today();
}
