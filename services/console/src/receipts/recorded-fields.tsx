import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '../dates.ts';
import { amountPattern, TextField } from '../ui/text-field.tsx';
import type { Recorded } from './record-payment.tsx';

interface Props {
  way: 'self' | 'fiscal';
  values: Recorded;
  change: (part: Partial<Recorded>) => void;
}

export function RecordedFields({ way, values, change }: Props): ReactElement {
  const { t } = useTranslation();
  const of = (name: keyof Recorded) => ({
    value: values[name],
    onValue: (value: string) => change({ [name]: value }),
  });
  const amount = {
    inputMode: 'decimal',
    pattern: amountPattern,
    title: t('receipts.amountForm'),
  } as const;
  return (
    <>
      <TextField label={t(`receipts.slipOf.${way}`)} required maxLength={60} {...of('slipNo')} />
      <TextField
        label={t('receipts.payer')}
        required
        pattern="[0-9A-Z]{18}"
        title={t('receipts.usccForm')}
        maxLength={18}
        {...of('payerUscc')}
      />
      <TextField label={t('receipts.periodFrom')} type="month" required {...of('periodFrom')} />
      <TextField label={t('receipts.periodTo')} type="month" required {...of('periodTo')} />
      <TextField label={t('receipts.wageBaseYuan')} {...amount} {...of('wageBase')} />
      <TextField
        label={t(`receipts.fundOf.${way}`)}
        note={t(`receipts.fundNote.${way}`)}
        required
        {...amount}
        {...of('fund')}
      />
      {way === 'self' && (
        <TextField
          label={t('receipts.paidUp')}
          note={t('receipts.paidUpNote')}
          required
          {...amount}
          {...of('paidUp')}
        />
      )}
      <TextField
        label={t('receipts.receivedOn')}
        type="date"
        max={today()}
        required
        {...of('receivedOn')}
      />
      <TextField
        label={t('receipts.bank')}
        note={t('receipts.bankNote')}
        maxLength={40}
        {...of('bank')}
      />
    </>
  );
}
