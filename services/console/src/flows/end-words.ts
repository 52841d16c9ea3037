import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../client.ts';
import { queries } from '../queries.ts';
import { useLabels } from '../ui/labels.ts';

/** What one end of a flow is called: how it was paid, the account, the other node, or the pot. */
export function useEndWords(): (kind: string, part: string) => string {
  const { t, i18n } = useTranslation();
  const label = useLabels();
  const superior = useQuery(queries.node()).data?.superior;
  const { data } = useQuery({
    queryKey: ['chart'],
    queryFn: () => answer(client.GET('/ledger/chart')),
    staleTime: Infinity,
  });
  const names = new Map(
    data?.items.map(({ code, nameZh, nameEn }) => [code, i18n.language === 'en' ? nameEn : nameZh]),
  );
  return (kind, part) => {
    if (kind === 'payer') return label('payingMode', part);
    if (kind === 'node')
      return t(part === superior ? 'flows.superior' : 'flows.subordinate', { region: part });
    if (kind !== 'recipient') return label('potKind', kind);
    return part === '' ? t('flows.severalAccounts') : `${part} ${names.get(part) ?? ''}`;
  };
}

/** The same of a node of the picture: side, kind and part. */
export function useNodeWords(): (node: string) => string {
  const { t } = useTranslation();
  const words = useEndWords();
  return (node) => {
    const [side = '', kind = '', part = ''] = node.split(':');
    if (kind === 'opening') return t('flows.opening');
    if (kind === 'closing') return t('flows.closing');
    if (side === 'pot') return words(kind, '');
    if (kind === 'pot')
      return t(side === 'in' ? 'flows.fromPot' : 'flows.toPot', {
        pot: words(part, ''),
      });
    const taken = (side === 'out' && kind === 'payer') || (side === 'in' && kind === 'recipient');
    return taken ? t('flows.takenBack', { what: words(kind, part) }) : words(kind, part);
  };
}
