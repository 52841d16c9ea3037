import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { CARE_FORMS } from '../acts/act-fields.ts';
import { Acts } from '../acts/acts.tsx';
import { itemsOf } from '../acts/fact-values.tsx';
import { CodeFilter, oneOf, UnionFilter } from '../acts/record-filter.tsx';
import type { ModelWorkerCare } from '../shapes.ts';
import { useLabels } from '../ui/labels.ts';
import { Section } from '../ui/page.tsx';
import { RecordList } from '../ui/record-list.tsx';
import { useUrl } from '../url.ts';
import { recordCare } from './care-acts.ts';
import { careQueries } from './care-queries.ts';

/** Who was visited, sent to recuperate or examined, and when. */
export function CareVisits(): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const [read] = useUrl();
  const unionId = read('union');
  const query = useInfiniteQuery(
    careQueries.visits({ unionId, careForm: oneOf(CARE_FORMS, read('form')) }),
  );
  const workers = itemsOf(useInfiniteQuery(careQueries.named(unionId)).data);
  return (
    <Section
      title={t('workerCare.view.visits')}
      tools={
        workers.length > 0 && (
          <Acts
            acts={recordCare}
            record={null}
            choices={{
              cared: workers.map((one) => [
                one.personId,
                `${one.personNameMasked} · ${one.unionName}`,
              ]),
            }}
          />
        )
      }
    >
      <div className="filter">
        <UnionFilter />
        <CodeFilter label={t('record.careForm')} name="form" words="careForm" codes={CARE_FORMS} />
      </div>
      <RecordList
        label={t('workerCare.view.visits')}
        query={query}
        idOf={({ careId }) => careId}
        name={{
          label: t('record.careForm'),
          of: ({ careForm }) => label('careForm', careForm),
          part: ({ place }) => place,
        }}
        columns={[
          { label: t('workerCare.when'), of: term },
          { label: t('workers.union'), of: ({ unionName }) => unionName },
          { label: t('workerCare.who'), of: ({ namesMasked }) => namesMasked.join('、') },
          {
            label: t('workerCare.count'),
            number: true,
            of: ({ namesMasked }) => namesMasked.length,
          },
          { label: t('record.careRemark'), of: ({ note }) => note || '–' },
        ]}
        empty={[t('workerCare.visitsNone'), t('workerCare.visitsNoneNext')]}
      />
    </Section>
  );
}

function term({ happenedOn, endsOn }: ModelWorkerCare): string {
  return happenedOn === endsOn ? happenedOn : `${happenedOn} – ${endsOn}`;
}
