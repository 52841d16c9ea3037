import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Honour } from '../shapes.ts';
import type { PlacesTyped } from './places.ts';
import { useHonourName } from './use-honours.ts';

interface Props {
  honours: readonly Honour[];
  typed: PlacesTyped;
  onTyped: (typed: PlacesTyped) => void;
}

/** One line an honour; what is left empty is not part of the round. */
export function PlacesField({ honours, typed, onTyped }: Props): ReactElement {
  const { t } = useTranslation();
  const nameOf = useHonourName();
  return (
    <fieldset className="field">
      <legend>{t('honours.open.places')}</legend>
      <table className="honour-places">
        <thead>
          <tr>
            <th scope="col">{t('honours.honour')}</th>
            <th scope="col">{t('honours.places')}</th>
            <th scope="col">{t('honours.ofSingle')}</th>
          </tr>
        </thead>
        <tbody>
          {honours.map((honour) => {
            const name = nameOf(honour);
            const now = typed[honour.honourCode] ?? { places: '', single: '' };
            const put = (part: Partial<typeof now>): void =>
              onTyped({ ...typed, [honour.honourCode]: { ...now, ...part } });
            return (
              <tr key={honour.honourCode}>
                <th scope="row">{name}</th>
                {(['places', 'single'] as const).map((column) => (
                  <td key={column}>
                    <input
                      className="input"
                      inputMode="numeric"
                      pattern="\d{1,4}"
                      aria-label={t(`honours.open.${column}Of`, { honour: name })}
                      value={now[column]}
                      onChange={({ target }) => put({ [column]: target.value })}
                    />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </fieldset>
  );
}
