import { useId } from 'react';
import type { ReactElement } from 'react';
import { useLabels } from '../ui/labels.ts';

interface Props {
  label: string;
  /** What stands for no choice. */
  any: string;
  words: string;
  states: readonly string[];
  value: string;
  onChange: (state: string) => void;
}

export function StateSelect({ label, any, words, states, value, onChange }: Props): ReactElement {
  const labels = useLabels();
  const id = useId();
  return (
    <div className="filter">
      <div className="field">
        <label htmlFor={id}>{label}</label>
        <select
          id={id}
          className="input"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        >
          <option value="">{any}</option>
          {states.map((state) => (
            <option key={state} value={state}>
              {labels(words, state)}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}
