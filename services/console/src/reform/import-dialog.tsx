import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { keyed } from '../acts/act.ts';
import { RECORDS } from '../acts/record-pages.ts';
import { answer, client } from '../client.ts';
import { useCauseWords } from '../imports/cause-words.ts';
import { sha256Of } from '../imports/upload.ts';
import { queries } from '../queries.ts';
import type { LearningImport } from '../shapes.ts';
import { AskDialog } from '../ui/ask-dialog.tsx';
import { AskFoot } from '../ui/ask-foot.tsx';
import { TextField } from '../ui/text-field.tsx';
import { UnionSelect } from '../ui/union-select.tsx';
import { useValues } from '../ui/use-values.ts';
import { readRows, rowsMax, textOf, type ReadRows } from './read-rows.ts';

interface Values {
  unionId: string;
  platform: string;
  fileSha256: string;
  read: ReadRows;
}

const none: ReadRows = { rows: [], lines: [], wrong: [] };

/** A file of a platform: it stays where it is, its rows are sent, and its hash says which one it was. */
export function ImportDialog({ onClose }: { onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const id = useId();
  const scope = useQuery(queries.session()).data?.duty?.scopeUnionId ?? '';
  const first: Values = { unionId: scope, platform: '', fileSha256: '', read: none };
  const { values, change, key } = useValues(first);
  const send = useImport();
  const { rows } = values.read;
  return (
    <AskDialog title={t('programmes.import.do')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send.mutate({ values, key });
        }}
      >
        <p className="consequence">{t('programmes.import.follows')}</p>
        <div className="field">
          <label htmlFor={id}>{t('record.union')}</label>
          <UnionSelect
            id={id}
            value={values.unionId}
            placeholder={t('imports.unionHint')}
            onChange={(unionId) => change({ unionId })}
          />
        </div>
        <TextField
          label={t('programmes.platform')}
          value={values.platform}
          required
          maxLength={60}
          onValue={(platform) => change({ platform })}
        />
        <FileField
          values={values}
          onRead={(part) => {
            send.reset();
            change(part);
          }}
        />
        {send.data && <Outcome outcome={send.data} lines={values.read.lines} />}
        {send.isSuccess ? (
          <button type="button" className="button button-main" onClick={onClose}>
            {t('programmes.import.close')}
          </button>
        ) : (
          <AskFoot
            error={send.error}
            disabled={send.isPending || rows.length === 0 || rows.length > rowsMax}
            onClose={onClose}
          >
            {t('programmes.import.do')}
          </AskFoot>
        )}
      </form>
    </AskDialog>
  );
}

interface FileProps {
  values: Values;
  onRead: (read: Pick<Values, 'fileSha256' | 'read'>) => void;
}

function FileField({ values, onRead }: FileProps): ReactElement {
  const { t } = useTranslation();
  const id = useId();
  const { fileSha256, read } = values;
  const count = read.rows.length;
  const take = async (file: File): Promise<void> => {
    onRead({ fileSha256: await sha256Of(file), read: readRows(textOf(await file.arrayBuffer())) });
  };
  return (
    <div className="field">
      <label htmlFor={id}>{t('programmes.import.file')}</label>
      <input
        id={id}
        className="input"
        type="file"
        accept=".csv,.txt,text/csv"
        required
        aria-describedby={`${id}-note`}
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file) void take(file);
          else onRead({ fileSha256: '', read: none });
        }}
      />
      <p id={`${id}-note`} className="note">
        {t('programmes.import.form')}
      </p>
      {fileSha256 !== '' && (
        <>
          <code className="seal"> SHA-256 {fileSha256}</code>
          <p role="status">
            {count > rowsMax
              ? t('programmes.import.tooMany', { count, most: rowsMax })
              : t('programmes.import.read', { count })}
          </p>
          {read.wrong.length > 0 && (
            <p>{t('programmes.import.wrong', { lines: read.wrong.slice(0, 20).join('、') })}</p>
          )}
        </>
      )}
    </div>
  );
}

interface OutcomeProps {
  outcome: LearningImport;
  /** Where in the file each row stands. */
  lines: readonly number[];
}

function Outcome({ outcome, lines }: OutcomeProps): ReactElement {
  const { t } = useTranslation();
  const words = useCauseWords();
  const { imported, known, refused } = outcome;
  return (
    <div role="status">
      <p>{t('programmes.import.done', { imported, known, refused: refused.length })}</p>
      <ul>
        {refused.slice(0, 50).map(({ rowNo, code }) => (
          <li key={rowNo}>
            {t('programmes.import.refused', {
              line: lines[rowNo - 1] ?? rowNo,
              why: words(code).title,
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}

function useImport() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ values, key }: { values: Values; key: string }) => {
      const { read, ...plain } = values;
      const body = { ...plain, rows: read.rows };
      return answer(client.POST('/learning-imports', { headers: keyed(key), body }));
    },
    onSuccess: () => cache.invalidateQueries({ queryKey: RECORDS }),
  });
}
