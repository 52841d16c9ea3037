import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Page, Section } from '../ui/page.tsx';
import { ViewsNav } from '../ui/views-nav.tsx';
import { useUrl } from '../url.ts';
import { Activities } from './activities.tsx';
import { Coverage } from './coverage.tsx';
import { StationFinder } from './station-finder.tsx';
import { VenueList } from './venue-list.tsx';
import { VenueView } from './venue-view.tsx';
import './venues.css';

const views = {
  map: VenueMapView,
  register: VenueList,
  coverage: Coverage,
  activities: Activities,
};
const names = Object.keys(views) as (keyof typeof views)[];

/** Stations, homes, bookhouses: on the map, in the register, and what is held in them. */
export default function VenuesPage(): ReactElement {
  const { venueId = '' } = useParams();
  if (venueId !== '') return <VenueView key={venueId} venueId={venueId} />;
  return <Lists />;
}

function Lists(): ReactElement {
  const { t } = useTranslation();
  const [read] = useUrl();
  const view = names.find((name) => name === read('view')) ?? 'map';
  const View = views[view];
  return (
    <Page title={t('venues.title')} lead={t('venues.lead')}>
      <ViewsNav
        label={t('venues.views')}
        views={names.map((name) => [name, t(`venues.view.${name}`)])}
        shown={view}
      />
      <View />
    </Page>
  );
}

function VenueMapView(): ReactElement {
  const { t } = useTranslation();
  return (
    <Section title={t('venues.view.map')} note={t('venueMap.note')}>
      <StationFinder to={(venueId) => `/venues/${venueId}`} />
    </Section>
  );
}
