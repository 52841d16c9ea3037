import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../queries.ts';
import { Figure } from '../ui/figure.tsx';
import { Loaded, Section } from '../ui/page.tsx';
import { RecordTable } from '../ui/record-table.tsx';
import { YearField } from '../ui/year-field.tsx';
import { useUrl } from '../url.ts';
import { reformQueries } from './reform-queries.ts';

/** Teams of speakers in a year: the union's own, and those below it. */
export function Speakers(): ReactElement {
  const { t } = useTranslation();
  const [read, patch] = useUrl();
  const scope = useQuery(queries.session()).data?.duty?.scopeUnionId ?? '';
  const year = read('year') || String(new Date().getFullYear());
  const query = useQuery(reformQueries.speakers(read('union') || scope, Number(year)));
  return (
    <Section title={t('programmes.speakers')} note={t('programmes.speakersNote')}>
      <div className="filter">
        <YearField
          label={t('record.year')}
          value={year}
          onValue={(value) => patch({ year: value })}
        />
      </div>
      <Loaded query={query} lines={2}>
        {({ own, below }) => (
          <RecordTable
            label={t('programmes.speakers')}
            items={[
              { ...own, whose: 'own' as const },
              { ...below, whose: 'below' as const },
            ]}
            idOf={({ whose }) => whose}
            name={{
              label: t('programmes.whose'),
              of: ({ whose }) => t(`programmes.speakersOf.${whose}`),
            }}
            columns={[
              {
                label: t('programmes.teams'),
                number: true,
                of: ({ teams = 0 }) => <Figure value={teams} />,
              },
              {
                label: t('programmes.lecturers'),
                number: true,
                of: ({ lecturers = 0 }) => <Figure value={lecturers} />,
              },
              {
                label: t('programmes.sessions'),
                number: true,
                of: ({ sessionCount = 0 }) => <Figure value={sessionCount} />,
              },
              {
                label: t('programmes.attendance'),
                number: true,
                of: ({ attendance = 0 }) => <Figure value={attendance} />,
              },
            ]}
          />
        )}
      </Loaded>
    </Section>
  );
}
