import { useId } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Words } from '../i18n/setup.ts';
import { ChoiceField } from '../ui/choice-field.tsx';
import { useLabels } from '../ui/labels.ts';
import { UnionSelect } from '../ui/union-select.tsx';
import { useUrl } from '../url.ts';

/** Whose records: all in reach, or those of one union. */
export function UnionFilter(): ReactElement {
  const { t } = useTranslation();
  const [read, patch] = useUrl();
  const id = useId();
  return (
    <div className="field field-wide">
      <label htmlFor={id}>{t('record.union')}</label>
      <UnionSelect
        id={id}
        value={read('union')}
        placeholder={t('innovation.everyUnion')}
        clearable
        onChange={(union) => patch({ union })}
      />
    </div>
  );
}

interface Props {
  label: string;
  /** What it is called in the address. */
  name: string;
  words: keyof Words;
  codes: readonly string[];
  /** Said first, after all: those that are late. */
  late?: true;
}

export function CodeFilter({ label, name, words, codes, late }: Props): ReactElement {
  const { t } = useTranslation();
  const labelOf = useLabels();
  const [read, patch] = useUrl();
  const all = ['', t('innovation.every')] as const;
  const overdue = late ? [['OVERDUE', t('innovation.late')] as const] : [];
  const known = [...overdue, ...codes.map((code) => [code, labelOf(words, code)] as const)];
  const value = known.find(([code]) => code === read(name))?.[0] ?? '';
  return (
    <ChoiceField
      label={label}
      value={value}
      choices={[all, ...known]}
      onValue={(code) => patch({ [name]: code })}
    />
  );
}

/** What the address asks for, where it is one of these; '' for all. */
export function oneOf(codes: readonly string[], asked: string): string {
  return codes.includes(asked) ? asked : '';
}
