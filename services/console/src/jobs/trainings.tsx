import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Acts } from '../acts/acts.tsx';
import { UnionFilter } from '../acts/record-filter.tsx';
import { RecordState } from '../acts/record-state.tsx';
import type { EmploymentTraining } from '../shapes.ts';
import { Facts } from '../ui/facts.tsx';
import { useLabels } from '../ui/labels.ts';
import { Section } from '../ui/page.tsx';
import { RecordList } from '../ui/record-list.tsx';
import { useUrl } from '../url.ts';
import { jobsQueries } from './jobs-queries.ts';
import { openTraining, trainingActs } from './work-acts.ts';

/** Trainings that lead to work, and how many of those who finished one have found some in time. */
export function Trainings(): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const [read] = useUrl();
  return (
    <Section
      title={t('jobFairs.view.trainings')}
      note={t('trainings.note')}
      tools={<Acts acts={openTraining} record={null} />}
    >
      <div className="filter">
        <UnionFilter />
      </div>
      <RecordList
        label={t('jobFairs.view.trainings')}
        query={useInfiniteQuery(jobsQueries.trainings(read('union')))}
        idOf={({ trainingId }) => trainingId}
        name={{ label: t('record.courseName'), of: ({ title }) => title }}
        columns={[
          { label: t('record.union'), of: ({ unionName }) => unionName },
          { label: t('record.seekerGroup'), of: (one) => label('seekerGroup', one.workerGroup) },
          { label: t('record.beginsOn'), of: ({ startsOn }) => startsOn },
          { label: t('record.trained'), number: true, of: trained },
          { label: t('trainings.employed'), number: true, of: employed },
          {
            label: t('innovation.state'),
            of: ({ state }) => <RecordState words="employmentTrainingState" state={state} />,
          },
        ]}
        empty={[t('trainings.none'), t('trainings.noneNext')]}
        panel={(one) => <One training={one} />}
      />
    </Section>
  );
}

const trained = ({ state, trained: persons }: EmploymentTraining) =>
  state === 'FINISHED' ? persons : '–';
/** With what that is of those who were trained. */
const employed = ({ state, trained: of, employed: persons }: EmploymentTraining) =>
  state === 'FINISHED' && of > 0 ? `${persons} (${((persons * 100) / of).toFixed(1)}%)` : '–';

function One({ training }: { training: EmploymentTraining }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  return (
    <>
      <Facts
        of={[
          [t('record.union'), training.unionName],
          [t('record.seekerGroup'), label('seekerGroup', training.workerGroup)],
          [t('record.beginsOn'), training.startsOn],
          [t('record.endsOn'), training.endsOn],
          [t('record.finishedOn'), training.finishedOn],
          [t('record.trained'), trained(training)],
          [t('trainings.employed'), employed(training)],
          [t('trainings.window'), t('trainings.days', { count: training.windowDays })],
        ]}
      />
      <Acts acts={trainingActs} record={training} state={training.state} />
    </>
  );
}
