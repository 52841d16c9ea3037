import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { UnionFilter } from '../acts/record-filter.tsx';
import { queries } from '../queries.ts';
import type { OnlineCourse } from '../shapes.ts';
import { Facts } from '../ui/facts.tsx';
import { Figure } from '../ui/figure.tsx';
import { Empty, Loaded, Section } from '../ui/page.tsx';
import { RecordTable } from '../ui/record-table.tsx';
import { YearField } from '../ui/year-field.tsx';
import { useUrl } from '../url.ts';
import { ImportDialog } from './import-dialog.tsx';
import { reformQueries } from './reform-queries.ts';

/** What platforms say was learnt, of a union and all below it: numbers, and nobody's name. */
export function OnlineLearning(): ReactElement {
  const { t } = useTranslation();
  const [read, patch] = useUrl();
  const [importing, setImporting] = useState(false);
  const duty = useQuery(queries.session()).data?.duty;
  const year = read('year') || String(new Date().getFullYear());
  const unionId = read('union') || (duty?.scopeUnionId ?? '');
  const query = useQuery(reformQueries.online(unionId, Number(year)));
  const imports = duty?.duty === 'clerk' || duty?.duty === 'chair';
  return (
    <Section
      title={t('programmes.view.online')}
      note={t('programmes.onlineNote')}
      tools={
        imports && (
          <button type="button" className="button button-main" onClick={() => setImporting(true)}>
            {t('programmes.import.do')}
          </button>
        )
      }
    >
      <div className="filter">
        <UnionFilter />
        <YearField
          label={t('record.year')}
          value={year}
          onValue={(value) => patch({ year: value })}
        />
      </div>
      <Loaded query={query}>
        {({ records, persons, minutes, courses }) =>
          records === 0 ? (
            <Empty title={t('programmes.noOnline')}>{t('programmes.noOnlineNext')}</Empty>
          ) : (
            <>
              <Facts
                of={[
                  [t('programmes.persons'), <Figure key="persons" value={persons} />],
                  [t('programmes.learnt'), <Figure key="records" value={records} />],
                  [t('programmes.minutes'), <Figure key="minutes" value={minutes} />],
                ]}
              />
              <Courses courses={courses} />
            </>
          )
        }
      </Loaded>
      {importing && <ImportDialog onClose={() => setImporting(false)} />}
    </Section>
  );
}

function Courses({ courses }: { courses: readonly OnlineCourse[] }): ReactElement {
  const { t } = useTranslation();
  return (
    <RecordTable
      label={t('programmes.coursesLearnt')}
      items={courses}
      idOf={({ platform, courseTitle }) => `${platform} ${courseTitle}`}
      name={{ label: t('programmes.course'), of: ({ courseTitle }) => courseTitle }}
      columns={[
        { label: t('programmes.platform'), of: ({ platform }) => platform },
        {
          label: t('programmes.learnt'),
          number: true,
          of: ({ records }) => <Figure value={records} />,
        },
        {
          label: t('programmes.minutes'),
          number: true,
          of: ({ minutes }) => <Figure value={minutes} />,
        },
      ]}
    />
  );
}
