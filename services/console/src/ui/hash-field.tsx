import { useId } from 'react';
import type { ReactElement } from 'react';
import { sha256Of } from '../imports/upload.ts';

interface Props {
  field: { label: string; note?: string; optional?: boolean; accept?: string; several?: boolean };
  /** Parted by commas where there are several. */
  value: string;
  onValue: (value: string) => void;
}

/** The document stays here; that it is this one, its hash will say. */
export function HashField({ field, value, onValue }: Props): ReactElement {
  const id = useId();
  const { label, note, optional = false, accept, several = false } = field;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input"
        type="file"
        required={!optional}
        multiple={several}
        {...(accept === undefined ? {} : { accept })}
        {...(note === undefined ? {} : { 'aria-describedby': `${id}-note` })}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          void Promise.all(files.map((file) => sha256Of(file))).then((hashes) =>
            onValue(hashes.join(',')),
          );
        }}
      />
      {note !== undefined && (
        <p id={`${id}-note`} className="note">
          {note}
        </p>
      )}
      {value
        .split(',')
        .filter((hash) => hash !== '')
        .map((hash) => (
          <code key={hash} className="seal">
            {' '}
            SHA-256 {hash}
          </code>
        ))}
    </div>
  );
}
