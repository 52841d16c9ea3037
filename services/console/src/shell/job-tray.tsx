import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { mayOpen } from '../screens.ts';
import type { NodeFacts, Session } from '../shapes.ts';
import { Icon } from '../ui/icons.tsx';
import { useLabels } from '../ui/labels.ts';
import { useJobs } from './jobs.ts';
import type { Job } from './jobs.ts';
import { PopOver } from './pop-over.tsx';

interface Props {
  session: Session;
  node: NodeFacts;
}

/** Long work of the node, in sight from every screen; absent for a duty that has none to wait for. */
export function JobTray({ session, node }: Props): ReactElement | null {
  const { t } = useTranslation();
  const overWholeNode = session.duty?.scopeUnionId === node.rootUnionId;
  const may = {
    imports: mayOpen('imports', session, node),
    exports: mayOpen('exports', session, node),
    collections: mayOpen('receipts', session, node) && overWholeNode,
  };
  const jobs = useJobs(may);
  const going = jobs.filter(({ goesOn }) => goesOn).length;
  if (!Object.values(may).includes(true)) return null;
  return (
    <PopOver
      className="job-tray"
      button={
        <>
          <Icon name="tray" />
          <span>{t('jobs.title')}</span>
          {going > 0 && <strong className="job-count">{going}</strong>}
        </>
      }
    >
      {(close) =>
        jobs.length === 0 ? (
          <p className="pop-over-title">{t('jobs.none')}</p>
        ) : (
          <ul className="pop-over-list">
            {jobs.map((job) => (
              <li key={job.id}>
                <Link to={job.to} onClick={close}>
                  <JobWords job={job} />
                </Link>
              </li>
            ))}
          </ul>
        )
      }
    </PopOver>
  );
}

function JobWords({ job }: { job: Job }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const state = label(`${job.kind}State`, job.state);
  return (
    <span className="job">
      <strong>{job.name}</strong>
      <span className="quiet">
        {t(`jobs.kind.${job.kind}`)} · {state}
        {job.goesOn && job.all > 0 && ` ${job.done} / ${job.all}`}
      </span>
      {job.goesOn && job.all > 0 && (
        <progress aria-label={job.name} value={job.done} max={job.all} />
      )}
    </span>
  );
}
