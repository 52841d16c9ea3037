import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { DESIGNATION_KINDS } from '../acts/act-fields.ts';
import type { Choices } from '../acts/act.ts';
import { Acts } from '../acts/acts.tsx';
import { itemsOf } from '../acts/fact-values.tsx';
import { CodeFilter, oneOf, UnionFilter } from '../acts/record-filter.tsx';
import { RecordState } from '../acts/record-state.tsx';
import { learningQueries } from '../learning/learning-queries.ts';
import { queries } from '../queries.ts';
import type { Designation } from '../shapes.ts';
import { Facts } from '../ui/facts.tsx';
import { useLabels } from '../ui/labels.ts';
import { Section } from '../ui/page.tsx';
import { RecordList } from '../ui/record-list.tsx';
import { useUrl } from '../url.ts';
import { designate, designationActs } from './designation-acts.ts';
import { reformQueries } from './reform-queries.ts';
import { Speakers } from './speakers.tsx';

const kinds = ['REFORM_PILOT', ...DESIGNATION_KINDS] as const;

/** Pilots, bases and teams that were named by a document. */
export function Designations(): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const [read] = useUrl();
  const of = { unionId: read('union'), designationKind: oneOf(kinds, read('kind')) };
  const query = useInfiniteQuery(reformQueries.designations(of));
  return (
    <>
      <Section
        title={t('programmes.view.designations')}
        note={t('programmes.designationsNote')}
        tools={<Acts acts={designate} record={null} />}
      >
        <div className="filter">
          <UnionFilter />
          <CodeFilter
            label={t('record.designationKind')}
            name="kind"
            words="designationKind"
            codes={kinds}
          />
        </div>
        <RecordList
          label={t('programmes.view.designations')}
          query={query}
          idOf={({ designationId }) => designationId}
          name={{ label: t('record.title'), of: ({ title }) => title }}
          columns={[
            {
              label: t('record.designationKind'),
              of: (one) => label('designationKind', one.designationKind),
            },
            { label: t('record.union'), of: ({ unionName }) => unionName },
            { label: t('record.level'), of: ({ level }) => label('resultLevel', level) },
            { label: t('record.designatedOn'), of: ({ designatedOn }) => designatedOn },
            { label: t('innovation.state'), of: (one) => <State one={one} /> },
          ]}
          empty={[t('programmes.noDesignations'), t('programmes.noDesignationsNext')]}
          panel={(one) => <One one={one} />}
        />
      </Section>
      <Speakers />
    </>
  );
}

const stateOf = ({ endedOn }: Designation): string => (endedOn === '' ? 'STANDING' : 'ENDED');

function State({ one }: { one: Designation }): ReactElement {
  return <RecordState words="designationState" state={stateOf(one)} />;
}

function One({ one }: { one: Designation }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const team = one.designationKind === 'SPEAKER_TEAM';
  const many = (count: number): string => (count === 0 ? '' : String(count));
  return (
    <>
      <Facts
        of={[
          [t('innovation.state'), <State key="state" one={one} />],
          [t('record.designationKind'), label('designationKind', one.designationKind)],
          [t('record.union'), one.unionName],
          [t('record.level'), label('resultLevel', one.level)],
          [t('record.documentNo'), one.documentNo],
          [t('record.designatedOn'), one.designatedOn],
          [t('programmes.courses'), many(one.courseCount)],
          [t('programmes.classes'), many(one.classCount)],
          [t('programmes.lecturers'), team ? String(one.lecturerCount) : ''],
          [t('programmes.sessions'), team ? String(one.sessionCount) : ''],
          [t('programmes.attendance'), team ? String(one.attendance) : ''],
          [t('record.endedOn'), one.endedOn],
          [t('record.endReason'), one.endReason],
        ]}
      />
      <Own one={one} />
    </>
  );
}

/** What may be said of it; only the desk reads the lists that it chooses from. */
function Own({ one }: { one: Designation }): ReactElement | null {
  const duty = useQuery(queries.session()).data?.duty?.duty;
  if (duty !== 'clerk' && duty !== 'chair') return null;
  return <DeskActs one={one} />;
}

function DeskActs({ one }: { one: Designation }): ReactElement {
  const { unionId } = one;
  const classes = useInfiniteQuery(learningQueries.classes({ unionId: '', trainingKind: '' }));
  const lecturers = useInfiniteQuery(learningQueries.lecturers(''));
  const lectures = useInfiniteQuery(learningQueries.lectures({ unionId, series: '' }));
  const choices: Choices = {
    trainingClass: itemsOf(classes.data).map(({ trainingClassId, title, startsOn }) => [
      trainingClassId,
      `${title} · ${startsOn}`,
    ]),
    lecturer: itemsOf(lecturers.data).map(({ lecturerId, personNameMasked, subject }) => [
      lecturerId,
      `${personNameMasked} · ${subject}`,
    ]),
    lecture: itemsOf(lectures.data).map(({ lectureId, topic, heldOn }) => [
      lectureId,
      `${topic} · ${heldOn}`,
    ]),
  };
  return <Acts acts={designationActs} record={one} state={stateOf(one)} choices={choices} />;
}
