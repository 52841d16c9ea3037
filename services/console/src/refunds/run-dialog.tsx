import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { answer, client } from '../client.ts';
import { today } from '../dates.ts';
import { AskDialog } from '../ui/ask-dialog.tsx';
import { AskFoot } from '../ui/ask-foot.tsx';
import { ChoiceField } from '../ui/choice-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useValues } from '../ui/use-values.ts';

const monthPattern = '(19|20|21)\\d{2}-(0[1-9]|1[0-2])';
const ways = ['here', 'old'] as const;
type Way = (typeof ways)[number];

/** Without anybody's application: of which months, and whether it is a list of old records. */
export function RunDialog({ onClose }: { onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const year = Number(today().slice(0, 4)) - 1;
  const { values, change, key } = useValues({
    periodFrom: `${year}-01`,
    periodTo: `${year}-12`,
    way: 'here' as Way,
    madeOn: '',
    takeOverNo: '',
  });
  const run = useRun(onClose);
  const old = values.way === 'old';
  return (
    <AskDialog title={t('refunds.run.title')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const { periodFrom, periodTo, madeOn, takeOverNo } = values;
          const takeOver = old ? { madeOn, takeOverNo } : { madeOn: '', takeOverNo: '' };
          run.mutate({ body: { periodFrom, periodTo, ...takeOver }, key });
        }}
      >
        <p className="consequence">{t('refunds.run.follows')}</p>
        {(['periodFrom', 'periodTo'] as const).map((name) => (
          <TextField
            key={name}
            label={t(`refunds.run.${name}`)}
            value={values[name]}
            required
            pattern={monthPattern}
            title={t('refunds.run.monthForm')}
            onValue={(month) => change({ [name]: month })}
          />
        ))}
        <ChoiceField
          label={t('refunds.run.way')}
          value={values.way}
          choices={ways.map((way) => [way, t(`refunds.run.ways.${way}`)])}
          onValue={(way) => change({ way: way === 'old' ? 'old' : 'here' })}
        />
        {old && (
          <>
            <p className="note">{t('refunds.run.oldNote')}</p>
            <TextField
              label={t('refunds.madeOn')}
              type="date"
              value={values.madeOn}
              required
              max={`${year}-12-31`}
              onValue={(madeOn) => change({ madeOn })}
            />
            <TextField
              label={t('refunds.takeOverNo')}
              value={values.takeOverNo}
              required
              maxLength={80}
              onValue={(takeOverNo) => change({ takeOverNo })}
            />
          </>
        )}
        <AskFoot error={run.error} disabled={run.isPending} onClose={onClose}>
          {t('refunds.run.do')}
        </AskFoot>
      </form>
    </AskDialog>
  );
}

interface Asked {
  body: { periodFrom: string; periodTo: string; madeOn: string; takeOverNo: string };
  key: string;
}

function useRun(onDone: () => void) {
  const cache = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: ({ body, key }: Asked) => {
      const headers = { 'Idempotency-Key': key };
      return answer(client.POST('/fund/refunds', { headers, body }));
    },
    onSuccess: async ({ refundId }) => {
      onDone();
      await cache.invalidateQueries({ queryKey: ['refunds'] });
      await navigate(`/refunds/${refundId}`);
    },
  });
}
