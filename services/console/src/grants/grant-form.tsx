import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { randomKey } from '../client.ts';
import { sha256Of } from '../imports/upload.ts';
import { AskDialog } from '../ui/ask-dialog.tsx';
import { AskFoot } from '../ui/ask-foot.tsx';
import { useLabels } from '../ui/labels.ts';
import { amountPattern } from '../ui/text-field.tsx';
import { UnionSelect } from '../ui/union-select.tsx';
import { FIELDS, OPTIONAL, type FieldAs, type FieldName, type Values } from './grant-fields.ts';
import type { ActName } from './grant-actions.ts';
import { GRANTS } from './grants-queries.ts';

export type Choices = Readonly<Partial<Record<FieldName, readonly (readonly [string, string])[]>>>;

interface Props {
  name: ActName;
  /** By what is said already: a rule of each kind asks for something else. */
  fields: (values: Values) => readonly FieldName[];
  first?: Values;
  choices?: (values: Values) => Choices;
  send: (values: Values, key: string) => Promise<unknown>;
  onClose: () => void;
}

/** Says what follows before it asks for the click that makes it follow. */
export function GrantForm(props: Props): ReactElement {
  const { name, fields, first = {}, choices, send, onClose } = props;
  const { t } = useTranslation();
  const cache = useQueryClient();
  const [values, setValues] = useState<Values>(first);
  // Until something else is asked, a second click is the same command.
  const [key, setKey] = useState(randomKey);
  const act = useMutation({
    mutationFn: () => send(values, key),
    onSuccess: async () => {
      onClose();
      await cache.invalidateQueries({ queryKey: GRANTS });
    },
  });
  return (
    <AskDialog title={t(`grants.act.${name}.do`)} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          act.mutate();
        }}
      >
        <p className="consequence">{t(`grants.act.${name}.follows`)}</p>
        {fields(values).map((field) => (
          <GrantField
            key={field}
            name={field}
            value={values[field] ?? ''}
            choices={choices?.(values)[field]}
            onChange={(change) => {
              setValues((now) => ({ ...now, ...change }));
              setKey(randomKey());
            }}
          />
        ))}
        <AskFoot error={act.error} disabled={act.isPending} onClose={onClose}>
          {t(`grants.act.${name}.do`)}
        </AskFoot>
      </form>
    </AskDialog>
  );
}

interface FieldProps {
  name: FieldName;
  value: string;
  choices: Choices[FieldName];
  onChange: (change: Values) => void;
}

function GrantField({ name, value, choices, onChange }: FieldProps): ReactElement {
  const { t, i18n } = useTranslation();
  const id = useId();
  const field: FieldAs = FIELDS[name];
  const note: unknown = i18n.getResource(i18n.language, 'translation', `grants.note.${name}`);
  const noted = typeof note === 'string';
  return (
    <div className="field">
      <label htmlFor={id}>{t(`grants.field.${name}`)}</label>
      {field.as === 'union' ? (
        <UnionSelect
          id={id}
          value={value}
          placeholder={t('grants.chooseUnion')}
          onChange={(union) => onChange({ [name]: union })}
        />
      ) : (
        <Typed
          own={{
            id,
            className: 'input',
            // A document that is there already need not be chosen again.
            required: !OPTIONAL.has(name) && !(field.as === 'file' && value !== ''),
            ...(noted ? { 'aria-describedby': `${id}-note` } : {}),
          }}
          {...{ name, value, choices, onChange, field }}
        />
      )}
      {noted && (
        <p id={`${id}-note`} className="note">
          {note}
        </p>
      )}
      {field.as === 'file' && value !== '' && <code className="seal">SHA-256 {value}</code>}
    </div>
  );
}

const INPUTS: Readonly<Record<string, object>> = {
  date: { type: 'date' },
  count: { type: 'number', min: 1, max: 3660 },
  amount: { inputMode: 'decimal', pattern: amountPattern, placeholder: '0.00' },
  percent: { inputMode: 'decimal', pattern: '\\d{1,2}(\\.\\d{1,2})?', placeholder: '50' },
  line: { maxLength: 100 },
};
const textMax = { text: 500, lines: 100_000 } as const;

function Typed(props: FieldProps & { own: object; field: FieldAs }): ReactElement {
  const { own, name, field, value, choices, onChange } = props;
  const { t } = useTranslation();
  const label = useLabels();
  const change = ({ target }: { target: { value: string } }) => onChange({ [name]: target.value });
  if (field.as === 'choice') {
    const offered = choices ?? field.codes.map((code) => [code, label(field.words, code)] as const);
    return (
      <select {...own} value={value} onChange={change}>
        <option value="">{t('grants.choose')}</option>
        {offered.map(([code, words]) => (
          <option key={code} value={code}>
            {words}
          </option>
        ))}
      </select>
    );
  }
  if (field.as === 'file') return <Document own={own} name={name} onChange={onChange} />;
  if (field.as === 'text' || field.as === 'lines') {
    const rows = field.as === 'lines' ? 4 : 3;
    const maxLength = textMax[field.as];
    return <textarea {...own} rows={rows} maxLength={maxLength} value={value} onChange={change} />;
  }
  return <input {...own} {...INPUTS[field.as]} value={value} onChange={change} />;
}

interface DocumentProps {
  own: object;
  name: FieldName;
  onChange: (change: Values) => void;
}

/** A document stays where it is kept; that it is this one its hash will say. */
function Document({ own, name, onChange }: DocumentProps): ReactElement {
  const take = async (file: File | undefined): Promise<void> => {
    const hash = file ? await sha256Of(file) : '';
    const titled = name === 'document' ? { documentTitle: file?.name.slice(0, 100) ?? '' } : {};
    onChange({ [name]: hash, ...titled });
  };
  return <input {...own} type="file" onChange={({ target }) => void take(target.files?.[0])} />;
}
