import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { moment } from '../dates.ts';
import { exact } from '../numbers.ts';
import { Confirm } from '../ui/confirm.tsx';
import { Causes } from './causes.tsx';
import { Count } from './checked-step.tsx';
import { minutesLeft } from './import-state.ts';
import type { Import } from './import-state.ts';
import { useImportStep } from './imports-queries.ts';
import { useMayImport } from './may-import.ts';

const tickMs = 20_000;

export function DoneStep({ job }: { job: Import }): ReactElement {
  const { t } = useTranslation();
  const undone = job.state === 'UNDONE';
  return (
    <>
      <h2>{undone ? t('imports.undoneTitle') : t('imports.doneTitle')}</h2>
      <p className="note">
        {undone ? t('imports.undoneNote') : t('imports.doneNote', { at: moment(job.doneAt) })}
      </p>
      <dl className="steps">
        {!undone && <Count name={t('imports.joined')} value={job.rowsJoined} />}
        <Count
          name={undone ? t('imports.keptMembers') : t('imports.unchanged')}
          value={job.rowsUnchanged}
        />
        {!undone && <Count name={t('imports.refused')} value={job.rowsRefused} />}
        <Count name={t('imports.rows')} value={job.rows} />
      </dl>
      <div className="import-buttons">
        {!undone && (
          <Link className="button" to={`/members?unionId=${job.unionId}`}>
            {t('imports.toMembers')}
          </Link>
        )}
        <Link
          className="button"
          to={`/imports/new?unionId=${job.unionId}&joinedOn=${job.joinedOn}`}
        >
          {t('imports.another')}
        </Link>
      </div>
      {!undone && <Undo job={job} />}
      <Causes job={job} />
    </>
  );
}

/** While it is young, for whoever does imports of the union. */
function Undo({ job }: { job: Import }): ReactElement | null {
  const { t, i18n } = useTranslation();
  const [asks, setAsks] = useState(false);
  const minutes = useMinutesLeft(job.undoUntil);
  const undo = useImportStep('undo', job);
  const mayImport = useMayImport();
  if (!mayImport || job.rowsJoined === 0) return null;
  if (minutes === 0) return <p className="note">{t('imports.undoLate')}</p>;
  const joined = exact(job.rowsJoined, i18n.language);
  const left = { hours: Math.floor(minutes / 60), minutes: minutes % 60 };
  return (
    <div className="undo">
      <h3>{t('imports.undoTitle')}</h3>
      <p>
        {t('imports.undoUntil', { at: moment(job.undoUntil) })}{' '}
        <span className="quiet">{t('imports.undoLeft', left)}</span>
      </p>
      <button type="button" className="button" onClick={() => setAsks(true)}>
        {t('imports.undo')}
      </button>
      <Confirm
        open={asks}
        title={t('imports.undoAsk', { joined })}
        confirm={t('imports.undoNow', { joined })}
        pending={undo.isPending}
        problem={undo.error}
        onCancel={() => setAsks(false)}
        onConfirm={() => undo.mutate(undefined, { onSuccess: () => setAsks(false) })}
      >
        <ul className="problems">
          <li>{t('imports.undoGone', { joined })}</li>
          <li>{t('imports.undoKept')}</li>
        </ul>
      </Confirm>
    </div>
  );
}

function useMinutesLeft(until: string): number {
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), tickMs);
    return () => clearInterval(timer);
  }, []);
  return minutesLeft(until, nowMs);
}
