import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { randomKey } from '../client.ts';
import { yuan } from '../numbers.ts';
import type { Payment } from '../shapes.ts';
import { AskDialog } from '../ui/ask-dialog.tsx';
import { AskFoot } from '../ui/ask-foot.tsx';
import { paymentActions } from './payment-actions.ts';
import type { PaymentAction, PaymentActionName, Values } from './payment-actions.ts';
import { PaymentField } from './payment-field.tsx';

interface Props {
  name: PaymentActionName;
  payment: Payment;
  onClose: () => void;
}

/** Says what follows before it asks for the click that makes it follow. */
export function PaymentDialog({ name, payment, onClose }: Props): ReactElement {
  const { t, i18n } = useTranslation();
  const cache = useQueryClient();
  const [values, setValues] = useState<Values>({});
  // Until something else is asked, a second click is the same command.
  const [key, setKey] = useState(randomKey);
  const action: PaymentAction = paymentActions[name];
  const act = useMutation({
    mutationFn: () => action.send(payment, values, key),
    onSuccess: async () => {
      onClose();
      await cache.invalidateQueries({ queryKey: ['payments'] });
      await cache.invalidateQueries({ queryKey: ['live', 'work', 'tasks'] });
    },
  });
  // A file is read first; until then there is nothing to send.
  const ready = action.required.every((field) => (values[field] ?? '') !== '');
  const of = {
    amount: yuan(payment.totalFen, i18n.language),
    count: payment.lineCount,
    title: payment.title,
  };
  return (
    <AskDialog title={t(`payments.act.${name}.title`, of)} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          act.mutate();
        }}
      >
        <p className="consequence">{t(`payments.act.${name}.follows`, of)}</p>
        {action.fields.map((field) => (
          <PaymentField
            key={field}
            name={field}
            value={values[field] ?? ''}
            required={action.required.includes(field)}
            onChange={(change) => {
              setValues({ ...values, ...change });
              setKey(randomKey());
            }}
          />
        ))}
        <AskFoot error={act.error} disabled={act.isPending || !ready} onClose={onClose}>
          {t(`payments.act.${name}.do`)}
        </AskFoot>
      </form>
    </AskDialog>
  );
}
