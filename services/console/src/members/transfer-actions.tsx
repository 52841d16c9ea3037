import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { TransferItem } from '../shapes.ts';
import { DecideDialog } from './decide-dialog.tsx';
import { needsReason, sendStep, stepsFor } from './transfer-steps.ts';
import type { TransferStep } from './transfer-steps.ts';
import { useDuty } from './use-duty.ts';

export function TransferActions({ item }: { item: TransferItem }): ReactElement | null {
  const { t } = useTranslation();
  const { isDesk } = useDuty();
  const [asked, setAsked] = useState<TransferStep>();
  const steps = stepsFor(item.askedBy, item.transfer.state);
  if (!isDesk || steps.length === 0) return null;
  const words = { name: item.nameMasked, from: item.fromUnionName, to: item.toUnionName };
  return (
    <>
      <div className="acts acts-short">
        {steps.map((step, at) => (
          <button
            key={step}
            type="button"
            className={at === 0 ? 'button button-main' : 'button'}
            onClick={() => setAsked(step)}
          >
            {t(`transfers.step.${step}.do`)}
            <span className="hidden"> {item.nameMasked}</span>
          </button>
        ))}
      </div>
      {asked && (
        <DecideDialog
          title={t(`transfers.step.${asked}.title`, words)}
          follows={t(`transfers.step.${asked}.follows`, words)}
          action={t(`transfers.step.${asked}.do`)}
          withReason={needsReason(asked)}
          send={(reason, key) => sendStep(item.transfer, asked, reason, key)}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
}
