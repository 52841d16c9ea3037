import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useUrl } from '../url.ts';
import { columns, readColumns, writeColumns } from './columns.ts';
import { useColumnName } from './use-column-name.ts';

export function ColumnChooser(): ReactElement {
  const { t } = useTranslation();
  const nameOf = useColumnName();
  const [read, patch] = useUrl();
  const state = read('state');
  const shown = readColumns(read('columns'), state);
  return (
    <details className="columns">
      <summary className="button">{t('members.columns')}</summary>
      <fieldset className="columns-choice">
        <legend className="hidden">{t('members.columns')}</legend>
        {columns.map((column) => (
          <label key={column}>
            <input
              type="checkbox"
              checked={shown.includes(column)}
              onChange={({ target }) => {
                const rest = shown.filter((one) => one !== column);
                const next = target.checked ? [...rest, column] : rest;
                patch({ columns: writeColumns(next, state) }, true);
              }}
            />
            {nameOf(column)}
          </label>
        ))}
      </fieldset>
    </details>
  );
}
