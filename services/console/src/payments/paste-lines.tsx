import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { columns, readLines } from './read-lines.ts';
import type { Fault, Line } from './read-lines.ts';
import { useListWords } from './use-list-words.ts';

const faultsShown = 20;

/** A list from a sheet; either all of it is taken or none, so that nobody is left out unseen. */
export function PasteLines({ onRead }: { onRead: (lines: Line[]) => void }): ReactElement {
  const { t } = useTranslation();
  const words = useListWords();
  const [text, setText] = useState('');
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const read = (): void => {
    const found = readLines(text, words);
    setFaults(found.faults);
    if (found.faults.length > 0) return;
    onRead(found.lines);
    setText('');
  };
  return (
    <details className="paste">
      <summary>{t('payments.request.paste')}</summary>
      <p className="note">
        {t('payments.request.pasteNote')}{' '}
        {columns.map((column) => t(`payments.column.${column}`)).join(' · ')}
      </p>
      <label htmlFor="pay-paste" className="hidden">
        {t('payments.request.paste')}
      </label>
      <textarea
        id="pay-paste"
        className="input"
        rows={6}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      {faults.length > 0 && (
        <div role="alert">
          <ul className="problems">
            {faults.slice(0, faultsShown).map(({ row, column }) => (
              <li key={`${row}${column}`}>
                {t('payments.request.fault', { row })}
                {t(`payments.columnFault.${column}`)}
              </li>
            ))}
          </ul>
        </div>
      )}
      <button type="button" className="button" disabled={text.trim() === ''} onClick={read}>
        {t('payments.request.read')}
      </button>
    </details>
  );
}
