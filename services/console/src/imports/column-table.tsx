import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { TableFrame } from '../ui/table-frame.tsx';
import type { ImportSheet } from './import-state.ts';
import { fields, lettersOf, requiredFields, samplesOf } from './mapping.ts';
import type { Column, Mapping } from './mapping.ts';

interface Props {
  sheet: ImportSheet;
  mapping: Mapping;
  /** Fields that may stay with one column only. */
  twice: readonly string[];
  onChange: (columns: readonly Column[]) => void;
}

/** A line for each column of the sheet: what stands there, and what it means. */
export function ColumnTable({ sheet, mapping, twice, onChange }: Props): ReactElement {
  const { t } = useTranslation();
  const { headerRow, columns } = mapping;
  const mean = (column: number, field: string): void =>
    onChange(columns.map((one) => (one.column === column ? { ...one, field } : one)));
  return (
    <TableFrame label={t('imports.columns')} className="table-cards table-tight">
      <thead>
        <tr>
          <th scope="col">{t('imports.column')}</th>
          <th scope="col">{t('imports.heading')}</th>
          <th scope="col">{t('imports.sample')}</th>
          <th scope="col">{t('imports.means')}</th>
        </tr>
      </thead>
      <tbody>
        {columns.map(({ column, heading, field }) => (
          <tr key={column} className={field === '' ? 'column-left' : ''}>
            <td data-label={t('imports.column')}>{lettersOf(column)}</td>
            <th scope="row">{heading || '–'}</th>
            <td className="sample" data-label={t('imports.sample')}>
              {samplesOf(sheet, headerRow, column).join(' · ') || '–'}
            </td>
            <td>
              <FieldChoice
                label={t('imports.meansOf', { column: heading || lettersOf(column) })}
                value={field}
                clashes={twice.includes(field)}
                onChange={(chosen) => mean(column, chosen)}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  clashes: boolean;
  onChange: (field: string) => void;
}

function FieldChoice({ label, value, clashes, onChange }: ChoiceProps): ReactElement {
  const { t } = useTranslation();
  return (
    <select
      className="input"
      aria-label={label}
      aria-invalid={clashes}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    >
      <option value="">{t('imports.notTaken')}</option>
      {fields.map((field) => (
        <option key={field} value={field}>
          {requiredFields.includes(field)
            ? t('imports.neededField', { field: t(`importField.${field}`) })
            : t(`importField.${field}`)}
        </option>
      ))}
    </select>
  );
}
