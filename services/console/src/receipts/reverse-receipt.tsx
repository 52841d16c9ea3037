import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../client.ts';
import { yuan } from '../numbers.ts';
import type { Receipt } from '../shapes.ts';
import { AskDialog } from '../ui/ask-dialog.tsx';
import { AskFoot } from '../ui/ask-foot.tsx';
import { Facts } from '../ui/facts.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useValues } from '../ui/use-values.ts';
import { useWho } from '../ui/use-who.ts';
import { useReach } from './use-reach.ts';
import { VoucherLink } from './voucher-link.tsx';

/** One that stands can be taken back, by who did not enter it. */
export function ReverseReceipt({ receipt }: { receipt: Receipt }): ReactElement | null {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const { writes } = useReach();
  if (!writes || receipt.reversedOn !== '') return null;
  return (
    <div className="panel-end screen-only">
      <button type="button" className="button" onClick={() => setAsked(true)}>
        {t('receipts.reverse.do')}
      </button>
      {asked && <ReverseDialog receipt={receipt} onClose={() => setAsked(false)} />}
    </div>
  );
}

/** One that was taken back says so first: by whom, why, and by which voucher. */
export function Reversed({ receipt }: { receipt: Receipt }): ReactElement | null {
  const { t } = useTranslation();
  const who = useWho();
  if (receipt.reversedOn === '') return null;
  return (
    <>
      <p className="consequence">{t('receipts.reverse.done')}</p>
      <Facts
        of={[
          [t('receipts.reverse.on'), receipt.reversedOn],
          [t('receipts.reverse.by'), who(receipt.reversedBy)],
          [t('receipts.reverse.reason'), receipt.reversalReason],
          [
            t('receipts.reverse.voucher'),
            <VoucherLink key="voucher" no={receipt.reversalVoucherNo} />,
          ],
        ]}
      />
    </>
  );
}

function ReverseDialog({ receipt, onClose }: { receipt: Receipt; onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const { values, change, key } = useValues({ reason: '' });
  const reverse = useReverse(receipt, onClose);
  const of = { slip: receipt.slipNo, amount: yuan(receipt.receivedFen, i18n.language) };
  return (
    <AskDialog title={t('receipts.reverse.title', of)} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          reverse.mutate({ reason: values.reason, key });
        }}
      >
        <p className="consequence">{t('receipts.reverse.follows')}</p>
        <TextField
          label={t('receipts.reverse.reason')}
          value={values.reason}
          required
          maxLength={200}
          onValue={(reason) => change({ reason })}
        />
        <AskFoot error={reverse.error} disabled={reverse.isPending} onClose={onClose}>
          {t('receipts.reverse.do')}
        </AskFoot>
      </form>
    </AskDialog>
  );
}

function useReverse({ receiptId }: Receipt, onDone: () => void) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ reason, key }: { reason: string; key: string }) => {
      const params = { path: { receiptId } };
      const headers = { 'Idempotency-Key': key };
      const path = '/fund/receipts/{receiptId}/reversal';
      return answer(client.POST(path, { params, headers, body: { reason } }));
    },
    onSuccess: async () => {
      onDone();
      await cache.invalidateQueries({ queryKey: ['receipts'] });
    },
  });
}
