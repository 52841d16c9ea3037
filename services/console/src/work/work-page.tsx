import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { queries } from '../queries.ts';
import { Icon } from '../ui/icons.tsx';
import { useLabels } from '../ui/labels.ts';
import { Empty, Loaded, Page } from '../ui/page.tsx';
import { useUrl } from '../url.ts';
import { QueueSection } from './queue-section.tsx';
import { queues } from './queues.ts';
import { TaskList } from './task-list.tsx';
import { workQueries } from './work-queries.ts';
import './work.css';

export default function WorkPage(): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const [read] = useUrl();
  const tasks = useQuery(workQueries.tasks());
  const session = useQuery(queries.session());
  const kind = read('queue');
  const queue = queues.get(kind);
  const { duty } = session.data ?? {};
  const holder = duty && `${label('duty', duty.duty)} · ${duty.scopeUnionName}`;

  if (queue) {
    return (
      <Page
        title={label('work.kind', kind)}
        lead={label('work.next', kind)}
        above={
          <Link to="/work" className="work-back">
            <Icon name="back" />
            {t('work.title')}
          </Link>
        }
      >
        <QueueSection key={kind} kind={kind} queue={queue} />
      </Page>
    );
  }
  return (
    <Page title={t('work.title')} lead={t('work.lead', { holder: holder ?? '' })}>
      <Loaded query={tasks} lines={6}>
        {(waiting) =>
          waiting.length === 0 ? (
            <Empty title={t('work.none')}>
              <p>{t('work.noneNext')}</p>
              <p className="empty-links">
                <Link to="/members">{t('members.title')}</Link>
                <Link to="/unions?view=due">{t('unions.view.due')}</Link>
                <Link to="/rollup">{t('rollup.title')}</Link>
              </p>
            </Empty>
          ) : (
            <TaskList tasks={waiting} />
          )
        }
      </Loaded>
    </Page>
  );
}
