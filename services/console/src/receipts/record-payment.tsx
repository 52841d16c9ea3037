import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { answer, client } from '../client.ts';
import { today } from '../dates.ts';
import { yuan } from '../numbers.ts';
import { Problem } from '../problem.ts';
import { fenOf } from '../settlements/fen.ts';
import { ChoiceField } from '../ui/choice-field.tsx';
import { Page } from '../ui/page.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { UnionSelect } from '../ui/union-select.tsx';
import { useValues } from '../ui/use-values.ts';
import { useUrl } from '../url.ts';
import { BackToReceipts } from './back-to-receipts.tsx';
import { RecordedFields } from './recorded-fields.tsx';

const ways = ['self', 'fiscal'] as const;
type Way = (typeof ways)[number];

const nothing = {
  unionId: '',
  slipNo: '',
  payerUscc: '',
  periodFrom: '',
  periodTo: '',
  wageBase: '',
  fund: '',
  paidUp: '',
  receivedOn: today(),
  bank: '',
};
export type Recorded = typeof nothing;

/** One receipt by hand: of a union that pays up itself, or of the treasury. */
export function RecordPayment(): ReactElement {
  const { t } = useTranslation();
  const [read, patch] = useUrl();
  const way = ways.find((one) => one === read('way')) ?? 'self';
  const { values, change, key } = useValues(nothing);
  const record = useRecord();
  return (
    <Page
      title={t('receipts.record')}
      above={<BackToReceipts />}
      lead={t(`receipts.wayLead.${way}`)}
    >
      <form
        className="import-block import-form"
        onSubmit={(event) => {
          event.preventDefault();
          record.mutate({ way, values, key });
        }}
      >
        <ChoiceField
          label={t('receipts.mode')}
          value={way}
          choices={ways.map((one) => [one, t(`receipts.way.${one}`)])}
          onValue={(to) => {
            record.reset();
            patch({ way: to }, true);
          }}
        />
        <div className="field">
          <label htmlFor="record-union">{t('receipts.union')}</label>
          <UnionSelect
            id="record-union"
            value={values.unionId}
            placeholder={t('imports.unionHint')}
            onChange={(unionId) => change({ unionId })}
          />
        </div>
        <RecordedFields way={way} values={values} change={change} />
        {record.error && <RecordProblem problem={record.error} />}
        <button
          type="submit"
          className="button button-main"
          disabled={record.isPending || values.unionId === ''}
        >
          {t('receipts.recordDo')}
        </button>
      </form>
    </Page>
  );
}

/** Who paid up another sum is told the one that is due. */
function RecordProblem({ problem }: { problem: unknown }): ReactElement {
  const { t, i18n } = useTranslation();
  const due = problem instanceof Problem ? problem.details['dueFen'] : undefined;
  return (
    <>
      <ProblemPanel problem={problem} />
      {due !== undefined && (
        <p>{t('receipts.due', { amount: yuan(String(due), i18n.language) })}</p>
      )}
    </>
  );
}

function useRecord() {
  const cache = useQueryClient();
  const go = useNavigate();
  return useMutation({
    mutationFn: ({ way, values, key }: { way: Way; values: Recorded; key: string }) => {
      const headers = { 'Idempotency-Key': key };
      const { fund, paidUp, wageBase, ...said } = values;
      const both = { ...said, wageBaseFen: fenOf(wageBase) };
      if (way === 'fiscal') {
        const body = { ...both, amountFen: fenOf(fund) };
        return answer(client.POST('/fund/fiscal-payments', { headers, body }));
      }
      const body = { ...both, fundFen: fenOf(fund), paidUpFen: fenOf(paidUp) };
      return answer(client.POST('/fund/self-payments', { headers, body }));
    },
    onSuccess: async ({ receiptId }) => {
      await cache.invalidateQueries({ queryKey: ['receipts'] });
      void go(`/receipts?receipt=${receiptId}`);
    },
  });
}
