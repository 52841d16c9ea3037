import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Acts } from '../acts/acts.tsx';
import { CodeFilter, oneOf, UnionFilter } from '../acts/record-filter.tsx';
import { today } from '../dates.ts';
import type { Professional } from '../shapes.ts';
import { Facts } from '../ui/facts.tsx';
import { useLabels } from '../ui/labels.ts';
import { Section } from '../ui/page.tsx';
import { RecordList } from '../ui/record-list.tsx';
import { useUrl } from '../url.ts';
import { appointProfessional, professionalActs } from './professional-acts.ts';
import { PROFESSIONS } from './rights-fields.ts';
import { rightsQueries } from './rights-queries.ts';

/** Lawyers, mediators and others on the roster, and who is on duty today. */
export function Professionals(): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const [read] = useUrl();
  const of = {
    unionId: read('union'),
    profession: oneOf(PROFESSIONS, read('profession')),
    onDutyOn: read('duty') === 'today' ? today() : '',
  };
  const daysOf = ({ dutyWeekdays }: Professional) =>
    dutyWeekdays.map((day) => label('weekday', String(day))).join('、') || '–';
  return (
    <Section
      title={t('rights.view.professionals')}
      note={t('rights.professionalsNote')}
      tools={<Acts acts={appointProfessional} record={null} />}
    >
      <div className="filter">
        <UnionFilter />
        <CodeFilter
          label={t('record.profession')}
          name="profession"
          words="profession"
          codes={PROFESSIONS}
        />
        <CodeFilter label={t('record.dutyDays')} name="duty" words="onDuty" codes={['today']} />
      </div>
      <RecordList
        label={t('rights.view.professionals')}
        query={useInfiniteQuery(rightsQueries.professionals(of))}
        idOf={({ professionalId }) => professionalId}
        name={{
          label: t('record.professionalName'),
          of: ({ professionalName }) => professionalName,
          part: ({ profession }) => label('profession', profession),
        }}
        columns={[
          { label: t('record.union'), of: ({ unionName }) => unionName },
          { label: t('record.firmName'), of: ({ firmName }) => firmName || '–' },
          { label: t('record.dutyDays'), of: daysOf },
          {
            label: t('rights.onRoster'),
            of: ({ appointedOn, endedOn }) =>
              endedOn === ''
                ? t('rights.since', { on: appointedOn })
                : `${appointedOn} – ${endedOn}`,
          },
        ]}
        empty={[t('rights.noProfessionals'), t('rights.noProfessionalsNext')]}
        panel={(one) => (
          <>
            <Facts
              of={[
                [t('record.profession'), label('profession', one.profession)],
                [t('record.union'), one.unionName],
                [t('record.firmName'), one.firmName],
                [t('record.licenceNo'), one.licenceNo],
                [t('record.dutyDays'), daysOf(one)],
                [t('rights.clients'), one.clientCount],
                [t('record.appointedOn'), one.appointedOn],
                [t('record.endedOn'), one.endedOn],
              ]}
            />
            <Acts acts={professionalActs} record={one} />
          </>
        )}
      />
    </Section>
  );
}
