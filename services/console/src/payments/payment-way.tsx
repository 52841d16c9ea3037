import type { ReactElement } from 'react';
import type { Payment } from '../shapes.ts';
import { useLabels } from '../ui/labels.ts';
import { Way } from '../ui/way.tsx';
import { way } from './payment-states.ts';

/** How far it has come; of a rejected one there is no way any more. */
export function PaymentWay({ payment: { state } }: { payment: Payment }): ReactElement | null {
  const label = useLabels();
  if (state === 'REJECTED') return null;
  const steps = way.slice(0, -1).map((one) => [one, label('paymentStep', one)] as const);
  return <Way steps={steps} here={state} done={state === 'CLOSED'} />;
}
