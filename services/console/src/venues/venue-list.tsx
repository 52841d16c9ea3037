import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Acts } from '../acts/acts.tsx';
import { CodeFilter, oneOf, UnionFilter } from '../acts/record-filter.tsx';
import { RecordState } from '../acts/record-state.tsx';
import { VENUE_KINDS } from '../acts/service-fields.ts';
import { queries } from '../queries.ts';
import { useLabels } from '../ui/labels.ts';
import { Section } from '../ui/page.tsx';
import { RecordList } from '../ui/record-list.tsx';
import { useUrl } from '../url.ts';
import { proposeVenue, venueStates } from './venue-acts.ts';
import { venuesQueries } from './venues-queries.ts';

/** The register: each physical site once, however many signboards it has. */
export function VenueList(): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const [read] = useUrl();
  const of = {
    unionId: read('union'),
    venueKind: oneOf(VENUE_KINDS, read('kind')),
    state: oneOf(venueStates, read('state')),
  };
  const region = useQuery(queries.node()).data?.region ?? '';
  return (
    <Section
      title={t('venues.view.register')}
      note={t('venues.registerNote')}
      tools={<Acts acts={proposeVenue} record={{ region }} />}
    >
      <div className="filter">
        <UnionFilter />
        <CodeFilter
          label={t('record.venueKind')}
          name="kind"
          words="venueKind"
          codes={VENUE_KINDS}
        />
        <CodeFilter
          label={t('innovation.state')}
          name="state"
          words="venueState"
          codes={venueStates}
        />
      </div>
      <RecordList
        label={t('venues.view.register')}
        query={useInfiniteQuery(venuesQueries.venues(of))}
        idOf={({ venueId }) => venueId}
        name={{ label: t('record.venueName'), of: ({ venueName }) => venueName }}
        columns={[
          { label: t('record.union'), of: ({ unionName }) => unionName },
          { label: t('record.venueKind'), of: (one) => label('venueKind', one.venueKind) },
          { label: t('record.venueLevel'), of: (one) => label('resultLevel', one.venueLevel) },
          { label: t('record.address'), of: ({ address }) => address },
          { label: t('venues.visits'), number: true, of: ({ visits }) => visits },
          {
            label: t('innovation.state'),
            of: ({ state }) => <RecordState words="venueState" state={state} />,
          },
        ]}
        empty={[t('venues.none'), t('venues.noneNext')]}
        to={({ venueId }) => `/venues/${venueId}`}
      />
    </Section>
  );
}
