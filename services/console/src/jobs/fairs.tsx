import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Acts } from '../acts/acts.tsx';
import { CodeFilter, oneOf, UnionFilter } from '../acts/record-filter.tsx';
import { RecordState } from '../acts/record-state.tsx';
import { useLabels } from '../ui/labels.ts';
import { Section } from '../ui/page.tsx';
import { RecordList } from '../ui/record-list.tsx';
import { useUrl } from '../url.ts';
import { fairStates, planFair } from './fair-acts.ts';
import { jobsQueries } from './jobs-queries.ts';

export function Fairs(): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const [read] = useUrl();
  const of = { unionId: read('union'), state: oneOf(fairStates, read('state')) };
  return (
    <Section
      title={t('jobFairs.view.fairs')}
      note={t('jobFairs.note')}
      tools={<Acts acts={planFair} record={null} />}
    >
      <div className="filter">
        <UnionFilter />
        <CodeFilter
          label={t('innovation.state')}
          name="state"
          words="fairState"
          codes={fairStates}
        />
      </div>
      <RecordList
        label={t('jobFairs.view.fairs')}
        query={useInfiniteQuery(jobsQueries.fairs(of))}
        idOf={({ jobFairId }) => jobFairId}
        name={{ label: t('record.fairTitle'), of: ({ title }) => title }}
        columns={[
          { label: t('record.fairBrand'), of: ({ campaign }) => label('fairBrand', campaign) },
          { label: t('record.union'), of: ({ unionName }) => unionName },
          { label: t('record.holdsFrom'), of: ({ holdsFrom }) => holdsFrom },
          { label: t('jobFairs.employers'), number: true, of: (one) => one.employerCount },
          { label: t('jobFairs.wanted'), number: true, of: ({ wanted }) => wanted },
          { label: t('record.intents'), number: true, of: ({ intents }) => intents },
          { label: t('jobFairs.placed'), number: true, of: ({ placed }) => placed },
          {
            label: t('innovation.state'),
            of: ({ state }) => <RecordState words="fairState" state={state} />,
          },
        ]}
        empty={[t('jobFairs.none'), t('jobFairs.noneNext')]}
        to={({ jobFairId }) => `/employment/${jobFairId}`}
      />
    </Section>
  );
}
