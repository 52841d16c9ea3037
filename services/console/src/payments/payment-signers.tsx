import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { moment } from '../dates.ts';
import type { Payment } from '../shapes.ts';
import { Facts } from '../ui/facts.tsx';
import { useWho } from '../ui/use-who.ts';

/** Who did what. Three persons sign, and the one who takes the file to the bank did not check it. */
export function PaymentSigners({ payment }: { payment: Payment }): ReactElement {
  const { t } = useTranslation();
  const who = useWho();
  const signed = (by: string) => (by === '' ? t('payments.notYet') : who(by));
  const asked =
    payment.sourceService === ''
      ? who(payment.madeBy)
      : t('payments.byService', { service: payment.sourceService });
  return (
    <Facts
      of={[
        [t('payments.maker'), `${asked} · ${moment(payment.madeAt)}`],
        [t('payments.checker'), signed(payment.checkedBy)],
        [t('payments.approver'), signed(payment.approvedBy)],
        [t('payments.cashier'), signed(payment.exportedBy)],
      ]}
    />
  );
}
