import { useId } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '../dates.ts';
import { useLabels } from '../ui/labels.ts';
import type { Field } from './actions.ts';
import { UnionSelect } from '../ui/union-select.tsx';

interface Props {
  field: Field;
  label: string;
  value: string;
  onChange: (value: string) => void;
}

export function ActionField({ field, label, value, onChange }: Props): ReactElement {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <Control id={id} field={field} value={value} onChange={onChange} />
    </div>
  );
}

function Control({ id, field, value, onChange }: Omit<Props, 'label'> & { id: string }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const own = { id, className: 'input', required: true, value };
  switch (field.kind) {
    case 'union':
      return (
        <UnionSelect
          id={id}
          value={value}
          placeholder={t('members.typeUnion')}
          onChange={onChange}
        />
      );
    case 'choice':
      return (
        <select {...own} onChange={(event) => onChange(event.target.value)}>
          <option value="">{t('members.choose')}</option>
          {(field.codes ?? []).map((code) => (
            <option key={code} value={code}>
              {labels(field.words ?? '', code)}
            </option>
          ))}
        </select>
      );
    case 'date':
      return (
        <input
          {...own}
          type="date"
          {...(field.ahead ? {} : { max: today() })}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case 'text':
      return <input {...own} maxLength={100} onChange={(event) => onChange(event.target.value)} />;
  }
}
