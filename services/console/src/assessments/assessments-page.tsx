import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { queries } from '../queries.ts';
import type { Assessment, Checklist } from '../shapes.ts';
import { Chip } from '../ui/chips.tsx';
import { useLabels } from '../ui/labels.ts';
import { MoreButton } from '../ui/more-button.tsx';
import { Empty, Loaded, Page, Section } from '../ui/page.tsx';
import { TableFrame } from '../ui/table-frame.tsx';
import { AssessmentPage } from './assessment-page.tsx';
import { assessmentQueries } from './assessments-queries.ts';
import { ClaimPage } from './claim-page.tsx';
import { SetChecklist } from './set-checklist.tsx';
import './assessments.css';

/** `/assessments` is the list; `new` claims a year, and each has its own address. */
export default function AssessmentsPage(): ReactElement {
  const { assessmentId = '' } = useParams();
  if (assessmentId === 'new') return <ClaimPage />;
  return assessmentId === '' ? <List /> : <AssessmentPage assessmentId={assessmentId} />;
}

function List(): ReactElement {
  const { t } = useTranslation();
  const [setting, setSetting] = useState(false);
  const isAuditor = useQuery(queries.session()).data?.duty?.duty === 'auditor';
  const assessments = useInfiniteQuery(assessmentQueries.list());
  const checklists = useQuery(assessmentQueries.checklists());
  return (
    <Page
      title={t('assessments.title')}
      lead={t('assessments.lead')}
      tools={
        isAuditor && (
          <>
            <button type="button" className="button" onClick={() => setSetting(true)}>
              {t('assessments.set')}
            </button>
            <Link className="button button-main" to="/assessments/new">
              {t('assessments.new')}
            </Link>
          </>
        )
      }
    >
      <Section title={t('assessments.list')}>
        <Loaded query={{ ...assessments, isPlaceholderData: false }}>
          {({ pages }) => {
            const items = pages.flatMap((page) => page.items);
            if (items.length === 0)
              return <Empty title={t('assessments.none')}>{t('assessments.noneNext')}</Empty>;
            return (
              <>
                <AssessmentTable items={items} />
                <MoreButton query={assessments} />
              </>
            );
          }}
        </Loaded>
      </Section>
      <Section title={t('assessments.checklists')}>
        <Loaded query={checklists}>{(items) => <ChecklistTable items={items} />}</Loaded>
      </Section>
      {setting && <SetChecklist onClose={() => setSetting(false)} />}
    </Page>
  );
}

function AssessmentTable({ items }: { items: readonly Assessment[] }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  return (
    <TableFrame label={t('assessments.list')} className="table-cards">
      <thead>
        <tr>
          <th scope="col">{t('assessments.union')}</th>
          <th scope="col">{t('assessments.year')}</th>
          <th scope="col">{t('assessments.state')}</th>
          <th scope="col" className="number">
            {t('assessments.claimed')}
          </th>
          <th scope="col" className="number">
            {t('assessments.given')}
          </th>
          <th scope="col" className="number">
            {t('assessments.max')}
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <tr key={one.assessmentId}>
            <th scope="row">
              <Link to={`/assessments/${one.assessmentId}`}>{one.unionName}</Link>
            </th>
            <td data-label={t('assessments.year')}>{one.fiscalYear}</td>
            <td data-label={t('assessments.state')}>
              <Chip tone={one.state === 'REVIEWED' ? 'good' : 'warn'}>
                {label('assessmentState', one.state)}
              </Chip>
            </td>
            <td className="number" data-label={t('assessments.claimed')}>
              {one.claimedPoints}
            </td>
            <td className="number" data-label={t('assessments.given')}>
              {one.state === 'REVIEWED' ? one.givenPoints : '–'}
            </td>
            <td className="number" data-label={t('assessments.max')}>
              {one.maxPoints}
            </td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}

function ChecklistTable({ items }: { items: readonly Checklist[] }): ReactElement {
  const { t } = useTranslation();
  if (items.length === 0)
    return <Empty title={t('assessments.noChecklists')}>{t('assessments.noChecklistsNext')}</Empty>;
  return (
    <TableFrame label={t('assessments.checklists')} className="table-cards">
      <thead>
        <tr>
          <th scope="col">{t('assessments.name')}</th>
          <th scope="col">{t('assessments.validFrom')}</th>
          <th scope="col">{t('assessments.documentNo')}</th>
          <th scope="col" className="number">
            {t('assessments.itemCount')}
          </th>
          <th scope="col" className="number">
            {t('assessments.max')}
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <tr key={one.checklistId}>
            <th scope="row">{one.title}</th>
            <td data-label={t('assessments.validFrom')}>{one.validFrom}</td>
            <td data-label={t('assessments.documentNo')}>{one.documentNo}</td>
            <td className="number" data-label={t('assessments.itemCount')}>
              {one.items.length}
            </td>
            <td className="number" data-label={t('assessments.max')}>
              {one.maxPoints}
            </td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}
