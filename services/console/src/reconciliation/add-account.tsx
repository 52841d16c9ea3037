import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../client.ts';
import { ProblemPanel } from '../ui/problem-panel.tsx';

const fields = {
  bank: '[a-z0-9\\-]{1,40}',
  holderName: '.{2,60}',
  accountNumber: '[0-9]{8,30}',
  bankCode: '[0-9]{12}',
} as const;
type Name = keyof typeof fields;
const empty: Readonly<Record<Name, string>> = {
  bank: '',
  holderName: '',
  accountNumber: '',
  bankCode: '',
};

/** An account is known to the books by a mark; its number is sealed, and from then on shown masked. */
export function AddAccount({ unionId }: { unionId: string }): ReactElement {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const id = useId();
  const [said, setSaid] = useState(empty);
  const set = useMutation({
    mutationFn: () => answer(client.POST('/bank-accounts', { body: { unionId, ...said } })),
    onSuccess: async () => {
      setSaid(empty);
      await cache.invalidateQueries({ queryKey: ['bank-accounts'] });
    },
  });
  return (
    <details className="add-account screen-only">
      <summary>{t('reconciliation.addAccount')}</summary>
      <form
        className="filter"
        onSubmit={(event) => {
          event.preventDefault();
          set.mutate();
        }}
      >
        {(Object.keys(fields) as Name[]).map((name) => (
          <div key={name} className="field">
            <label htmlFor={`${id}-${name}`}>{t(`reconciliation.account.${name}`)}</label>
            <input
              id={`${id}-${name}`}
              className="input"
              required
              pattern={fields[name]}
              value={said[name]}
              onChange={({ target }) => setSaid({ ...said, [name]: target.value })}
            />
          </div>
        ))}
        <button type="submit" className="button" disabled={set.isPending}>
          {t('reconciliation.setAccount')}
        </button>
      </form>
      {set.error && <ProblemPanel problem={set.error} />}
    </details>
  );
}
