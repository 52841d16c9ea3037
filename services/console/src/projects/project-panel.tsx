import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { yuan } from '../numbers.ts';
import type { Project } from '../shapes.ts';
import { Facts } from '../ui/facts.tsx';
import { Money } from '../ui/money.tsx';
import { Loaded } from '../ui/page.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { useWho } from '../ui/use-who.ts';
import { projectQueries } from './projects-queries.ts';

interface Props {
  project: Project | undefined;
  onClose: () => void;
}

/** What was agreed, and every report of it. */
export function ProjectPanel({ project, onClose }: Props): ReactElement {
  return (
    <SidePanel open={project !== undefined} title={project?.projectName ?? ''} onClose={onClose}>
      {project && <Whole projectId={project.projectId} />}
    </SidePanel>
  );
}

function Whole({ projectId }: { projectId: string }): ReactElement {
  const { t, i18n } = useTranslation();
  const who = useWho();
  return (
    <Loaded query={useQuery(projectQueries.one(projectId))}>
      {(project) => (
        <>
          <Facts
            of={[
              [t('projects.code'), project.projectCode],
              [t('projects.donor'), project.donor],
              [t('projects.document'), project.documentNo],
              [t('projects.period'), `${project.startsOn} – ${project.endsOn}`],
              [t('projects.passedOnFen'), <Money key="passed" fen={project.passedOnFen} />],
              [t('projects.openedBy'), who(project.openedBy)],
            ]}
          />
          <h3>{t('projects.reports')}</h3>
          {project.reports.length === 0 && <p>{t('projects.noReports')}</p>}
          <ul className="project-reports">
            {project.reports.map((one, at) => (
              <li key={project.reports.length - at}>
                <strong>
                  {one.reportedOn} · {yuan(String(one.progressBasisPoints), i18n.language)}%
                </strong>
                <p>{one.note}</p>
                <p className="account-part">{who(one.reportedBy)}</p>
              </li>
            ))}
          </ul>
        </>
      )}
    </Loaded>
  );
}
