import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { frameOf, pointOf, scaleOf, spotAt, VIEW, type Frame, type Spot } from './map-frame.ts';
import { useDistance } from './use-distance.ts';
import { useMapMoves, type Point } from './use-map-moves.ts';

export interface MapPlace extends Spot {
  venueId: string;
  venueName: string;
  /** In use, but not open now. */
  shut: boolean;
}

interface Props {
  /** In the order of the list beside it: they bear its numbers. */
  places: readonly MapPlace[];
  here: Spot | undefined;
  /** Which of them is looked at; empty for none. */
  chosen: string;
  onChoose: (venueId: string) => void;
  /** Somewhere on the map was pressed where no venue is. */
  onHere: (spot: Spot) => void;
}

/** Of the centre of a mark, so that a finger finds it. */
const NEAR = 22;

/** Places true to scale, without the ground below them; whatever it says, the list beside it says too. */
export function VenueMap({ places, here, chosen, onChoose, onHere }: Props): ReactElement {
  const { t } = useTranslation();
  const [moved, setMoved] = useState<Frame>();
  const frame = moved ?? frameOf(here ? [...places, here] : places);
  const { drawing, ...moves } = useMapMoves(frame, {
    onMove: (centre) => setMoved({ ...frame, ...centre }),
    onPress(at) {
      const found = nearestTo(at, places, frame);
      if (found) onChoose(found.venueId);
      else onHere(spotAt(frame, at));
    },
  });
  const zoom = (by: number) => setMoved({ ...frame, metresAcross: frame.metresAcross * by });
  return (
    <div className="venue-map">
      <svg
        ref={drawing}
        viewBox={`0 0 ${VIEW.width} ${VIEW.height}`}
        role="img"
        aria-label={t('venueMap.label', { count: places.length })}
        {...moves}
      >
        <Ground frame={frame} />
        {places.map((place, n) => {
          const isChosen = place.venueId === chosen;
          return (
            <Mark key={place.venueId} {...{ place, frame }} number={n + 1} chosen={isChosen} />
          );
        })}
        {here && <Here frame={frame} here={here} />}
      </svg>
      <div className="venue-map-tools">
        <button type="button" className="button" onClick={() => zoom(0.5)}>
          {t('venueMap.nearer')}
        </button>
        <button type="button" className="button" onClick={() => zoom(2)}>
          {t('venueMap.further')}
        </button>
        <button type="button" className="button" onClick={() => setMoved(undefined)}>
          {t('venueMap.all')}
        </button>
      </div>
    </div>
  );
}

/** Of those that are drawn where it was pressed. */
function nearestTo(at: Point, places: readonly MapPlace[], frame: Frame): MapPlace | undefined {
  const [nearest] = places
    .map((place) => ({ place, point: pointOf(frame, place) }))
    .map(({ place, point }) => ({ place, far: Math.hypot(point.x - at.x, point.y - at.y) }))
    .filter(({ far }) => far <= NEAR)
    .toSorted((one, other) => one.far - other.far);
  return nearest?.place;
}

/** Lines a round number of metres apart, where north is, and how long that is. */
function Ground({ frame }: { frame: Frame }): ReactElement {
  const distance = useDistance();
  const { metres, width } = scaleOf(frame);
  const lines = (length: number) =>
    Array.from({ length: Math.ceil(length / width / 2) * 2 + 1 }, (_, n) => {
      return length / 2 + (n - Math.ceil(length / width / 2)) * width;
    }).filter((at) => at > 0 && at < length);
  const [left, low] = [16, VIEW.height - 16];
  return (
    <>
      <rect className="map-paper" width={VIEW.width} height={VIEW.height} />
      {lines(VIEW.width).map((x) => (
        <line key={`x${x}`} className="map-line" x1={x} x2={x} y1={0} y2={VIEW.height} />
      ))}
      {lines(VIEW.height).map((y) => (
        <line key={`y${y}`} className="map-line" x1={0} x2={VIEW.width} y1={y} y2={y} />
      ))}
      <path className="map-bar" d={`M${left} ${low - 6}v6h${width}v-6`} />
      <text className="map-words" x={left + 6} y={low - 6}>
        {distance(metres)}
      </text>
      <path className="map-north" d={`M${VIEW.width - 24} 40v-24l-6 10m6-10l6 10`} />
      <text className="map-words map-middle" x={VIEW.width - 24} y={56}>
        N
      </text>
    </>
  );
}

interface MarkProps {
  place: MapPlace;
  number: number;
  frame: Frame;
  chosen: boolean;
}

function Mark({ place, number, frame, chosen }: MarkProps): ReactElement | null {
  const { x, y } = pointOf(frame, place);
  if (x < 0 || y < 0 || x > VIEW.width || y > VIEW.height) return null;
  const kind = place.shut ? 'map-mark map-shut' : 'map-mark';
  const right = x > VIEW.width / 2;
  return (
    <g className={chosen ? `${kind} map-chosen` : kind} transform={`translate(${x} ${y})`}>
      <circle />
      <text className="map-middle" dy="0.35em">
        {number}
      </text>
      {chosen && (
        <text className={right ? 'map-name map-end' : 'map-name'} x={right ? -24 : 24} dy="0.35em">
          {place.venueName}
        </text>
      )}
    </g>
  );
}

function Here({ frame, here }: { frame: Frame; here: Spot }): ReactElement {
  const { t } = useTranslation();
  const { x, y } = pointOf(frame, here);
  return (
    <g className="map-here" transform={`translate(${x} ${y})`}>
      <path d="M-9 0h18M0 -9v18" />
      <circle r={5} />
      <text className="map-words" x={10} y={26}>
        {t('venueMap.here')}
      </text>
    </g>
  );
}
