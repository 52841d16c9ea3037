import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../client.ts';
import type { BudgetLine } from '../shapes.ts';
import { FormDialog, type FormValues } from '../ui/form-dialog.tsx';

interface Props {
  line: BudgetLine;
  onClose: () => void;
}

/** The item of the plan that a line pays for; left empty, the line is for none. */
export function TieDialog({ line, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const target = line.headcountTarget === 0 ? '' : String(line.headcountTarget);
  return (
    <FormDialog
      title={t('budget.tie.title')}
      follows={t('budget.tie.follows')}
      does={t('budget.tie.do')}
      fields={[
        {
          name: 'planItemId',
          label: t('budget.tie.item'),
          as: 'text',
          maxLength: 60,
          first: line.planItemId,
          optional: true,
        },
        {
          name: 'planItemTitle',
          label: t('budget.tie.itemTitle'),
          as: 'text',
          maxLength: 120,
          first: line.planItemTitle,
          optional: true,
        },
        {
          name: 'headcountTarget',
          label: t('budget.tie.target'),
          as: 'count',
          first: target,
          optional: true,
        },
      ]}
      send={(values, key) => tie(line, values, key)}
      stale={[['budget']]}
      onClose={onClose}
    />
  );
}

function tie(
  { lineId, version }: BudgetLine,
  { planItemId = '', planItemTitle = '', headcountTarget = '' }: FormValues,
  key: string,
): Promise<unknown> {
  const params = { path: { lineId } };
  const headers = { 'Idempotency-Key': key };
  const tied = { planItemId, planItemTitle, headcountTarget: Number(headcountTarget) };
  const body = { expectedVersion: version, ...tied };
  return answer(client.POST('/budget/lines/{lineId}/plan-item', { params, headers, body }));
}
