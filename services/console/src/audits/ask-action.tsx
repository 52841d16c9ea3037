import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { randomKey } from '../client.ts';
import { today } from '../dates.ts';
import { sha256Of } from '../imports/upload.ts';
import { AskDialog } from '../ui/ask-dialog.tsx';
import { AskFoot } from '../ui/ask-foot.tsx';
import { UnionSelect } from '../ui/union-select.tsx';
import { UnionsField } from './unions-field.tsx';
import { FIELDS, firstValues, OPTIONAL, shownFields, shownValues } from './audit-fields.ts';
import type { FieldAs, FieldName, Values } from './audit-fields.ts';
import { AUDITS } from './audits-queries.ts';
import type { AuditActionName } from './audit-actions.ts';
import type { FindingActionName } from './finding-actions.ts';

export type ActName = AuditActionName | FindingActionName | 'plan' | 'planRound' | 'visit';

interface Props {
  name: ActName;
  fields: readonly FieldName[];
  first?: Values;
  send: (values: Values, key: string) => Promise<unknown>;
  onClose: () => void;
}

/** Says what follows before it asks for the click that makes it follow. */
export function AskAction({ name, fields, first, send, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const [values, setValues] = useState<Values>({ ...firstValues(fields, today()), ...first });
  // Until something else is asked, a second click is the same command.
  const [key, setKey] = useState(randomKey);
  const act = useMutation({
    mutationFn: () => send({ ...first, ...shownValues(fields, values) }, key),
    onSuccess: async () => {
      onClose();
      await cache.invalidateQueries({ queryKey: AUDITS });
    },
  });
  return (
    <AskDialog title={t(`audits.act.${name}.do`)} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          act.mutate();
        }}
      >
        <p className="consequence">{t(`audits.act.${name}.follows`)}</p>
        {shownFields(fields, values).map((field) => (
          <AskField
            key={field}
            name={field}
            value={values[field] ?? ''}
            onChange={(value) => {
              setValues((now) => ({ ...now, [field]: value }));
              setKey(randomKey());
            }}
          />
        ))}
        <AskFoot error={act.error} disabled={act.isPending} onClose={onClose}>
          {t(`audits.act.${name}.do`)}
        </AskFoot>
      </form>
    </AskDialog>
  );
}

interface FieldProps {
  name: FieldName;
  value: string;
  onChange: (value: string) => void;
}

function AskField({ name, value, onChange }: FieldProps): ReactElement {
  const { t } = useTranslation();
  const id = useId();
  const field: FieldAs = FIELDS[name];
  return (
    <div className="field">
      <label htmlFor={id}>{t(`audits.field.${name}`)}</label>
      {field.as === 'union' && (
        <UnionSelect
          id={id}
          value={value}
          placeholder={t('audits.chooseUnion')}
          onChange={onChange}
        />
      )}
      {field.as === 'unions' && <UnionsField id={id} value={value} onChange={onChange} />}
      {field.as !== 'union' && field.as !== 'unions' && (
        <Typed id={id} name={name} field={field} value={value} onChange={onChange} />
      )}
    </div>
  );
}

const INPUTS: Readonly<Record<string, { type: string; max?: string }>> = {
  date: { type: 'date' },
  past: { type: 'date', max: today() },
  month: { type: 'month', max: today().slice(0, 7) },
  count: { type: 'number' },
  year: { type: 'number', max: today().slice(0, 4) },
};

function Typed(props: FieldProps & { id: string; field: FieldAs }): ReactElement {
  const { id, name, field, value, onChange } = props;
  const { t, i18n } = useTranslation();
  const own = { id, className: 'input', required: !OPTIONAL.has(name) };
  if (field.as === 'choice') {
    return (
      <select {...own} value={value} onChange={({ target }) => onChange(target.value)}>
        {field.codes.map((code) => (
          <option key={code} value={code}>
            {String(i18n.getResource(i18n.language, 'translation', `${field.words}.${code}`))}
          </option>
        ))}
      </select>
    );
  }
  if (field.as === 'files') return <Files own={own} onChange={onChange} />;
  if (field.as === 'text') {
    const change = ({ target }: { target: { value: string } }) => onChange(target.value);
    return <textarea {...own} rows={3} value={value} onChange={change} />;
  }
  return (
    <input
      {...own}
      {...INPUTS[field.as]}
      {...(field.as === 'count' ? { min: 0, max: 2000 } : {})}
      {...(field.as === 'amount' ? { inputMode: 'decimal' as const, placeholder: '0.00' } : {})}
      {...(name === 'seed' ? { placeholder: t('audits.seedNone') } : {})}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}

/** The documents stay where they are kept; their hashes go to the node. */
function Files({ own, onChange }: { own: object; onChange: (v: string) => void }): ReactElement {
  return (
    <input
      {...own}
      type="file"
      multiple
      onChange={({ target }) => {
        const files = [...(target.files ?? [])];
        void Promise.all(files.map(sha256Of)).then(
          (hashes) => onChange(hashes.join(' ')),
          // Without hashes the node says what is missing.
          () => onChange(''),
        );
      }}
    />
  );
}
