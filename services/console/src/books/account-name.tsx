import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../client.ts';
import type { AccountRef } from '../shapes.ts';

interface Props {
  account: AccountRef | undefined;
  nameZh: string;
}

/** The name with the code, never the code alone (domain §5.7), and what divides the account further. */
export function AccountName({ account, nameZh }: Props): ReactElement {
  const { i18n } = useTranslation();
  const names = useChartNames();
  const code = account?.code ?? '';
  const english = names.get(code);
  const divided = [account?.project, account?.mark].filter(Boolean).join(' · ');
  return (
    <span className="account-name">
      <span className="account-code">{code}</span>{' '}
      {i18n.language === 'en' ? (english ?? nameZh) : nameZh}
      {divided !== '' && <span className="account-part"> · {divided}</span>}
    </span>
  );
}

const whole = {
  queryKey: ['chart'],
  queryFn: () => answer(client.GET('/ledger/chart')),
  staleTime: Infinity,
};

/** English names by code; the books themselves are kept in Chinese. */
function useChartNames(): ReadonlyMap<string, string> {
  const { data } = useQuery(whole);
  return new Map(data?.items.map(({ code, nameEn }) => [code, nameEn]));
}
