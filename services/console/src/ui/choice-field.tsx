import { useId } from 'react';
import type { ReactElement } from 'react';

interface Props {
  label: string;
  value: string;
  choices: readonly (readonly [value: string, words: string])[];
  disabled?: boolean;
  onValue: (value: string) => void;
}

/** One of a few, by the browser's own list. */
export function ChoiceField({
  label,
  value,
  choices,
  disabled = false,
  onValue,
}: Props): ReactElement {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="input"
        value={value}
        disabled={disabled}
        onChange={({ target }) => onValue(target.value)}
      >
        {choices.map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
