import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '../dates.ts';
import { queries } from '../queries.ts';
import { useReach } from '../receipts/use-reach.ts';
import { FormDialog, type FormField } from '../ui/form-dialog.tsx';
import { useLabels } from '../ui/labels.ts';
import { typed, type Choices, type FieldName } from './act-fields.ts';
import { offers, type Act, type ActName, type ActsOf } from './act.ts';
import { RECORDS } from './record-pages.ts';

interface Props<T> {
  acts: ActsOf<T>;
  record: T;
  state?: string;
  /** Of fields that choose among other records. */
  choices?: Choices;
  /** What else is to be fetched again. */
  stale?: readonly string[];
}

/** The buttons of what may be done now, and the dialog of the one that was pressed. */
export function Acts<T>({
  acts,
  record,
  state = '',
  choices,
  stale,
}: Props<T>): ReactElement | null {
  const { t } = useTranslation();
  const duty = useQuery(queries.session()).data?.duty?.duty ?? '';
  const { whole } = useReach();
  const [asked, setAsked] = useState<ActName>();
  const offered = offers(acts, { record, state, reader: { duty, whole } });
  const act = asked && acts[asked];
  if (offered.length === 0 && !act) return null;
  return (
    <div className="record-acts">
      {offered.map((name) => (
        <button
          key={name}
          type="button"
          className={acts[name]?.leads ? 'button button-main' : 'button'}
          onClick={() => setAsked(name)}
        >
          {t(`act.${name}.do`)}
        </button>
      ))}
      {act && (
        <ActDialog
          name={asked}
          act={act}
          record={record}
          choices={choices ?? {}}
          stale={stale ? [RECORDS, stale] : [RECORDS]}
          onClose={() => setAsked(undefined)}
        />
      )}
    </div>
  );
}

interface DialogProps<T> {
  name: ActName;
  act: Act<T>;
  record: T;
  choices: Choices;
  stale: readonly (readonly string[])[];
  onClose: () => void;
}

function ActDialog<T>(props: DialogProps<T>): ReactElement {
  const { name, act, record, choices, stale, onClose } = props;
  const { t } = useTranslation();
  const fieldOf = useField({ ...useLevels(act, record), ...choices });
  const first = act.first?.(record) ?? {};
  const fields = typeof act.fields === 'function' ? act.fields(record) : act.fields;
  return (
    <FormDialog
      title={t(`act.${name}.do`)}
      follows={t(`act.${name}.follows`)}
      does={t(`act.${name}.do`)}
      fields={fields.map((field) => fieldOf(field, first[field]))}
      send={(values, key) => act.send(record, (field) => (values[field] ?? '').trim(), key)}
      stale={stale}
      onClose={onClose}
    />
  );
}

/** Words for the levels that a record leaves to choose from. */
function useLevels<T>({ levels }: Act<T>, record: T): Choices {
  const label = useLabels();
  const entries = Object.entries(levels?.(record) ?? {}).map(([name, codes]) => {
    return [name, codes.map((code) => [code, label('resultLevel', code)] as const)] as const;
  });
  return Object.fromEntries(entries);
}

function useField(choices: Choices): (name: FieldName, first?: string) => FormField {
  const { t, i18n } = useTranslation();
  const label = useLabels();
  const scope = useQuery(queries.session()).data?.duty?.scopeUnionId ?? '';
  return (name, first) => {
    const { words = '', codes = [], ...how } = typed(name);
    const offered = choices[name] ?? codes.map((code) => [code, label(words, code)] as const);
    const scoped = name === 'union' ? scope : '';
    const note: unknown = i18n.getResource(i18n.language, 'translation', `recordNote.${name}`);
    return {
      name,
      label: t(`record.${name}`),
      ...(typeof note === 'string' ? { note } : {}),
      ...how,
      ...(['choice', 'several', 'counts'].includes(how.as) ? { choices: offered } : {}),
      first: first ?? how.first ?? (how.as === 'past' ? today() : scoped),
    };
  };
}
