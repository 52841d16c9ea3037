import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '../dates.ts';
import { sha256Of } from '../imports/upload.ts';
import { AskDialog } from './ask-dialog.tsx';
import { AskFoot } from './ask-foot.tsx';
import { ChoiceField } from './choice-field.tsx';
import { amountPattern, TextField } from './text-field.tsx';
import { useValues } from './use-values.ts';

export type FormValues = Readonly<Record<string, string>>;

export interface FormField {
  name: string;
  label: string;
  note?: string;
  as: 'text' | 'amount' | 'past' | 'date' | 'month' | 'count' | 'percent' | 'choice' | 'hash';
  first?: string;
  optional?: boolean;
  maxLength?: number;
  choices?: readonly (readonly [value: string, words: string])[];
  /** Asked only where something else says so. */
  when?: (values: FormValues) => boolean;
}

interface Props {
  title: string;
  /** What follows, before the click that makes it follow. */
  follows: string;
  does: string;
  fields: readonly FormField[];
  send: (values: FormValues, key: string) => Promise<unknown>;
  /** What is to be fetched again. */
  stale: readonly (readonly string[])[];
  onClose: () => void;
}

/** A dialog that is nothing but its fields. */
export function FormDialog(props: Props): ReactElement {
  const { title, follows, does, fields, send, stale, onClose } = props;
  const cache = useQueryClient();
  const first = Object.fromEntries(fields.map((field) => [field.name, field.first ?? '']));
  const { values, change, key } = useValues<FormValues>(first);
  const act = useMutation({
    mutationFn: () => send(values, key),
    onSuccess: async () => {
      onClose();
      for (const queryKey of stale) await cache.invalidateQueries({ queryKey });
    },
  });
  const asked = fields.filter(({ when }) => when?.(values) ?? true);
  return (
    <AskDialog title={title} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          act.mutate();
        }}
      >
        <p className="consequence">{follows}</p>
        {asked.map((field) => (
          <Field
            key={field.name}
            field={field}
            value={values[field.name] ?? ''}
            onValue={(value) => change({ [field.name]: value })}
          />
        ))}
        <AskFoot error={act.error} disabled={act.isPending} onClose={onClose}>
          {does}
        </AskFoot>
      </form>
    </AskDialog>
  );
}

interface FieldProps {
  field: FormField;
  value: string;
  onValue: (value: string) => void;
}

function Field({ field, value, onValue }: FieldProps): ReactElement {
  const { t } = useTranslation();
  const { label, as, choices = [], note } = field;
  if (as === 'choice')
    return <ChoiceField label={label} value={value} choices={choices} onValue={onValue} />;
  if (as === 'hash') return <HashField field={field} value={value} onValue={onValue} />;
  const kinds = {
    text: { maxLength: field.maxLength ?? 80 },
    amount: { inputMode: 'decimal', pattern: amountPattern, title: t('receipts.amountForm') },
    past: { type: 'date', max: today() },
    date: { type: 'date' },
    month: { type: 'month', max: today().slice(0, 7) },
    count: { inputMode: 'numeric', pattern: '\\d{1,7}' },
    percent: { inputMode: 'decimal', pattern: '\\d{1,3}(\\.\\d{1,2})?' },
  } as const;
  return (
    <TextField
      label={label}
      {...(note === undefined ? {} : { note })}
      value={value}
      required={!field.optional}
      {...kinds[as]}
      onValue={onValue}
    />
  );
}

/** The document stays here; that it is this one, its hash will say. */
function HashField({ field, value, onValue }: FieldProps): ReactElement {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{field.label}</label>
      <input
        id={id}
        className="input"
        type="file"
        required={!field.optional}
        onChange={({ target }) => {
          const file = target.files?.[0];
          void (file ? sha256Of(file) : Promise.resolve('')).then(onValue);
        }}
      />
      {value !== '' && <code className="seal"> SHA-256 {value}</code>}
    </div>
  );
}
