import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../client.ts';
import { paymentQueries } from '../payments/payments-queries.ts';
import { ruleFields } from './grant-fields.ts';
import { GrantForm } from './grant-form.tsx';
import { ruleBody } from './rule-bodies.ts';

/** A rule, or the next version of one: its code says which. */
export function RuleDialog({ onClose }: { onClose: () => void }): ReactElement {
  const { i18n } = useTranslation();
  const accounts = useQuery(paymentQueries.accounts()).data ?? [];
  const accountCode = accounts.map(({ code, nameZh, nameEn }) => {
    return [code, `${code} ${i18n.language === 'en' ? nameEn : nameZh}`] as const;
  });
  return (
    <GrantForm
      name="setRule"
      fields={({ kind = '' }) => (kind === '' ? ['kind'] : ruleFields(kind))}
      first={{ accountCode: '50801', useDays: '365' }}
      choices={() => ({ accountCode })}
      send={(values, key) => {
        const headers = { 'Idempotency-Key': key };
        return answer(client.POST('/fund/grant-rules', { headers, body: ruleBody(values) }));
      }}
      onClose={onClose}
    />
  );
}
