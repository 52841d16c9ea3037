// Fields for a thumb: the label above, the whole width, the fault below and tied to it.
import { useId } from 'react';
import type { InputHTMLAttributes, ReactElement, ReactNode } from 'react';

interface FieldProps {
  name: string;
  label: string;
  value: string;
  fault: string;
  note?: string;
  onChange: (value: string) => void;
}

type Extra = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'type' | 'autoComplete' | 'autoCapitalize' | 'maxLength'
>;

export function TextField({
  name,
  label,
  value,
  fault,
  note = '',
  onChange,
  ...extra
}: FieldProps & Extra): ReactElement {
  const id = useId();
  return (
    <Frame id={id} label={label} fault={fault} note={note}>
      <input
        {...described(id, fault, note)}
        name={name}
        value={value}
        required
        spellCheck={false}
        autoComplete="off"
        {...extra}
        onChange={(event) => onChange(event.target.value)}
      />
    </Frame>
  );
}

interface ChoiceProps extends FieldProps {
  /** What stands there before anything is chosen. */
  open?: string;
  options: readonly (readonly [code: string, word: string])[];
}

/** The phone's own list of choices: large, known, and read out well. */
export function ChoiceField({
  name,
  label,
  value,
  fault,
  note = '',
  open,
  options,
  onChange,
}: ChoiceProps): ReactElement {
  const id = useId();
  return (
    <Frame id={id} label={label} fault={fault} note={note}>
      <select
        {...described(id, fault, note)}
        name={name}
        value={value}
        required
        onChange={(event) => onChange(event.target.value)}
      >
        {open !== undefined && (
          <option value="" disabled>
            {open}
          </option>
        )}
        {options.map(([code, word]) => (
          <option key={code} value={code}>
            {word}
          </option>
        ))}
      </select>
    </Frame>
  );
}

interface FrameProps {
  id: string;
  label: string;
  fault: string;
  note: string;
  children: ReactNode;
}

function Frame({ id, label, fault, note, children }: FrameProps): ReactElement {
  return (
    <div className={fault === '' ? 'join-field' : 'join-field join-wrong'}>
      <label htmlFor={id}>{label}</label>
      {note !== '' && (
        <p id={`${id}-note`} className="join-small">
          {note}
        </p>
      )}
      {children}
      {fault !== '' && (
        <p id={`${id}-fault`} className="join-fault">
          {fault}
        </p>
      )}
    </div>
  );
}

function described(id: string, fault: string, note: string) {
  const by = [note && `${id}-note`, fault && `${id}-fault`].filter((one) => one !== '');
  return {
    id,
    'aria-invalid': fault !== '',
    ...(by.length === 0 ? {} : { 'aria-describedby': by.join(' ') }),
  };
}
