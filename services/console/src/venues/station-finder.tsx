import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { VENUE_KINDS } from '../acts/service-fields.ts';
import { CodeFilter, oneOf } from '../acts/record-filter.tsx';
import { Empty, Loaded } from '../ui/page.tsx';
import type { VenuePlace } from '../shapes.ts';
import { useUrl } from '../url.ts';
import { isOpenAt } from './hours.ts';
import { metresBetween, type Spot } from './map-frame.ts';
import { AskPosition } from './ask-position.tsx';
import { StationList } from './station-list.tsx';
import { VenueMap } from './venue-map.tsx';
import { venuesQueries } from './venues-queries.ts';
import './venues.css';

/** A hundredth of a degree, about a kilometre: nobody’s whereabouts are told more closely than is needed to find what is near. */
const COARSE_E6 = 10_000;
const coarse = ({ latitudeE6, longitudeE6 }: Spot): Spot => ({
  latitudeE6: Math.round(latitudeE6 / COARSE_E6) * COARSE_E6,
  longitudeE6: Math.round(longitudeE6 / COARSE_E6) * COARSE_E6,
});

interface Props {
  /** Where the name of a venue leads, for those who may read its file. */
  to?: (venueId: string) => string;
}

/** Finds a station: a map and, beside it, the same as a list, the nearest first once it is known from where. */
export function StationFinder({ to }: Props): ReactElement {
  const { t } = useTranslation();
  const [read] = useUrl();
  const kind = oneOf(VENUE_KINDS, read('kind'));
  const [here, setHere] = useState<Spot>();
  const query = useQuery(venuesQueries.near(kind, here && coarse(here)));
  return (
    <>
      <div className="filter">
        <CodeFilter
          label={t('record.venueKind')}
          name="kind"
          words="venueKind"
          codes={VENUE_KINDS}
        />
        <AskPosition here={here} onHere={setHere} />
      </div>
      <Loaded query={query} lines={8}>
        {(places) =>
          places.length === 0 ? (
            <Empty title={t('venueMap.none')}>{t('venueMap.noneNext')}</Empty>
          ) : (
            <Found places={inOrder(places, here)} here={here} onHere={setHere} to={to} />
          )
        }
      </Loaded>
    </>
  );
}

/** Exactly, in the browser: the node was asked from about here. */
function inOrder(places: readonly VenuePlace[], here: Spot | undefined): VenuePlace[] {
  if (!here) return [...places];
  return places
    .map((place) => ({ ...place, distanceM: metresBetween(here, place) }))
    .toSorted((one, other) => one.distanceM - other.distanceM);
}

interface FoundProps {
  places: readonly VenuePlace[];
  here: Spot | undefined;
  onHere: (spot: Spot) => void;
  to: ((venueId: string) => string) | undefined;
}

function Found({ places, here, onHere, to }: FoundProps): ReactElement {
  const [chosen, setChosen] = useState('');
  const now = new Date();
  const marks = places.map((place) => ({
    ...place,
    shut: place.state !== 'OPEN' || isOpenAt(place.openingHours, now) === false,
  }));
  return (
    <div className="station-finder">
      <VenueMap places={marks} here={here} chosen={chosen} onChoose={setChosen} onHere={onHere} />
      <StationList
        places={places}
        from={here !== undefined}
        chosen={chosen}
        now={now}
        onChoose={setChosen}
        to={to}
      />
    </div>
  );
}
