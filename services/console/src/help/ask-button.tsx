import { useState } from 'react';
import type { ReactElement } from 'react';
import { FormDialog, type FormField, type FormValues } from '../ui/form-dialog.tsx';
import { HELP } from './help-queries.ts';

interface Props {
  does: string;
  /** What it is for, where the button stands in a list of what may be asked for. */
  note?: string;
  main?: boolean;
  follows: string;
  fields: readonly FormField[];
  send: (values: FormValues, key: string) => Promise<unknown>;
}

/** A button, and the dialog that it opens. */
export function AskButton({ does, note, main, follows, fields, send }: Props): ReactElement {
  const [open, setOpen] = useState(false);
  const look = note === undefined ? `button ${main ? 'button-main' : ''}` : 'help-way';
  return (
    <>
      <button type="button" className={look} onClick={() => setOpen(true)}>
        {note === undefined ? (
          does
        ) : (
          <>
            <strong>{does}</strong>
            <span className="quiet">{note}</span>
          </>
        )}
      </button>
      {open && (
        <FormDialog
          title={does}
          follows={follows}
          does={does}
          fields={fields}
          send={send}
          stale={[HELP]}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
