import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { memberQueries } from './members-queries.ts';
import { TransferActions } from './transfer-actions.tsx';

/** A transfer on its way is the first thing to know of a record. Without one, or unreadable, it says nothing. */
export function OpenTransfer({ memberId }: { memberId: string }): ReactElement | null {
  const { t } = useTranslation();
  const { data } = useQuery(memberQueries.openTransferOf(memberId));
  if (!data) return null;
  return (
    <section className="open-transfer" aria-label={t('transfers.open')}>
      <p>
        <strong>
          {t('transfers.openFromTo', { from: data.fromUnionName, to: data.toUnionName })}
        </strong>{' '}
        {t(`transfers.waits.${data.transfer.state === 'INITIATED' ? 'sender' : 'receiver'}`, {
          date: data.expiresOn,
        })}
      </p>
      <TransferActions item={data} />
    </section>
  );
}
