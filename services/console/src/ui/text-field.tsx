import { useId } from 'react';
import type { InputHTMLAttributes, ReactElement } from 'react';

interface Props extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value' | 'id'> {
  label: string;
  note?: string;
  value: string;
  onValue: (value: string) => void;
}

/** A labelled line to type in; `pattern` and `required` are the browser's own. */
export function TextField({ label, note, value, onValue, ...rest }: Props): ReactElement {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input"
        value={value}
        {...(note === undefined ? {} : { 'aria-describedby': `${id}-note` })}
        {...rest}
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

/** What an amount in yuan looks like; refused by the browser before the node has to. */
export const amountPattern = '[\\d,]{1,14}(\\.\\d{1,2})?';
