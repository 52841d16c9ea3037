import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '../dates.ts';
import { AccountField } from './account-field.tsx';
import { AskDialog } from './ask-dialog.tsx';
import { AskFoot } from './ask-foot.tsx';
import { ChoiceField } from './choice-field.tsx';
import { CountsField } from './counts-field.tsx';
import { HashField } from './hash-field.tsx';
import { LongField } from './long-field.tsx';
import { SeveralField } from './several-field.tsx';
import { amountPattern, TextField } from './text-field.tsx';
import { UnionSelect } from './union-select.tsx';
import { useValues } from './use-values.ts';

export type FormValues = Readonly<Record<string, string>>;

export interface FormField {
  name: string;
  label: string;
  note?: string;
  as:
    | 'text'
    | 'long'
    | 'amount'
    | 'past'
    | 'date'
    | 'time'
    | 'month'
    | 'period'
    | 'count'
    | 'percent'
    | 'choice'
    | 'several'
    | 'union'
    | 'account'
    /** A number beside each choice, or beside each union that is added. */
    | 'counts'
    | 'unionCounts'
    /** Of a circle, with its decimals. */
    | 'degrees'
    | 'hash'
    /** Of one document or more, parted by commas. */
    | 'hashes';
  first?: string;
  optional?: boolean;
  maxLength?: number;
  /** Which files a hash is taken of. */
  accept?: string;
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
  const { values: typed, change, key } = useValues<FormValues>(first);
  const values = asShown(typed, fields);
  const act = useMutation({
    mutationFn: () => send(values, key),
    onSuccess: async () => {
      // Behind it stands what has become of it, and not for a moment what was.
      await Promise.all(stale.map((queryKey) => cache.invalidateQueries({ queryKey })));
      onClose();
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

/** A list of choices may come after the dialog has opened: what a field shows is what is sent. */
function asShown(values: FormValues, fields: readonly FormField[]): FormValues {
  const shown = fields.flatMap(({ name, as, choices = [] }) => {
    const stale = as === 'choice' && choices.every(([value]) => value !== values[name]);
    return stale ? [[name, choices[0]?.[0] ?? ''] as const] : [];
  });
  return { ...values, ...Object.fromEntries(shown) };
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
    return (
      <ChoiceField
        label={label}
        value={value}
        choices={choices}
        {...(note === undefined ? {} : { note })}
        required={choices.length === 0}
        onValue={onValue}
      />
    );
  if (as === 'several') return <SeveralField field={field} value={value} onValue={onValue} />;
  if (as === 'counts' || as === 'unionCounts')
    return <CountsField field={field} value={value} onValue={onValue} />;
  if (as === 'union') return <UnionField field={field} value={value} onValue={onValue} />;
  if (as === 'account') return <AccountField field={field} value={value} onValue={onValue} />;
  if (as === 'long') return <LongField field={field} value={value} onValue={onValue} />;
  if (as === 'hash' || as === 'hashes')
    return (
      <HashField field={{ ...field, several: as === 'hashes' }} value={value} onValue={onValue} />
    );
  const kinds = {
    text: { maxLength: field.maxLength ?? 80 },
    amount: { inputMode: 'decimal', pattern: amountPattern, title: t('receipts.amountForm') },
    past: { type: 'date', max: today() },
    date: { type: 'date' },
    time: { type: 'time' },
    month: { type: 'month', max: today().slice(0, 7) },
    period: { pattern: '(19|20|21)\\d{2}(-(0[1-9]|1[0-2]))?', title: t('form.period') },
    count: { inputMode: 'numeric', pattern: '\\d{1,7}' },
    degrees: { inputMode: 'decimal', pattern: '-?\\d{1,3}(\\.\\d{1,6})?' },
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

function UnionField({ field, value, onValue }: FieldProps): ReactElement {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{field.label}</label>
      <UnionSelect id={id} value={value} placeholder={t('imports.unionHint')} onChange={onValue} />
    </div>
  );
}
