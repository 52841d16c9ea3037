import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { exact } from '../numbers.ts';
import { Confirm } from '../ui/confirm.tsx';
import { Figure } from '../ui/figure.tsx';
import { Causes } from './causes.tsx';
import type { Import } from './import-state.ts';
import { useImportStep } from './imports-queries.ts';
import { useMayImport } from './may-import.ts';

/** What would happen, before anything has. */
export function CheckedStep({ job }: { job: Import }): ReactElement {
  const { t } = useTranslation();
  // Only whoever brought the file is shown its columns, and only he may go on with it.
  const own = useMayImport() && job.sheets.length > 0;
  return (
    <>
      <h2>{t('imports.checkedTitle')}</h2>
      <p className="note">{t('imports.checkedNote')}</p>
      <dl className="steps">
        <Count name={t('imports.valid')} value={job.rowsValid} />
        <Count name={t('imports.unchanged')} value={job.rowsUnchanged} />
        <Count name={t('imports.refused')} value={job.rowsRefused} />
        <Count name={t('imports.rows')} value={job.rows} />
      </dl>
      {own ? (
        <div className="import-buttons">
          {job.rowsValid > 0 && <Commit job={job} />}
          <Link className="button" to={`/imports/${job.importId}?step=map`}>
            {t('imports.remap')}
          </Link>
        </div>
      ) : (
        <p>{t('imports.othersWork')}</p>
      )}
      {own && job.rowsValid === 0 && <p>{t('imports.nobodyJoins')}</p>}
      <Causes job={job} />
    </>
  );
}

export function Count({ name, value }: { name: string; value: number }): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <Figure value={value} />
      </dd>
    </div>
  );
}

function Commit({ job }: { job: Import }): ReactElement {
  const { t, i18n } = useTranslation();
  const [asks, setAsks] = useState(false);
  const commit = useImportStep('commit', job);
  const figure = (value: number): string => exact(value, i18n.language);
  const numbers = {
    valid: figure(job.rowsValid),
    refused: figure(job.rowsRefused),
    unchanged: figure(job.rowsUnchanged),
    union: job.unionName,
    date: job.joinedOn,
  };
  return (
    <>
      <button type="button" className="button button-main" onClick={() => setAsks(true)}>
        {t('imports.commit', numbers)}
      </button>
      <Confirm
        open={asks}
        title={t('imports.commitTitle', numbers)}
        confirm={t('imports.commit', numbers)}
        pending={commit.isPending}
        problem={commit.error}
        onCancel={() => setAsks(false)}
        onConfirm={() => commit.mutate(undefined, { onSuccess: () => setAsks(false) })}
      >
        <ul className="problems">
          <li>{t('imports.commitJoin', numbers)}</li>
          {job.rowsUnchanged > 0 && <li>{t('imports.commitUnchanged', numbers)}</li>}
          {job.rowsRefused > 0 && <li>{t('imports.commitRefused', numbers)}</li>}
          <li>{t('imports.commitUndo')}</li>
        </ul>
      </Confirm>
    </>
  );
}
