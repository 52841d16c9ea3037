import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Import, ImportSheet } from './import-state.ts';
import { proposalOf, withHeaderRow } from './mapping.ts';
import type { Mapping } from './mapping.ts';

interface Props {
  job: Import;
  sheet: ImportSheet;
  mapping: Mapping;
  onChange: (mapping: Mapping) => void;
}

const cellsShown = 4;

/** Which sheet, and which of its rows names the columns. */
export function SheetChoice({ job, sheet, mapping, onChange }: Props): ReactElement {
  const { t } = useTranslation();
  return (
    <div className="filter">
      <div className="field">
        <label htmlFor="import-sheet">{t('imports.sheet')}</label>
        <select
          id="import-sheet"
          className="input"
          value={sheet.name}
          onChange={({ target }) => {
            const other = job.sheets.find(({ name }) => name === target.value);
            if (other) onChange(proposalOf(other));
          }}
        >
          {job.sheets.map(({ name, rows }) => (
            <option key={name} value={name}>
              {t('imports.sheetOption', { name, rows })}
            </option>
          ))}
        </select>
      </div>
      <div className="field field-wide">
        <label htmlFor="import-header">{t('imports.headerRow')}</label>
        <select
          id="import-header"
          className="input"
          value={mapping.headerRow}
          onChange={({ target }) => onChange(withHeaderRow(sheet, Number(target.value)))}
        >
          <HeaderRows sheet={sheet} />
        </select>
      </div>
    </div>
  );
}

/** The row that was found, those right below it, and none at all. */
function HeaderRows({ sheet }: { sheet: ImportSheet }): ReactElement {
  const { t } = useTranslation();
  const found = sheet.columns.map(({ heading }) => heading);
  const rows = [found, ...sheet.sample.map(({ cells }) => cells)];
  return (
    <>
      {sheet.headerRow > 0 &&
        rows.map((cells, at) => (
          <option key={sheet.headerRow + at} value={sheet.headerRow + at}>
            {t('imports.headerOption', {
              row: sheet.headerRow + at,
              cells: cells.slice(0, cellsShown).join(' · '),
            })}
          </option>
        ))}
      <option value={0}>{t('imports.noHeader')}</option>
    </>
  );
}
