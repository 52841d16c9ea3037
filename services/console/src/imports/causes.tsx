import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../client.ts';
import { exact } from '../numbers.ts';
import { DownloadButton } from '../ui/download-button.tsx';
import { Icon } from '../ui/icons.tsx';
import { useLabels } from '../ui/labels.ts';
import { Loaded } from '../ui/page.tsx';
import { CauseRows } from './cause-rows.tsx';
import { useCauseWords } from './cause-words.ts';
import type { Import, ImportErrorGroup } from './import-state.ts';
import { importQueries } from './imports-queries.ts';
import { useMayImport } from './may-import.ts';

/** Rows that are not taken, by the rule they break: fifty of one kind are mended in one go. */
export function Causes({ job }: { job: Import }): ReactElement | null {
  const { t } = useTranslation();
  const { importId, version } = job;
  const query = useQuery(importQueries.causes(importId, version));
  const mayImport = useMayImport();
  if (query.data?.length === 0) return null;
  return (
    <div className="causes">
      <h3>{t('imports.causes')}</h3>
      <p className="note">{t('imports.causesNote')}</p>
      {mayImport && (
        <DownloadButton
          file={() => {
            const params = { path: { importId } };
            return client.GET('/imports/{importId}/error-workbook', { params, parseAs: 'blob' });
          }}
        >
          {t('imports.errorWorkbook')}
        </DownloadButton>
      )}
      <Loaded query={query} lines={3}>
        {(groups) => (
          <ul className="cause-list">
            {groups.map((group) => (
              <Cause key={`${group.code} ${group.field}`} job={job} group={group} />
            ))}
          </ul>
        )}
      </Loaded>
    </div>
  );
}

function Cause({ job, group }: { job: Import; group: ImportErrorGroup }): ReactElement {
  const { t, i18n } = useTranslation();
  const label = useLabels();
  const [open, setOpen] = useState(false);
  const { title, remedy } = useCauseWords()(group.code);
  const { code, field, firstRow } = group;
  return (
    <li>
      <p className="cause-title">
        <Icon name="warning" />
        <strong>{title}</strong>
        <span>{t('imports.rowsOf', { rows: exact(group.count, i18n.language) })}</span>
      </p>
      {remedy !== '' && <p>{remedy}</p>}
      <p className="note">
        {field !== '' && `${label('importField', field)} · `}
        {t('imports.firstRow', { row: firstRow })} · <code>{code}</code>
      </p>
      <button
        type="button"
        className="button"
        aria-expanded={open}
        onClick={() => setOpen((now) => !now)}
      >
        {open ? t('imports.hideRows') : t('imports.showRows')}
      </button>
      {open && <CauseRows job={job} code={code} field={field} />}
    </li>
  );
}
