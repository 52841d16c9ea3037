import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { VenuePlace } from '../shapes.ts';
import { Chip } from '../ui/chips.tsx';
import { useLabels } from '../ui/labels.ts';
import { isOpenAt } from './hours.ts';
import { useDistance } from './use-distance.ts';
import { useHours } from './use-hours.ts';

interface Props {
  places: readonly VenuePlace[];
  /** Whether the distances are from somewhere. */
  from: boolean;
  chosen: string;
  now: Date;
  onChoose: (venueId: string) => void;
  to: ((venueId: string) => string) | undefined;
}

const FIRST = 20;

/** What the map shows, for those who read: the numbers are those of its marks. */
export function StationList({ places, ...rest }: Props): ReactElement {
  const { t } = useTranslation();
  const [shown, setShown] = useState(FIRST);
  const more = places.length - shown;
  return (
    <div className="station-list">
      <ol aria-label={t('venueMap.list')}>
        {places.slice(0, shown).map((place, n) => (
          <Station key={place.venueId} {...rest} place={place} number={n + 1} />
        ))}
      </ol>
      {more > 0 && (
        <button type="button" className="button" onClick={() => setShown(shown + FIRST)}>
          {t('venueMap.more', { count: more })}
        </button>
      )}
    </div>
  );
}

interface StationProps extends Omit<Props, 'places'> {
  place: VenuePlace;
  number: number;
}

function Station(props: StationProps): ReactElement {
  const { place, number, from, chosen, now, onChoose, to } = props;
  const { t } = useTranslation();
  const label = useLabels();
  const distance = useDistance();
  const hours = useHours();
  const kinds = [place.venueKind, ...place.signboardKinds].map((kind) => label('venueKind', kind));
  return (
    <li className={place.venueId === chosen ? 'station station-chosen' : 'station'}>
      <span className="station-number" aria-hidden="true">
        {number}
      </span>
      <div>
        <p className="station-name">
          <button
            type="button"
            className="traced"
            aria-pressed={place.venueId === chosen}
            onClick={() => onChoose(place.venueId)}
          >
            {place.venueName}
          </button>{' '}
          <Standing place={place} now={now} />
          {from && <span className="station-far">{distance(place.distanceM)}</span>}
        </p>
        <p>{place.address}</p>
        <p className="note">{[kinds.join(' / '), hours(place.openingHours)].join(' · ')}</p>
        {place.facilities.length > 0 && (
          <p className="note">
            {place.facilities.map((one) => label('facility', one)).join(' · ')}
          </p>
        )}
        {to && <Link to={to(place.venueId)}>{t('venueMap.file')}</Link>}
      </div>
    </li>
  );
}

function Standing({ place, now }: { place: VenuePlace; now: Date }): ReactElement | null {
  const { t } = useTranslation();
  const label = useLabels();
  if (place.state !== 'OPEN') return <Chip tone="warn">{label('venueState', place.state)}</Chip>;
  const open = isOpenAt(place.openingHours, now);
  if (open === undefined) return null;
  return <Chip tone={open ? 'good' : 'plain'}>{t(open ? 'venueMap.open' : 'venueMap.shut')}</Chip>;
}
