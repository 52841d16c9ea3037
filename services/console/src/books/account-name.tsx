import { queryOptions, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../client.ts';
import type { AccountRef } from '../shapes.ts';

interface Props {
  account: AccountRef | undefined;
  nameZh: string;
  /** The union it is kept for, where it is known. */
  party?: string;
}

/** The name with the code, never the code alone (domain §5.7), and what divides the account further. */
export function AccountName({ account, nameZh, party = '' }: Props): ReactElement {
  const { i18n } = useTranslation();
  const names = useChartNames();
  const code = account?.code ?? '';
  // Until the chart is there, the code stands alone rather than under a name in the other language.
  const [chinese, english] = names?.get(code) ?? [nameZh, names ? nameZh : ''];
  const divided = [party, account?.project, account?.mark].filter(Boolean).join(' · ');
  return (
    <span className="account-name">
      <span className="account-code">{code}</span>{' '}
      {i18n.language === 'en' ? english : nameZh || chinese}
      {divided !== '' && <span className="account-part"> · {divided}</span>}
    </span>
  );
}

export const wholeChart = queryOptions({
  queryKey: ['chart'],
  queryFn: () => answer(client.GET('/ledger/chart')),
  staleTime: Infinity,
});

/** The names of the system's accounts by code. */
function useChartNames(): ReadonlyMap<string, readonly [zh: string, en: string]> | undefined {
  const { data } = useQuery(wholeChart);
  return data && new Map(data.items.map(({ code, nameZh, nameEn }) => [code, [nameZh, nameEn]]));
}
