import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  field: {
    label: string;
    note?: string;
    optional?: boolean;
    choices?: readonly (readonly [value: string, words: string])[];
  };
  /** Those that are chosen, parted by commas. */
  value: string;
  onValue: (value: string) => void;
}

/** Any of a few; the browser says so itself where one is needed and none is chosen. */
export function SeveralField({ field, value, onValue }: Props): ReactElement {
  const { t } = useTranslation();
  const { label, note, choices = [], optional = false } = field;
  const chosen = value === '' ? [] : value.split(',');
  const lacks = !optional && chosen.length === 0 ? t('form.chooseOne') : '';
  return (
    <fieldset className="field">
      <legend>{label}</legend>
      <ul className="ask-choices">
        {choices.map(([one, words], at) => (
          <li key={one}>
            <label>
              <input
                type="checkbox"
                ref={(box) => box?.setCustomValidity(at === 0 ? lacks : '')}
                checked={chosen.includes(one)}
                onChange={({ target }) => {
                  const others = chosen.filter((other) => other !== one);
                  onValue((target.checked ? [...others, one] : others).join(','));
                }}
              />{' '}
              {words}
            </label>
          </li>
        ))}
      </ul>
      {note !== undefined && <p className="note">{note}</p>}
    </fieldset>
  );
}
