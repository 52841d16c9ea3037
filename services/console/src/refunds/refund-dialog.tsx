import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '../dates.ts';
import { yuan } from '../numbers.ts';
import { paymentQueries } from '../payments/payments-queries.ts';
import { queries } from '../queries.ts';
import type { Refund } from '../shapes.ts';
import { AskDialog } from '../ui/ask-dialog.tsx';
import { AskFoot } from '../ui/ask-foot.tsx';
import { ChoiceField } from '../ui/choice-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useValues } from '../ui/use-values.ts';
import { fieldsOf, refundActions } from './refund-actions.ts';
import type { RefundAction, RefundActionName, Removals, Said } from './refund-actions.ts';

interface Props {
  name: RefundActionName;
  refund: Refund;
  removals: Removals;
  onClose: () => void;
}

/** Says what follows before it asks for the click that makes it follow. */
export function RefundDialog({ name, refund, removals, onClose }: Props): ReactElement {
  const { t, i18n } = useTranslation();
  const { values, change, key } = useValues({ bank: '', doneOn: '' });
  const root = useQuery(queries.node()).data?.rootUnionId ?? '';
  const banks = useQuery(paymentQueries.banks(name === 'pay' ? root : '')).data ?? [];
  const fields = fieldsOf(name, refund);
  const bank = values.bank || (banks[0]?.bank ?? '');
  const act = useAct(name, refund, onClose);
  const removed = Object.keys(removals).length;
  const of = {
    amount: yuan(refund.refundFen, i18n.language),
    count: name === 'pay' ? refund.waitingUnions : refund.unions - removed,
    removed,
  };
  return (
    <AskDialog title={t(`refunds.act.${name}.title`, of)} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          act.mutate({ said: { removals, bank, doneOn: values.doneOn }, key });
        }}
      >
        <p className="consequence">{t(`refunds.act.${name}.follows`, of)}</p>
        {fields.includes('bank') && (
          <ChoiceField
            label={t('payments.bank')}
            value={bank}
            choices={banks.map((one) => [one.bank, `${one.bank} · ${one.accountMasked}`])}
            onValue={(chosen) => change({ bank: chosen })}
          />
        )}
        {fields.includes('doneOn') && (
          <TextField
            label={t('refunds.doneOn')}
            type="date"
            value={values.doneOn}
            required
            max={today()}
            onValue={(doneOn) => change({ doneOn })}
          />
        )}
        <AskFoot
          error={act.error}
          disabled={act.isPending || (fields.includes('bank') && banks.length === 0)}
          onClose={onClose}
        >
          {t(`refunds.act.${name}.do`)}
        </AskFoot>
      </form>
    </AskDialog>
  );
}

function useAct(name: RefundActionName, refund: Refund, onDone: () => void) {
  const cache = useQueryClient();
  const action: RefundAction = refundActions[name];
  return useMutation({
    mutationFn: ({ said, key }: { said: Said; key: string }) => action.send(refund, said, key),
    onSuccess: async () => {
      onDone();
      await cache.invalidateQueries({ queryKey: ['refunds'] });
      await cache.invalidateQueries({ queryKey: ['payments'] });
    },
  });
}
