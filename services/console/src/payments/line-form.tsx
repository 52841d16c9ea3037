import { useId, useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldFault } from '../ui/field-fault.tsx';
import { useLabels } from '../ui/labels.ts';
import { columns, readLine } from './read-lines.ts';
import type { Column, Line } from './read-lines.ts';
import { useListWords } from './use-list-words.ts';

const empty: Readonly<Record<Column, string>> = {
  payeeKind: 'PERSON',
  payeeName: '',
  accountNumber: '',
  bankCode: '',
  amount: '',
  purpose: '',
  beneficiaryId: '',
  projectCode: '',
  sourceCode: 'union',
};
const choices: Partial<Record<Column, { group: string; codes: readonly string[] }>> = {
  payeeKind: { group: 'payeeKind', codes: ['PERSON', 'UNIT'] },
  sourceCode: { group: 'fundSource', codes: ['union', 'fiscal'] },
};

/** One line, typed; what the next one shares with it stays. */
export function LineForm({ onAdd }: { onAdd: (line: Line) => void }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const words = useListWords();
  const id = useId();
  const [said, setSaid] = useState(empty);
  const [fault, setFault] = useState<Column>();
  const add = (): void => {
    const typed = columns.map((column) => [column, said[column].trim()]);
    const read = readLine(Object.fromEntries(typed) as typeof said, words);
    if ('fault' in read) {
      setFault(read.fault);
      return;
    }
    setFault(undefined);
    onAdd(read);
    setSaid({ ...said, payeeName: '', accountNumber: '', beneficiaryId: '' });
  };
  return (
    <form
      className="line-form"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      {columns.map((column) => {
        const choice = choices[column];
        const own = {
          id: `${id}-${column}`,
          className: 'input',
          value: said[column],
          'aria-invalid': fault === column,
        };
        return (
          <div key={column} className="field">
            <label htmlFor={own.id}>{t(`payments.column.${column}`)}</label>
            {choice ? (
              <select
                {...own}
                onChange={({ target }) => setSaid({ ...said, [column]: target.value })}
              >
                {choice.codes.map((code) => (
                  <option key={code} value={code}>
                    {label(choice.group, code)}
                  </option>
                ))}
              </select>
            ) : (
              <input
                {...own}
                inputMode={column === 'amount' ? 'decimal' : 'text'}
                maxLength={100}
                onChange={({ target }) => setSaid({ ...said, [column]: target.value })}
              />
            )}
            {fault === column && <FieldFault>{t(`payments.columnFault.${column}`)}</FieldFault>}
          </div>
        );
      })}
      <button type="submit" className="button line-add">
        {t('payments.request.add')}
      </button>
    </form>
  );
}
