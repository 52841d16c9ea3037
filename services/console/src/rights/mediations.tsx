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
import { applyMediation, mediationStates } from './mediation-acts.ts';
import { rightsQueries } from './rights-queries.ts';

/** Whose days are over, or nearly so, like a state. */
const near = ['NEAR', ...mediationStates] as const;

/** Disputes before arbitration; those whose days are over come first. */
export function Mediations(): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const [read] = useUrl();
  const state = oneOf(['OVERDUE', ...near], read('state'));
  const of = { unionId: read('union'), state };
  const late = useInfiniteQuery(rightsQueries.mediations({ ...of, state: 'OVERDUE' }));
  return (
    <Section
      title={t('rights.view.mediations')}
      note={t('rights.mediationsNote')}
      tools={<Acts acts={applyMediation} record={null} />}
    >
      <div className="filter">
        <UnionFilter />
        <CodeFilter
          label={t('rights.state')}
          name="state"
          words="mediationState"
          codes={near}
          late
        />
      </div>
      <RecordList
        label={t('rights.view.mediations')}
        query={useInfiniteQuery(rightsQueries.mediations(of))}
        first={state === '' ? itemsOf(late.data) : []}
        idOf={({ mediationId }) => mediationId}
        name={{
          label: t('record.opponent'),
          of: ({ employerName }) => employerName,
          part: ({ personNameMasked }) => personNameMasked,
        }}
        to={({ mediationId }) => `/mediations/${mediationId}`}
        columns={[
          { label: t('record.disputeKind'), of: (one) => label('disputeKind', one.disputeKind) },
          { label: t('record.union'), of: ({ unionName }) => unionName },
          { label: t('record.helpedWorkers'), number: true, of: ({ workers }) => workers },
          {
            label: t('rights.state'),
            of: (one) => <RecordState words="mediationState" state={one.state} />,
          },
          {
            label: t('rights.mediationDueOn'),
            of: (one) => <DayLeft on={one.dueOn} open={one.agreedOn + one.closedOn === ''} />,
          },
          { label: t('record.askedOn'), of: ({ appliedOn }) => appliedOn },
        ]}
        empty={[t('rights.noMediations'), t('rights.noMediationsNext')]}
      />
    </Section>
  );
}
