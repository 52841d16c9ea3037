import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Acts } from '../acts/acts.tsx';
import { itemsOf } from '../acts/fact-values.tsx';
import { UnionFilter } from '../acts/record-filter.tsx';
import { useLabels } from '../ui/labels.ts';
import { Section } from '../ui/page.tsx';
import { RecordList } from '../ui/record-list.tsx';
import { useUrl } from '../url.ts';
import { appointLecturer, holdLecture } from './lecture-acts.ts';
import { learningQueries } from './learning-queries.ts';

/** What was said to how many, and by whom; nobody who listened is named. */
export function Lectures(): ReactElement {
  const { t } = useTranslation();
  const [read] = useUrl();
  const unionId = read('union');
  const query = useInfiniteQuery(learningQueries.lectures({ unionId, series: '' }));
  const lecturers = itemsOf(useInfiniteQuery(learningQueries.lecturers('')).data);
  return (
    <>
      <div className="filter">
        <UnionFilter />
      </div>
      <Section
        title={t('learning.lectures')}
        note={t('learning.lecturesNote')}
        tools={
          lecturers.length > 0 && (
            <Acts
              acts={holdLecture}
              record={null}
              choices={{
                lecturer: lecturers.map((one) => [
                  one.lecturerId,
                  `${one.personNameMasked} · ${one.subject}`,
                ]),
              }}
            />
          )
        }
      >
        <RecordList
          label={t('learning.lectures')}
          query={query}
          idOf={({ lectureId }) => lectureId}
          name={{ label: t('record.topic'), of: ({ topic }) => topic }}
          columns={[
            { label: t('record.series'), of: ({ series }) => series },
            { label: t('record.lecturer'), of: (one) => one.lecturerNameMasked },
            { label: t('record.union'), of: ({ unionName }) => unionName },
            { label: t('record.place'), of: ({ place }) => place },
            { label: t('record.heldOn'), of: ({ heldOn }) => heldOn },
            { label: t('record.attendance'), number: true, of: ({ attendance }) => attendance },
          ]}
          empty={[t('learning.noLectures'), t('learning.noLecturesNext')]}
        />
      </Section>
      <Lecturers unionId={unionId} />
    </>
  );
}

function Lecturers({ unionId }: { unionId: string }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const query = useInfiniteQuery(learningQueries.lecturers(unionId));
  return (
    <Section title={t('learning.lecturers')} tools={<Acts acts={appointLecturer} record={null} />}>
      <RecordList
        label={t('learning.lecturers')}
        query={query}
        idOf={({ lecturerId }) => lecturerId}
        name={{ label: t('record.personName'), of: (one) => one.personNameMasked }}
        columns={[
          { label: t('record.lecturerKind'), of: (one) => label('lecturerKind', one.lecturerKind) },
          { label: t('record.subject'), of: ({ subject }) => subject },
          { label: t('record.union'), of: ({ unionName }) => unionName },
          { label: t('record.appointedOn'), of: ({ appointedOn }) => appointedOn },
          { label: t('learning.sessions'), number: true, of: ({ sessionCount }) => sessionCount },
        ]}
        empty={[t('learning.noLecturers'), t('learning.noLecturersNext')]}
      />
    </Section>
  );
}
