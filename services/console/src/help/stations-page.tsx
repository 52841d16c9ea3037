import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { VenuePlace } from '../shapes.ts';
import { Chip } from '../ui/chips.tsx';
import { Loaded, Page, Section, Waiting } from '../ui/page.tsx';
import { helpQueries } from './help-queries.ts';

interface Place {
  latitudeE6: number;
  longitudeE6: number;
}

/** What the node takes for "from nowhere". */
const NOWHERE: Place = { latitudeE6: 0, longitudeE6: 0 };

export function StationsPage(): ReactElement {
  const { t } = useTranslation();
  const here = useHere();
  return (
    <Page
      title={t('myHelp.stations.title')}
      lead={t('myHelp.stations.lead')}
      above={<Link to="/help">{t('myHelp.back')}</Link>}
    >
      <div className="help">{here ? <Stations from={here} /> : <Locating />}</div>
    </Page>
  );
}

function Locating(): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <p className="note">{t('myHelp.stations.locating')}</p>
      <Waiting />
    </>
  );
}

const E6 = 1_000_000;
const LOCATE_MS_MAX = 8_000;

/** Undefined while the phone looks; nowhere where it may not say, or cannot. */
function useHere(): Place | undefined {
  const [here, setHere] = useState<Place>();
  useEffect(() => {
    const unknown = (): void => setHere(NOWHERE);
    if (!('geolocation' in navigator)) return unknown();
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude } }) =>
        setHere({
          latitudeE6: Math.round(latitude * E6),
          longitudeE6: Math.round(longitude * E6),
        }),
      unknown,
      { timeout: LOCATE_MS_MAX, maximumAge: 60_000 },
    );
    return undefined;
  }, []);
  return here;
}

function Stations({ from }: { from: Place }): ReactElement {
  const { t } = useTranslation();
  const query = useQuery(helpQueries.stations(from));
  const known = from !== NOWHERE;
  return (
    <Section title={known ? t('myHelp.stations.near') : t('myHelp.stations.noPlace')}>
      <Loaded query={query}>
        {(items) =>
          items.length === 0 ? (
            <p className="note">{t('myHelp.stations.none')}</p>
          ) : (
            <ul className="help-stations">
              {items.map((one) => (
                <Station key={one.venueId} venue={one} known={known} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  );
}

function Station({ venue, known }: { venue: VenuePlace; known: boolean }): ReactElement {
  const { t } = useTranslation();
  const { venueName, address, distanceM, state } = venue;
  const far = distanceM >= 1_000;
  const distance = far
    ? t('myHelp.stations.km', { km: (distanceM / 1_000).toFixed(1) })
    : t('myHelp.stations.metres', { metres: distanceM });
  return (
    <li>
      <strong>
        {venueName} {known && <Chip>{distance}</Chip>}{' '}
        {state !== 'OPEN' && <Chip tone="warn">{t('myHelp.stations.suspended')}</Chip>}
      </strong>
      <span className="quiet">{address}</span>
    </li>
  );
}
