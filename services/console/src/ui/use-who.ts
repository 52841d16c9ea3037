import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queries } from '../queries.ts';

/** Who did something: the reader, or an account by the end of its id; whose it is, the administrator knows. */
export function useWho(): (accountId: string) => string {
  const { t } = useTranslation();
  const own = useQuery(queries.session()).data?.accountId;
  return (accountId) =>
    accountId === own ? t('who.you') : t('who.account', { no: accountId.slice(-8) });
}
