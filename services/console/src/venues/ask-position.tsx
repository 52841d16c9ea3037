import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Spot } from './map-frame.ts';
import { e6Of } from './degrees.ts';

interface Props {
  here: Spot | undefined;
  onHere: (here: Spot | undefined) => void;
}

const waitMs = 10_000;

/** From where: as the device says it, where it may; a press on the map says it too. It stays on this page. */
export function AskPosition({ here, onHere }: Props): ReactElement {
  const { t } = useTranslation();
  const [state, setState] = useState<'idle' | 'asking' | 'refused'>('idle');
  const ask = () => {
    setState('asking');
    // A page that came without encryption is not told.
    if (!('geolocation' in navigator) || !window.isSecureContext) return setState('refused');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setState('idle');
        onHere({ latitudeE6: e6Of(coords.latitude), longitudeE6: e6Of(coords.longitude) });
      },
      () => setState('refused'),
      { timeout: waitMs, maximumAge: waitMs },
    );
    return undefined;
  };
  return (
    <div className="ask-position">
      <div className="tools">
        <button type="button" className="button" disabled={state === 'asking'} onClick={ask}>
          {t('venueMap.askPosition')}
        </button>
        {here && (
          <button type="button" className="button" onClick={() => onHere(undefined)}>
            {t('venueMap.forget')}
          </button>
        )}
      </div>
      <p className="note" role="status">
        {t(state === 'refused' ? 'venueMap.refused' : 'venueMap.press')}
      </p>
    </div>
  );
}
