import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Acts } from '../acts/acts.tsx';
import { CodeFilter, oneOf, UnionFilter } from '../acts/record-filter.tsx';
import { VENUE_KINDS } from '../acts/service-fields.ts';
import { Facts } from '../ui/facts.tsx';
import { Empty, Loaded, Section } from '../ui/page.tsx';
import { RecordTable } from '../ui/record-table.tsx';
import { useUrl } from '../url.ts';
import { useDistance } from './use-distance.ts';
import { pointActs } from './venue-acts.ts';
import { venuesQueries } from './venues-queries.ts';

/** Where workers gather, and how many of these places have a venue within the circle of today’s rule. */
export function Coverage(): ReactElement {
  const { t } = useTranslation();
  const distance = useDistance();
  const [read] = useUrl();
  const of = { unionId: read('union'), venueKind: oneOf(VENUE_KINDS, read('kind')) };
  const query = useQuery(venuesQueries.coverage(of));
  return (
    <Section
      title={t('venues.view.coverage')}
      note={t('venues.coverageNote')}
      tools={<Acts acts={pointActs} record={null} />}
    >
      <div className="filter">
        <UnionFilter />
        <CodeFilter
          label={t('record.venueKind')}
          name="kind"
          words="venueKind"
          codes={VENUE_KINDS}
        />
      </div>
      <Loaded query={query}>
        {(found) => (
          <>
            <Facts
              of={[
                [
                  t('venues.circle'),
                  t('venues.circleOf', {
                    minutes: found.circleMinutes,
                    far: distance(found.withinM),
                  }),
                ],
                [t('venues.inUse'), found.venues],
                [t('venues.pointsCovered'), `${found.pointsCovered} / ${found.points}`],
                [t('venues.workersCovered'), `${found.workersCovered} / ${found.workers}`],
              ]}
            />
            <h3>{t('venues.uncovered')}</h3>
            {found.uncovered.length === 0 ? (
              <Empty title={t('venues.allCovered')}>{t('venues.allCoveredNext')}</Empty>
            ) : (
              <RecordTable
                label={t('venues.uncovered')}
                items={found.uncovered}
                idOf={({ pointId }) => pointId}
                name={{ label: t('record.pointName'), of: ({ pointName }) => pointName }}
                columns={[
                  { label: t('record.workersHere'), number: true, of: ({ workers }) => workers },
                  {
                    label: t('venues.nearest'),
                    number: true,
                    of: ({ distanceM }) => (distanceM < 0 ? '–' : distance(distanceM)),
                  },
                ]}
              />
            )}
          </>
        )}
      </Loaded>
    </Section>
  );
}
