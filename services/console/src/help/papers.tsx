import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../problem.ts';
import { ChoiceField } from '../ui/choice-field.tsx';
import { useProblemTitle } from '../ui/problem-panel.tsx';
import { helpQueries } from './help-queries.ts';
import { usePapers, type Sheet } from './use-papers.ts';

const KINDS = [
  'ID',
  'INCOME',
  'DIAGNOSIS',
  'DISCHARGE',
  'BILL',
  'DISABILITY',
  'SCHOOL',
  'OTHER',
] as const;
type Kind = (typeof KINDS)[number];
const TAKEN = 'image/jpeg,image/png,application/pdf';

interface Props {
  recordKind: string;
  recordId: string;
  /** Papers are what he has to do now. */
  open: boolean;
}

/** Papers of a record: those that are kept, and more by the camera or from the phone. */
export function Papers({ recordKind, recordId, open }: Props): ReactElement {
  const { t } = useTranslation();
  const kept = useQuery(helpQueries.papers(recordKind, recordId)).data ?? [];
  const { sheets, add, retry, drop } = usePapers(recordKind, recordId);
  const [kind, setKind] = useState<Kind>('ID');
  const word = t(`myHelp.paperKind.${kind}`);
  const done = sheets.filter(({ state }) => state === 'kept').length;
  return (
    <details className="help-papers" open={open}>
      <summary>
        {t('myHelp.papers.title')} ({kept.length})
      </summary>
      <p className="note">{t('myHelp.papers.note')}</p>
      <ul className="help-lines">
        {kept.map((one) => (
          <li key={one.attachmentId}>
            {one.kind}{' '}
            <span className="quiet">
              {t('myHelp.papers.size', { kb: Math.ceil(one.sizeBytes / 1024) })} ·{' '}
              {one.madeAt.slice(0, 10)}
            </span>
          </li>
        ))}
      </ul>
      <ChoiceField
        label={t('myHelp.papers.kind')}
        value={kind}
        choices={KINDS.map((one) => [one, t(`myHelp.paperKind.${one}`)])}
        onValue={(value) => setKind(value as Kind)}
      />
      <div className="help-acts">
        <Pick main camera onFiles={(files) => add(files, word)}>
          {t('myHelp.papers.camera')}
        </Pick>
        <Pick onFiles={(files) => add(files, word)}>{t('myHelp.papers.choose')}</Pick>
      </div>
      {sheets.length > 0 && (
        <p role="status">{t('myHelp.papers.all', { done, all: sheets.length })}</p>
      )}
      <ul className="help-lines">
        {sheets
          .filter(({ state }) => state !== 'kept')
          .map((sheet) => (
            <OnItsWay key={sheet.key} sheet={sheet} retry={retry} drop={drop} />
          ))}
      </ul>
    </details>
  );
}

interface PickProps {
  main?: boolean;
  camera?: boolean;
  children: string;
  onFiles: (files: File[]) => void;
}

/** The phone's own camera, or its own way to choose. */
function Pick({ main = false, camera = false, children, onFiles }: PickProps): ReactElement {
  const id = useId();
  return (
    <label className={main ? 'button button-main help-pick' : 'button help-pick'} htmlFor={id}>
      {children}
      <input
        id={id}
        className="hidden"
        type="file"
        accept={camera ? 'image/*' : TAKEN}
        {...(camera ? { capture: 'environment' } : { multiple: true })}
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])]);
          // The same file once more is a new choice.
          target.value = '';
        }}
      />
    </label>
  );
}

interface SheetProps {
  sheet: Sheet;
  retry: (sheet: Sheet) => void;
  drop: (sheet: Sheet) => void;
}

function OnItsWay({ sheet, retry, drop }: SheetProps): ReactElement {
  const { t } = useTranslation();
  const { file, kind, state, percent } = sheet;
  return (
    <li>
      {kind} <span className="quiet">{file.name}</span>
      {state === 'failed' ? (
        <div className="help-failed" role="alert">
          <Fault problem={sheet.problem} />
          <button type="button" className="button" onClick={() => retry(sheet)}>
            {t('myHelp.papers.retry')}
          </button>
          <button type="button" className="button" onClick={() => drop(sheet)}>
            {t('myHelp.papers.drop')}
          </button>
        </div>
      ) : (
        <>
          <progress max={100} value={percent} aria-label={file.name} />
          <span className="quiet">
            {t(`myHelp.papers.${state === 'kept' ? 'sending' : state}`, { percent })}
          </span>
        </>
      )}
    </li>
  );
}

function Fault({ problem }: { problem: unknown }): ReactElement {
  const { t } = useTranslation();
  const said = useProblemTitle(problem);
  const here = problem instanceof Problem && problem.code === 'PAPER_TOO_LARGE';
  return <p>{here ? t('myHelp.papers.tooLarge') : said}</p>;
}
