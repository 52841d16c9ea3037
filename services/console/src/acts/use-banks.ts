import { useQuery } from '@tanstack/react-query';
import { paymentQueries } from '../payments/payments-queries.ts';
import { queries } from '../queries.ts';
import type { Choices } from './act-fields.ts';

/** The accounts that the reader's own union pays from; each says whose it is. */
export function useBanks(): Choices {
  const { scopeUnionId = '' } = useQuery(queries.session()).data?.duty ?? {};
  const banks = useQuery(paymentQueries.banks(scopeUnionId)).data ?? [];
  return {
    bank: banks.map(({ bank, accountMasked }) => {
      return [`${scopeUnionId} ${bank}`, `${bank} · ${accountMasked}`];
    }),
  };
}
