import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { AccountName } from '../books/account-name.tsx';
import { answer, client, randomKey } from '../client.ts';
import { yuan } from '../numbers.ts';
import type { BudgetLine } from '../shapes.ts';
import { AskDialog } from '../ui/ask-dialog.tsx';
import { AskFoot } from '../ui/ask-foot.tsx';
import { Facts } from '../ui/facts.tsx';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { useWho } from '../ui/use-who.ts';

interface Props {
  line: BudgetLine;
  onClose: () => void;
}

/** A second person agrees; whoever proposed it may not. */
export function ApproveDialog({ line, onClose }: Props): ReactElement {
  const { t, i18n } = useTranslation();
  const label = useLabels();
  const who = useWho();
  const cache = useQueryClient();
  const [key] = useState(randomKey);
  const approve = useMutation({
    mutationFn: () => {
      const params = { path: { lineId: line.lineId } };
      const headers = { 'Idempotency-Key': key };
      const body = { expectedVersion: line.version };
      return answer(client.POST('/budget/lines/{lineId}/approval', { params, headers, body }));
    },
    onSuccess: async () => {
      onClose();
      await cache.invalidateQueries({ queryKey: ['budget'] });
    },
  });
  const account = { code: line.accountCode, partyId: '', project: line.projectCode, mark: '' };
  const amount = yuan(line.proposedFen, i18n.language);
  return (
    <AskDialog title={t('budget.approveTitle', { amount })} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          approve.mutate();
        }}
      >
        <Facts
          of={[
            [
              t('budget.account'),
              <AccountName key="account" account={account} nameZh={line.accountName} />,
            ],
            [t('budget.source'), label('budgetSource', line.sourceCode)],
            [t('budget.approvedFen'), <Money key="now" fen={line.approvedFen} />],
            [t('budget.document'), line.documentNo],
            [t('budget.proposedBy'), who(line.proposedBy)],
          ]}
        />
        <p className="consequence">{t('budget.approveFollows')}</p>
        <AskFoot error={approve.error} disabled={approve.isPending} onClose={onClose}>
          {t('budget.approve')}
        </AskFoot>
      </form>
    </AskDialog>
  );
}
