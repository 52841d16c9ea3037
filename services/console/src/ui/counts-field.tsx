import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../queries.ts';
import { rowsIn, withCount } from './counts.ts';
import type { FormField } from './form-dialog.tsx';
import { UnionSelect } from './union-select.tsx';

interface Props {
  field: Pick<FormField, 'label' | 'note' | 'as' | 'choices' | 'optional'>;
  value: string;
  onValue: (value: string) => void;
}

/** A number beside each of those there are, or beside each union that is added. */
export function CountsField({ field, value, onValue }: Props): ReactElement {
  const { t } = useTranslation();
  const { label, note, as, choices = [], optional = false } = field;
  const typed = new Map(rowsIn(value));
  const adds = as === 'unionCounts';
  const change = (id: string) => (count: string | undefined) =>
    onValue(withCount(value, id, count));
  return (
    <fieldset className="field counts-field">
      <legend>{label}</legend>
      {note !== undefined && <p className="note">{note}</p>}
      {choices.map(([id, words]) => (
        <Row
          key={id}
          name={t('counts.of', { name: words })}
          typed={typed.get(id) ?? ''}
          required={!optional}
          onTyped={change(id)}
        />
      ))}
      {adds &&
        rowsIn(value).map(([id, count]) => (
          <Row
            key={id}
            name={<UnionName unionId={id} />}
            typed={count}
            required
            onTyped={change(id)}
            onLeave={() => change(id)(undefined)}
          />
        ))}
      {adds && (
        <AddUnion
          onAdd={(id) => {
            if (!typed.has(id)) change(id)('');
          }}
        />
      )}
    </fieldset>
  );
}

interface RowProps {
  name: ReactNode;
  typed: string;
  required: boolean;
  onTyped: (typed: string) => void;
  onLeave?: () => void;
}

function Row({ name, typed, required, onTyped, onLeave }: RowProps): ReactElement {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className="counts-row">
      <label htmlFor={id}>{name}</label>
      <input
        id={id}
        className="input"
        inputMode="numeric"
        pattern="\d{1,7}"
        value={typed}
        required={required}
        onChange={({ target }) => onTyped(target.value)}
      />
      {onLeave && (
        <button type="button" className="button" onClick={onLeave}>
          {t('counts.leave')}
        </button>
      )}
    </div>
  );
}

function UnionName({ unionId }: { unionId: string }): ReactElement {
  const { t } = useTranslation();
  const { data } = useQuery(queries.union(unionId, ''));
  return <>{t('counts.of', { name: data?.name ?? '…' })}</>;
}

function AddUnion({ onAdd }: { onAdd: (id: string) => void }): ReactElement {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className="counts-row">
      <label htmlFor={id}>{t('counts.add')}</label>
      <UnionSelect
        id={id}
        value=""
        placeholder={t('imports.unionHint')}
        onChange={(unionId) => unionId !== '' && onAdd(unionId)}
      />
    </div>
  );
}
