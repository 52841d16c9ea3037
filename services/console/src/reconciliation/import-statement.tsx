import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../client.ts';
import { base64Of } from '../ui/base64-of.ts';
import { FieldFault } from '../ui/field-fault.tsx';
import { Section } from '../ui/page.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { signedFen } from '../settlements/signed-fen.ts';
import type { StatementOf } from './reconciliation-queries.ts';

const fileBytesMax = 2 * 1024 * 1024;

/** A month comes in once; what its lines are is found by itself as far as it is plain. */
export function ImportStatement({ of }: { of: StatementOf }): ReactElement {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const [balances, setBalances] = useState({ opening: '', closing: '' });
  const [file, setFile] = useState<File>();
  const openingFen = signedFen(balances.opening);
  const closingFen = signedFen(balances.closing);
  const large = file !== undefined && file.size > fileBytesMax;
  const ready = openingFen !== undefined && closingFen !== undefined && file && !large;
  const bring = useMutation({
    mutationFn: async () => {
      if (!ready) throw new Error('nothing to import');
      const content = await base64Of(file);
      const body = { ...of, openingFen, closingFen, fileName: file.name, content };
      return answer(client.POST('/bank-statements', { body }));
    },
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: ['reconciliation'] });
      await cache.invalidateQueries({ queryKey: ['payments'] });
    },
  });
  return (
    <Section title={t('reconciliation.import')} note={t('reconciliation.importNote')} screenOnly>
      <form
        className="filter statement-form"
        onSubmit={(event) => {
          event.preventDefault();
          bring.mutate();
        }}
      >
        {(['opening', 'closing'] as const).map((name) => (
          <div key={name} className="field">
            <label htmlFor={`statement-${name}`}>{t(`reconciliation.${name}`)}</label>
            <input
              id={`statement-${name}`}
              className="input"
              required
              inputMode="decimal"
              value={balances[name]}
              aria-invalid={balances[name] !== '' && signedFen(balances[name]) === undefined}
              onChange={({ target }) => setBalances({ ...balances, [name]: target.value })}
            />
          </div>
        ))}
        <div className="field">
          <label htmlFor="statement-file">{t('reconciliation.file')}</label>
          <input
            id="statement-file"
            className="input"
            type="file"
            accept=".csv,.xlsx"
            required
            onChange={({ target }) => setFile(target.files?.[0])}
          />
          {large && <FieldFault>{t('payments.fileTooLarge')}</FieldFault>}
        </div>
        <button type="submit" className="button button-main" disabled={!ready || bring.isPending}>
          {t('reconciliation.bring')}
        </button>
      </form>
      {bring.error && <ProblemPanel problem={bring.error} />}
    </Section>
  );
}
