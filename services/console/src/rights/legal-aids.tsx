import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Acts } from '../acts/acts.tsx';
import { itemsOf } from '../acts/fact-values.tsx';
import { CodeFilter, oneOf, UnionFilter } from '../acts/record-filter.tsx';
import { RecordState } from '../acts/record-state.tsx';
import { useLabels } from '../ui/labels.ts';
import { Section } from '../ui/page.tsx';
import { RecordList } from '../ui/record-list.tsx';
import { useUrl } from '../url.ts';
import { DayLeft } from './day-left.tsx';
import { applyLegalAid, legalAidStates } from './legal-aid-acts.ts';
import { rightsQueries } from './rights-queries.ts';

/** Cases of legal aid; what waits too long for its first look comes first. */
export function LegalAids(): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const [read] = useUrl();
  const state = oneOf(['OVERDUE', ...legalAidStates], read('state'));
  const of = { unionId: read('union'), state };
  const late = useInfiniteQuery(rightsQueries.legalAids({ ...of, state: 'OVERDUE' }));
  return (
    <Section
      title={t('rights.view.aids')}
      note={t('rights.aidsNote')}
      tools={<Acts acts={applyLegalAid} record={null} />}
    >
      <div className="filter">
        <UnionFilter />
        <CodeFilter
          label={t('rights.state')}
          name="state"
          words="legalAidState"
          codes={legalAidStates}
          late
        />
      </div>
      <RecordList
        label={t('rights.view.aids')}
        query={useInfiniteQuery(rightsQueries.legalAids(of))}
        first={state === '' ? itemsOf(late.data) : []}
        idOf={({ legalAidId }) => legalAidId}
        name={{
          label: t('rights.applicant'),
          of: ({ personNameMasked }) => personNameMasked,
          part: ({ aidKind }) => label('aidKind', aidKind),
        }}
        to={({ legalAidId }) => `/legal-aid/${legalAidId}`}
        columns={[
          { label: t('record.disputeKind'), of: (one) => label('disputeKind', one.disputeKind) },
          { label: t('record.opponent'), of: ({ employerName }) => employerName },
          { label: t('record.union'), of: ({ unionName }) => unionName },
          {
            label: t('rights.state'),
            of: (one) => <RecordState words="legalAidState" state={one.state} />,
          },
          {
            label: t('rights.reviewDueOn'),
            of: (one) => <DayLeft on={one.dueOn} open={one.state === 'MATERIALS'} />,
          },
          { label: t('record.lawyer'), of: ({ professionalName }) => professionalName || '–' },
        ]}
        empty={[t('rights.noAids'), t('rights.noAidsNext')]}
      />
    </Section>
  );
}
