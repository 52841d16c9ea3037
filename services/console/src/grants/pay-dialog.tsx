import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { answer, client } from '../client.ts';
import { paymentQueries } from '../payments/payments-queries.ts';
import { queries } from '../queries.ts';
import { GrantForm } from './grant-form.tsx';

interface Props {
  grantIds: readonly string[];
  onClose: () => void;
}

/** Nothing is paid by it: three persons sign the payment, and the bank answers. */
export function PayDialog({ grantIds, onClose }: Props): ReactElement {
  const root = useQuery(queries.node()).data?.rootUnionId ?? '';
  const banks = useQuery(paymentQueries.banks(root)).data ?? [];
  const choices = banks.map(
    ({ bank, accountMasked }) => [bank, `${bank} · ${accountMasked}`] as const,
  );
  return (
    <GrantForm
      name="pay"
      fields={() => ['bank']}
      choices={() => ({ bank: choices })}
      send={({ bank = '' }, key) => {
        const body = { grantIds: [...grantIds], bank };
        const headers = { 'Idempotency-Key': key };
        return answer(client.POST('/fund/grant-payments', { headers, body }));
      }}
      onClose={onClose}
    />
  );
}
