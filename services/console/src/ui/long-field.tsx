import { useId } from 'react';
import type { ReactElement } from 'react';

interface Props {
  field: { label: string; note?: string; optional?: boolean; maxLength?: number };
  value: string;
  onValue: (value: string) => void;
}

const LONG = 500;

/** What takes more than a line to say. */
export function LongField({ field, value, onValue }: Props): ReactElement {
  const id = useId();
  const { label, note, optional = false, maxLength = LONG } = field;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        className="input"
        rows={3}
        required={!optional}
        maxLength={maxLength}
        value={value}
        {...(note === undefined ? {} : { 'aria-describedby': `${id}-note` })}
        onChange={({ target }) => onValue(target.value)}
      />
      {note !== undefined && (
        <p id={`${id}-note`} className="note">
          {note}
        </p>
      )}
    </div>
  );
}
