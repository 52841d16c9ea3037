import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../client.ts';
import { useCauseWords } from '../imports/cause-words.ts';
import { yuan } from '../numbers.ts';
import type { CollectionException } from '../shapes.ts';
import { AskDialog } from '../ui/ask-dialog.tsx';
import { AskFoot } from '../ui/ask-foot.tsx';
import { ChoiceField } from '../ui/choice-field.tsx';
import { useLabels } from '../ui/labels.ts';
import { TextField } from '../ui/text-field.tsx';
import { UnionSelect } from '../ui/union-select.tsx';
import { useValues } from '../ui/use-values.ts';
import { decisionsFor } from './exception-decisions.ts';

interface Props {
  line: CollectionException;
  onClose: () => void;
}

/** Why the line waits, what may be done with it, and what follows. */
export function ResolveDialog({ line, onClose }: Props): ReactElement {
  const { t, i18n } = useTranslation();
  const label = useLabels();
  const cause = useCauseWords()(line.code).title;
  const offered = decisionsFor(line.code);
  const { values, change, key } = useValues({
    decision: offered[0] ?? 'reject',
    unionId: line.unionId,
    reason: '',
  });
  const resolve = useResolve(line, onClose);
  const unionField = useId();
  const assigns = values.decision === 'assign';
  const amount = yuan(String(BigInt(line.amountFen) + BigInt(line.lateFeeFen)), i18n.language);
  return (
    <AskDialog title={t('receipts.decideTitle', { slip: line.slipNo, amount })} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const { decision, reason } = values;
          resolve.mutate({ decision, unionId: assigns ? values.unionId : '', reason, key });
        }}
      >
        <p>
          <strong>{cause}</strong> {label('exceptionRemedy', line.code)}
        </p>
        <ChoiceField
          label={t('receipts.decision')}
          value={values.decision}
          choices={offered.map((one) => [one, t(`receipts.decisions.${one}`)])}
          onValue={(to) => change({ decision: offered.find((one) => one === to) ?? 'reject' })}
        />
        {assigns && (
          <div className="field">
            <label htmlFor={unionField}>{t('receipts.union')}</label>
            <UnionSelect
              id={unionField}
              value={values.unionId}
              placeholder={t('imports.unionHint')}
              onChange={(unionId) => change({ unionId })}
            />
          </div>
        )}
        <p className="consequence">{t(`receipts.follows.${values.decision}`)}</p>
        <TextField
          label={t('receipts.reason')}
          value={values.reason}
          required
          maxLength={200}
          onValue={(reason) => change({ reason })}
        />
        <AskFoot
          error={resolve.error}
          disabled={resolve.isPending || (assigns && values.unionId === '')}
          onClose={onClose}
        >
          {t(`receipts.decisions.${values.decision}`)}
        </AskFoot>
      </form>
    </AskDialog>
  );
}

interface Decided {
  decision: string;
  unionId: string;
  reason: string;
  key: string;
}

function useResolve({ exceptionId, version }: CollectionException, onDone: () => void) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ key, ...decided }: Decided) => {
      const params = { path: { exceptionId } };
      const headers = { 'Idempotency-Key': key };
      const body = { ...decided, expectedVersion: version };
      const path = '/fund/collection-exceptions/{exceptionId}/resolution';
      return answer(client.POST(path, { params, headers, body }));
    },
    onSuccess: async () => {
      onDone();
      await cache.invalidateQueries({ queryKey: ['receipts'] });
    },
  });
}
