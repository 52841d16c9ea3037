import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Choices } from '../acts/act-fields.ts';
import { itemsOf } from '../acts/fact-values.tsx';
import { campaignQueries } from './campaign-queries.ts';

/** What is left in stock, by batch; a visit may also bring nothing. */
export function useStock(): Choices {
  const { t } = useTranslation();
  const query = useInfiniteQuery(campaignQueries.goods({ unionId: '', inStock: true }));
  const batches = itemsOf(query.data).map(({ batchId, goodsName, remaining, unit }) => {
    return [batchId, t('campaign.left', { goodsName, remaining, unit })] as const;
  });
  const none = ['', t('campaign.noGoods')] as const;
  return { goodsBatch: [none, ...batches], secondBatch: [none, ...batches] };
}

/** Whose gift goods may be. */
export function useDonors(): Choices {
  const { t } = useTranslation();
  const query = useInfiniteQuery(campaignQueries.donations({ unionId: '' }));
  const donors = itemsOf(query.data)
    .filter(({ goodsFen }) => goodsFen !== '0')
    .map(({ donationId, donorNameMasked, receiptNo }) => {
      return [donationId, `${donorNameMasked || t('campaign.unnamed')} ${receiptNo}`] as const;
    });
  return { donation: [['', t('campaign.bought')], ...donors] };
}
