import { useId } from 'react';
import type { ReactElement } from 'react';

interface Props {
  label: string;
  note?: string;
  value: string;
  choices: readonly (readonly [value: string, words: string])[];
  disabled?: boolean;
  /** Of a list that may have nothing to choose from: the browser says so before anything is sent. */
  required?: boolean;
  onValue: (value: string) => void;
}

/** One of a few, by the browser's own list. */
export function ChoiceField({
  label,
  note,
  value,
  choices,
  disabled = false,
  required = false,
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
        required={required}
        {...(note === undefined ? {} : { 'aria-describedby': `${id}-note` })}
        onChange={({ target }) => onValue(target.value)}
      >
        {choices.map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </select>
      {note !== undefined && (
        <p id={`${id}-note`} className="note">
          {note}
        </p>
      )}
    </div>
  );
}
