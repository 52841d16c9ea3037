import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { yuan } from '../numbers.ts';
import type { Project } from '../shapes.ts';
import { Money } from '../ui/money.tsx';
import { TableFrame } from '../ui/table-frame.tsx';

interface Props {
  items: readonly Project[];
  onOpen: (project: Project) => void;
  /** Undefined where the duty reports nothing. */
  onReport: ((project: Project) => void) | undefined;
}

const amounts = ['agreedFen', 'receivedFen', 'spentFen', 'unspentFen'] as const;

export function ProjectTable({ items, onOpen, onReport }: Props): ReactElement {
  const { t } = useTranslation();
  return (
    <TableFrame label={t('projects.title')} className="table-cards">
      <thead>
        <tr>
          <th scope="col">{t('projects.name')}</th>
          <th scope="col">{t('projects.donor')}</th>
          {amounts.map((name) => (
            <th key={name} scope="col" className="number">
              {t(`projects.${name}`)}
            </th>
          ))}
          <th scope="col" className="number">
            {t('projects.progress')}
          </th>
          <th scope="col">{t('projects.endsOn')}</th>
          {onReport && <th scope="col">{t('projects.do')}</th>}
        </tr>
      </thead>
      <tbody>
        {items.map((project) => (
          <Row key={project.projectId} project={project} onOpen={onOpen} onReport={onReport} />
        ))}
      </tbody>
    </TableFrame>
  );
}

interface RowProps extends Omit<Props, 'items'> {
  project: Project;
}

function Row({ project, onOpen, onReport }: RowProps): ReactElement {
  const { t, i18n } = useTranslation();
  return (
    <tr>
      <th scope="row">
        <button type="button" className="traced opens" onClick={() => onOpen(project)}>
          {project.projectName}
        </button>{' '}
        <span className="account-part">{project.projectCode}</span>
      </th>
      <td data-label={t('projects.donor')}>{project.donor}</td>
      {amounts.map((name) => (
        <td key={name} className="number" data-label={t(`projects.${name}`)}>
          <Money fen={project[name]} />
        </td>
      ))}
      <td className="number" data-label={t('projects.progress')}>
        <span className="figure">{yuan(String(project.progressBasisPoints), i18n.language)}%</span>
        <span className="budget-bar" aria-hidden="true">
          <span style={{ width: `${project.progressBasisPoints / 100}%` }} />
        </span>
      </td>
      <td data-label={t('projects.endsOn')}>{project.endsOn}</td>
      {onReport && (
        <td data-label={t('projects.do')}>
          <button type="button" className="button" onClick={() => onReport(project)}>
            {t('projects.report.do')}
            <span className="hidden"> {project.projectCode}</span>
          </button>
        </td>
      )}
    </tr>
  );
}
