import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../queries.ts';
import type { Project } from '../shapes.ts';
import { Empty, Loaded, Page, Section } from '../ui/page.tsx';
import { UnionSelect } from '../ui/union-select.tsx';
import { useUrl } from '../url.ts';
import '../books/books.css';
import '../budget/budget.css';
import { OpenDialog, ReportDialog } from './project-dialogs.tsx';
import { ProjectPanel } from './project-panel.tsx';
import { ProjectTable } from './project-table.tsx';
import { projectQueries } from './projects-queries.ts';
import './projects.css';

type Asked = 'open' | { report: Project } | { show: Project };

/** What other places give for a purpose: what was agreed, what came, what was spent, and how far the work is. */
export default function ProjectsPage(): ReactElement {
  const { t } = useTranslation();
  const [read, patch] = useUrl();
  const { duty = '', scopeUnionId = '' } = useQuery(queries.session()).data?.duty ?? {};
  const unionId = read('union') || scopeUnionId;
  const writes = ['clerk', 'finance'].includes(duty);
  const [asked, setAsked] = useState<Asked>();
  const close = () => setAsked(undefined);
  return (
    <Page
      title={t('projects.title')}
      lead={t('projects.lead')}
      tools={
        writes && (
          <button type="button" className="button button-main" onClick={() => setAsked('open')}>
            {t('projects.open.do')}
          </button>
        )
      }
    >
      <div className="filter">
        <div className="field field-wide">
          <label htmlFor="projects-union">{t('budget.union')}</label>
          <UnionSelect
            id="projects-union"
            value={unionId}
            placeholder={t('imports.unionHint')}
            onChange={(union) => patch({ union })}
          />
        </div>
      </div>
      <Loaded query={useQuery(projectQueries.list(unionId))} lines={4}>
        {({ items }) => (
          <Section title={t('projects.list')} note={t('projects.listNote')}>
            {items.length === 0 ? (
              <Empty title={t('projects.none')}>{t('projects.noneNext')}</Empty>
            ) : (
              <ProjectTable
                items={items}
                onOpen={(show) => setAsked({ show })}
                onReport={writes ? (report) => setAsked({ report }) : undefined}
              />
            )}
          </Section>
        )}
      </Loaded>
      {asked === 'open' && <OpenDialog unionId={unionId} onClose={close} />}
      {typeof asked === 'object' && 'report' in asked && (
        <ReportDialog project={asked.report} onClose={close} />
      )}
      <ProjectPanel
        project={typeof asked === 'object' && 'show' in asked ? asked.show : undefined}
        onClose={close}
      />
    </Page>
  );
}
