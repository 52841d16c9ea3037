import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { STUDIO_LEVELS } from '../acts/act-fields.ts';
import { Acts } from '../acts/acts.tsx';
import { CodeFilter, oneOf, UnionFilter } from '../acts/record-filter.tsx';
import { RecordState } from '../acts/record-state.tsx';
import { useLabels } from '../ui/labels.ts';
import { Section } from '../ui/page.tsx';
import { RecordList } from '../ui/record-list.tsx';
import { useUrl } from '../url.ts';
import { Alliances } from './alliances.tsx';
import { innovationQueries } from './innovation-queries.ts';
import { applyStudio, studioStates } from './studio-acts.ts';

/** Innovation studios by level, each counted once; below, the alliances of them. */
export function Studios(): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const [read] = useUrl();
  const of = {
    unionId: read('union'),
    state: oneOf(studioStates, read('state')),
    level: oneOf(STUDIO_LEVELS, read('level')),
  };
  const query = useInfiniteQuery(innovationQueries.studios(of));
  const counts = query.data?.pages[0]?.counts ?? [];
  return (
    <>
      <Section
        title={t('innovation.view.studios')}
        note={t('innovation.studiosNote')}
        tools={<Acts acts={applyStudio} record={null} />}
      >
        <p className="record-counts">
          <strong>{t('innovation.studiosNamed')}</strong>
          {STUDIO_LEVELS.map((one) => {
            const count = counts.find(({ level }) => level === one)?.studios ?? 0;
            return (
              <span key={one}>
                {t('innovation.ofLevel', { level: label('resultLevel', one), count })}
              </span>
            );
          })}
        </p>
        <div className="filter">
          <UnionFilter />
          <CodeFilter
            label={t('record.level')}
            name="level"
            words="resultLevel"
            codes={STUDIO_LEVELS}
          />
          <CodeFilter
            label={t('innovation.state')}
            name="state"
            words="studioState"
            codes={studioStates}
          />
        </div>
        <RecordList
          label={t('innovation.view.studios')}
          query={query}
          idOf={({ studioId }) => studioId}
          name={{ label: t('record.studioName'), of: ({ studioName }) => studioName }}
          columns={[
            { label: t('record.union'), of: ({ unionName }) => unionName },
            { label: t('innovation.leader'), of: (one) => one.personNameMasked },
            { label: t('record.level'), of: ({ level }) => label('resultLevel', level) },
            { label: t('record.namedOn'), of: ({ namedOn }) => namedOn || '–' },
            {
              label: t('innovation.state'),
              of: (one) => <RecordState words="studioState" state={one.state} />,
            },
          ]}
          empty={[t('innovation.noStudios'), t('innovation.noStudiosNext')]}
          to={({ studioId }) => `/studios/${studioId}`}
        />
      </Section>
      <Alliances />
    </>
  );
}
