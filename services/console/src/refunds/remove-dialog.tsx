import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RefundLine } from '../shapes.ts';
import { AskDialog } from '../ui/ask-dialog.tsx';
import { AskFoot } from '../ui/ask-foot.tsx';
import { TextField } from '../ui/text-field.tsx';

interface Props {
  line: RefundLine;
  onReason: (reason: string) => void;
  onClose: () => void;
}

/** Nobody is taken off a list without a reason; nothing is sent before the whole list was looked through. */
export function RemoveDialog({ line, onReason, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  return (
    <AskDialog title={t('refunds.remove.title', { union: line.unionName })} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onReason(reason.trim());
          onClose();
        }}
      >
        <p className="consequence">{t('refunds.remove.follows')}</p>
        <TextField
          label={t('refunds.remove.reason')}
          value={reason}
          required
          maxLength={200}
          onValue={setReason}
        />
        <AskFoot error={null} disabled={reason.trim() === ''} onClose={onClose}>
          {t('refunds.remove.do')}
        </AskFoot>
      </form>
    </AskDialog>
  );
}
