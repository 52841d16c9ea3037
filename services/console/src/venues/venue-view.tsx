import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Acts } from '../acts/acts.tsx';
import { fenSince } from '../acts/fact-values.tsx';
import { RecordState } from '../acts/record-state.tsx';
import type { Venue } from '../shapes.ts';
import { Facts } from '../ui/facts.tsx';
import { Icon } from '../ui/icons.tsx';
import { useLabels } from '../ui/labels.ts';
import { Loaded, Page, Section } from '../ui/page.tsx';
import { Way } from '../ui/way.tsx';
import { degreesOf } from './degrees.ts';
import { useHours } from './use-hours.ts';
import { inUse, venueActs, venueWay } from './venue-acts.ts';
import { VenueChecks, VenueSignboards, VenueSteps, VenueTitles } from './venue-tables.tsx';
import { venuesQueries } from './venues-queries.ts';

/** One venue: how it came to be open, what is there, what it is also called, what was found and honoured. */
export function VenueView({ venueId }: { venueId: string }): ReactElement {
  const { t } = useTranslation();
  const query = useQuery(venuesQueries.venue(venueId));
  const venue = query.data;
  return (
    <Page
      title={venue?.venueName ?? t('venues.title')}
      above={
        <nav className="trail" aria-label={t('venues.views')}>
          <Link to="/venues?view=register" className="with-icon">
            <Icon name="back" />
            {t('venues.back')}
          </Link>
        </nav>
      }
      lead={
        venue && (
          <>
            <RecordState words="venueState" state={venue.state} /> {venue.unionName}
          </>
        )
      }
      tools={venue && <Acts acts={venueActs} record={venue} state={venue.state} />}
    >
      <Loaded query={query} lines={10}>
        {(one) => <Whole venue={one} />}
      </Loaded>
    </Page>
  );
}

function Whole({ venue }: { venue: Venue }): ReactElement {
  const label = useLabels();
  const opened = venue.openedOn !== '';
  return (
    <>
      {venue.state !== 'REFUSED' && (
        <Way
          steps={venueWay.map((one) => [one, label('venueStep', one)])}
          here={opened ? 'OPEN' : venue.state}
          done={opened && inUse.includes(venue.state)}
        />
      )}
      <About venue={venue} />
      <VenueSignboards venue={venue} />
      <VenueChecks venue={venue} />
      <VenueTitles venue={venue} />
      <VenueSteps venue={venue} />
    </>
  );
}

function About({ venue }: { venue: Venue }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const hours = useHours();
  const said = venue.attributes.map(({ attribute, attributeValue }) => {
    const value = ['YES', 'NO'].includes(attributeValue)
      ? label('venueFlag', attributeValue)
      : attributeValue;
    return [label('record', attribute), value] as const;
  });
  return (
    <Section title={t('venues.about')}>
      <Facts
        of={[
          [t('record.venueKind'), label('venueKind', venue.venueKind)],
          [t('record.venueLevel'), label('resultLevel', venue.venueLevel)],
          [t('record.tier'), venue.tier && label('venueTier', venue.tier)],
          [t('record.buildMode'), label('buildMode', venue.buildMode)],
          [t('record.address'), venue.address],
          [
            t('venues.coordinates'),
            t('venues.at', {
              latitude: degreesOf(venue.latitudeE6),
              longitude: degreesOf(venue.longitudeE6),
            }),
          ],
          [t('record.area'), venue.areaSqm],
          [t('venues.hours'), hours(venue.openingHours)],
          [
            t('record.facilities'),
            venue.facilities.map((one) => label('facility', one)).join(' · '),
          ],
          ...said,
          [t('venues.openedOn'), venue.openedOn],
          [t('venues.visits'), venue.openedOn === '' ? '' : venue.visits],
          [
            t('record.budget'),
            fenSince(venue.budgetFen, venue.state === 'PROPOSED' ? '' : 'known'),
          ],
        ]}
      />
    </Section>
  );
}
