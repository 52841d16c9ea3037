import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { TRAINING_KINDS } from '../acts/act-fields.ts';
import { Acts } from '../acts/acts.tsx';
import { CodeFilter, oneOf, UnionFilter } from '../acts/record-filter.tsx';
import { RecordState } from '../acts/record-state.tsx';
import type { TrainingClass } from '../shapes.ts';
import { Facts } from '../ui/facts.tsx';
import { useLabels } from '../ui/labels.ts';
import { Loaded, Section } from '../ui/page.tsx';
import { RecordList } from '../ui/record-list.tsx';
import { useUrl } from '../url.ts';
import { learningQueries } from './learning-queries.ts';
import { openClass, trainingActs } from './training-acts.ts';

/** Classes of every kind; a night school is one. */
export function Classes(): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const [read] = useUrl();
  const of = { unionId: read('union'), trainingKind: oneOf(TRAINING_KINDS, read('kind')) };
  const query = useInfiniteQuery(learningQueries.classes(of));
  return (
    <Section
      title={t('learning.view.classes')}
      note={t('learning.classesNote')}
      tools={<Acts acts={openClass} record={null} />}
    >
      <div className="filter">
        <UnionFilter />
        <CodeFilter
          label={t('record.trainingKind')}
          name="kind"
          words="trainingKind"
          codes={TRAINING_KINDS}
        />
      </div>
      <RecordList
        label={t('learning.view.classes')}
        query={query}
        idOf={({ trainingClassId }) => trainingClassId}
        name={{ label: t('record.title'), of: ({ title }) => title }}
        columns={[
          { label: t('record.trainingKind'), of: (one) => label('trainingKind', one.trainingKind) },
          { label: t('record.union'), of: ({ unionName }) => unionName },
          { label: t('learning.term'), of: (one) => `${one.startsOn} – ${one.endsOn}` },
          { label: t('learning.enrolled'), number: true, of: (one) => one.enrolledCount },
          { label: t('learning.completedCount'), number: true, of: completed },
          {
            label: t('innovation.state'),
            of: (one) => <RecordState words="trainingState" state={one.state} />,
          },
        ]}
        empty={[t('learning.noClasses'), t('learning.noClassesNext')]}
        panel={(one) => <One id={one.trainingClassId} />}
      />
    </Section>
  );
}

/** Nobody has completed what is not over. */
function completed({ state, completedCount }: TrainingClass): string {
  return state === 'OPEN' ? '–' : String(completedCount);
}

function One({ id }: { id: string }): ReactElement {
  const query = useQuery(learningQueries.oneClass(id));
  return <Loaded query={query}>{(one) => <Whole of={one} />}</Loaded>;
}

function Whole({ of }: { of: TrainingClass }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const { enrolments } = of;
  return (
    <>
      <Facts
        of={[
          [
            t('innovation.state'),
            <RecordState key="state" words="trainingState" state={of.state} />,
          ],
          [t('record.trainingKind'), label('trainingKind', of.trainingKind)],
          [t('record.union'), of.unionName],
          [t('learning.term'), `${of.startsOn} – ${of.endsOn}`],
          [t('record.place'), of.place],
          [t('record.teacher'), of.teacher],
          [t('learning.enrolled'), String(of.enrolledCount)],
          [t('learning.completedCount'), completed(of)],
          [t('record.finishedOn'), of.finishedOn],
        ]}
      />
      <h3>{t('learning.people')}</h3>
      {enrolments.length === 0 && <p className="note">{t('learning.nobody')}</p>}
      <ul className="record-lines">
        {enrolments.map((one) => (
          <li key={one.personId}>
            {one.personNameMasked}{' '}
            {one.completed && <span className="account-part">{t('learning.done')}</span>}
          </li>
        ))}
      </ul>
      <Acts
        acts={trainingActs}
        record={of}
        state={of.state}
        choices={{
          completed: enrolments.map(({ personId, personNameMasked }) => [
            personId,
            personNameMasked,
          ]),
        }}
      />
    </>
  );
}
