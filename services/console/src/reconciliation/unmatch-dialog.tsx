import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../client.ts';
import { yuan } from '../numbers.ts';
import type { MatchedBankLine } from '../shapes.ts';
import { FormDialog } from '../ui/form-dialog.tsx';

interface Props {
  line: MatchedBankLine;
  onClose: () => void;
}

/** A mistake is taken apart with its reason, which stays. */
export function UnmatchDialog({ line, onClose }: Props): ReactElement {
  const { t, i18n } = useTranslation();
  return (
    <FormDialog
      title={t('reconciliation.unmatch.title', { amount: yuan(line.amountFen, i18n.language) })}
      follows={t('reconciliation.unmatch.follows')}
      does={t('reconciliation.unmatch.do')}
      fields={[
        {
          name: 'reason',
          label: t('reconciliation.unmatch.reason'),
          as: 'text',
          maxLength: 200,
        },
      ]}
      send={({ reason = '' }, key) => {
        const params = { path: { lineId: line.lineId } };
        const headers = { 'Idempotency-Key': key };
        const path = '/bank-statements/lines/{lineId}/unmatch';
        return answer(client.POST(path, { params, headers, body: { reason } }));
      }}
      stale={[['reconciliation'], ['payments'], ['live', 'work', 'tasks']]}
      onClose={onClose}
    />
  );
}
