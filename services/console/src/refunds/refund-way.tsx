import type { ReactElement } from 'react';
import type { Refund } from '../shapes.ts';
import { useLabels } from '../ui/labels.ts';
import { Way } from '../ui/way.tsx';

const way = ['LISTED', 'REVIEWED', 'PUBLISHED', 'APPROVED', 'PAYING', 'PAID'] as const;

/** How far it has come; of a cancelled one there is no way any more. */
export function RefundWay({ refund: { state } }: { refund: Refund }): ReactElement | null {
  const label = useLabels();
  if (state === 'CANCELLED') return null;
  const steps = way.map((one) => [one, label('refundStep', one)] as const);
  return <Way steps={steps} here={state} done={state === 'PAID'} />;
}
