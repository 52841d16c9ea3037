import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Acts } from '../acts/acts.tsx';
import { itemsOf } from '../acts/fact-values.tsx';
import { CodeFilter, oneOf, UnionFilter } from '../acts/record-filter.tsx';
import { RecordState } from '../acts/record-state.tsx';
import { today } from '../dates.ts';
import { Section } from '../ui/page.tsx';
import { RecordList } from '../ui/record-list.tsx';
import { useUrl } from '../url.ts';
import { batchStates, openBatch } from './batch-acts.ts';
import { recuperationQueries } from './recuperation-queries.ts';

/** Each batch from its quota to its report. */
export function Batches(): ReactElement {
  const { t } = useTranslation();
  const [read] = useUrl();
  const of = { unionId: read('union'), state: oneOf(batchStates, read('state')) };
  return (
    <Section
      title={t('recuperation.view.batches')}
      note={t('recuperation.batchesNote')}
      tools={<Open />}
    >
      <div className="filter">
        <UnionFilter />
        <CodeFilter
          label={t('innovation.state')}
          name="state"
          words="batchState"
          codes={batchStates}
        />
      </div>
      <RecordList
        label={t('recuperation.view.batches')}
        query={useInfiniteQuery(recuperationQueries.batches(of))}
        idOf={({ batchId }) => batchId}
        name={{ label: t('record.batchTitle'), of: ({ title }) => title }}
        columns={[
          { label: t('record.union'), of: ({ unionName }) => unionName },
          { label: t('record.base'), of: ({ baseName }) => baseName },
          { label: t('record.travelsFrom'), of: ({ travelsFrom }) => travelsFrom },
          { label: t('recuperation.chosen'), number: true, of: ({ chosen }) => chosen },
          { label: t('recuperation.travelled'), number: true, of: ({ travelled }) => travelled },
          {
            label: t('innovation.state'),
            of: ({ state }) => <RecordState words="batchState" state={state} />,
          },
        ]}
        empty={[t('recuperation.noBatches'), t('recuperation.noBatchesNext')]}
        to={({ batchId }) => `/recuperation/${batchId}`}
      />
    </Section>
  );
}

/** At a base that stands today. */
function Open(): ReactElement {
  const bases = itemsOf(useInfiniteQuery(recuperationQueries.bases(today())).data);
  const choices = bases.map(({ baseId, baseName }) => [baseId, baseName] as const);
  return <Acts acts={openBatch} record={null} choices={{ base: choices }} />;
}
