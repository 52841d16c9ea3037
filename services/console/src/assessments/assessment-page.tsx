import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { moment } from '../dates.ts';
import { queries } from '../queries.ts';
import type { Assessment, AssessmentItem } from '../shapes.ts';
import { Chip } from '../ui/chips.tsx';
import { Facts } from '../ui/facts.tsx';
import { useLabels } from '../ui/labels.ts';
import { Loaded, Page, Section } from '../ui/page.tsx';
import { TableFrame } from '../ui/table-frame.tsx';
import { useWho } from '../ui/use-who.ts';
import { assessmentQueries } from './assessments-queries.ts';
import { ReviewForm } from './review-form.tsx';

/** What was claimed for a year, by what, and what another person gave for it. */
export function AssessmentPage({ assessmentId }: { assessmentId: string }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const query = useQuery(assessmentQueries.one(assessmentId));
  const one = query.data;
  return (
    <Page
      title={one ? `${one.unionName} ${one.fiscalYear}` : t('assessments.title')}
      above={<Link to="/assessments">{t('assessments.toList')}</Link>}
      lead={
        one && (
          <>
            {one.checklistTitle}{' '}
            <Chip tone={one.state === 'REVIEWED' ? 'good' : 'warn'}>
              {label('assessmentState', one.state)}
            </Chip>
          </>
        )
      }
    >
      <Loaded query={query} lines={8}>
        {(found) => <Whole one={found} />}
      </Loaded>
    </Page>
  );
}

function Whole({ one }: { one: Assessment }): ReactElement {
  const { t } = useTranslation();
  const who = useWho();
  const duty = useQuery(queries.session()).data?.duty?.duty ?? '';
  const mayReview = one.state === 'SUBMITTED' && ['auditor', 'chair'].includes(duty);
  const reviewed = one.state === 'REVIEWED';
  return (
    <>
      <Section title={t('assessments.result')}>
        <Facts
          of={[
            [t('assessments.claimed'), `${one.claimedPoints} / ${one.maxPoints}`],
            [t('assessments.given'), reviewed ? `${one.givenPoints} / ${one.maxPoints}` : ''],
            [t('assessments.submittedBy'), `${who(one.submittedBy)} · ${moment(one.submittedAt)}`],
            [
              t('assessments.reviewedBy'),
              reviewed ? `${who(one.reviewedBy)} · ${moment(one.reviewedAt)}` : '',
            ],
          ]}
        />
      </Section>
      <Section title={t('assessments.items')}>
        <ItemTable items={one.items} reviewed={reviewed} />
      </Section>
      {mayReview && (
        <Section title={t('assessments.review')} note={t('assessments.reviewNote')}>
          <ReviewForm one={one} />
        </Section>
      )}
    </>
  );
}

interface TableProps {
  items: readonly AssessmentItem[];
  reviewed: boolean;
}

function ItemTable({ items, reviewed }: TableProps): ReactElement {
  const { t } = useTranslation();
  return (
    <TableFrame label={t('assessments.items')} className="table-cards">
      <thead>
        <tr>
          <th scope="col">{t('assessments.item')}</th>
          <th scope="col" className="number">
            {t('assessments.max')}
          </th>
          <th scope="col" className="number">
            {t('assessments.claimed')}
          </th>
          <th scope="col">{t('assessments.evidence')}</th>
          {reviewed && (
            <th scope="col" className="number">
              {t('assessments.given')}
            </th>
          )}
          {reviewed && <th scope="col">{t('assessments.reason')}</th>}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.itemNo}>
            <th scope="row">
              {item.itemNo}. {item.title}
            </th>
            <td className="number" data-label={t('assessments.max')}>
              {item.maxPoints}
            </td>
            <td className="number" data-label={t('assessments.claimed')}>
              {item.claimedPoints || t('assessments.noClaim')}
            </td>
            <td data-label={t('assessments.evidence')}>
              <Evidence item={item} />
            </td>
            {reviewed && (
              <td className="number" data-label={t('assessments.given')}>
                {item.claimedPoints === 0 ? '–' : item.givenPoints}
              </td>
            )}
            {reviewed && <td data-label={t('assessments.reason')}>{item.reason || '–'}</td>}
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}

/** Where each record stands; a document is known by its hash. */
const PLACES: Readonly<Record<string, string>> = {
  AUDIT: '/audits',
  INSPECTION: '/inspections',
  PAYMENT: '/payments',
};

function Evidence({ item }: { item: AssessmentItem }): ReactElement {
  const label = useLabels();
  if (item.evidence.length === 0) return <span>–</span>;
  return (
    <>
      {item.note !== '' && <p>{item.note}</p>}
      <ul className="claim-links">
        {item.evidence.map(({ recordKind, recordId, documentSha256 }) => {
          const place = PLACES[recordKind];
          const words = label('evidenceKind', recordKind);
          return (
            <li key={`${recordId}${documentSha256}`}>
              {place === undefined ? words : <Link to={`${place}/${recordId}`}>{words}</Link>}{' '}
              {documentSha256 !== '' && <code className="seal">{documentSha256}</code>}
            </li>
          );
        })}
      </ul>
    </>
  );
}
