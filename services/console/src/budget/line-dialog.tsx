import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { wholeChart } from '../books/account-name.tsx';
import { answer, client } from '../client.ts';
import { fenOf } from '../settlements/fen.ts';
import type { BudgetLine } from '../shapes.ts';
import { AskDialog } from '../ui/ask-dialog.tsx';
import { AskFoot } from '../ui/ask-foot.tsx';
import { ChoiceField } from '../ui/choice-field.tsx';
import { amountPattern, TextField } from '../ui/text-field.tsx';
import { useValues } from '../ui/use-values.ts';

interface Props {
  of: { unionId: string; fiscalYear: number };
  /** Undefined for one that is not there yet. */
  line: BudgetLine | undefined;
  onClose: () => void;
}

const marks = ['basic', 'project'] as const;
const sources = ['union', 'fiscal'] as const;

/** What of a line is typed; which line it is stands once it is there. */
function firstOf(line: BudgetLine | undefined) {
  return {
    accountCode: line?.accountCode ?? '',
    mark: line?.mark ?? marks[0],
    projectCode: line?.projectCode ?? '',
    sourceCode: line?.sourceCode ?? sources[0],
    amount: '',
    documentNo: '',
    reason: '',
  };
}
type Values = ReturnType<typeof firstOf>;

export function LineDialog({ of, line, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const { values, change, key } = useValues(firstOf(line));
  const set = useSetLine(of, onClose);
  return (
    <AskDialog title={t(line ? 'budget.changeTitle' : 'budget.add')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          set.mutate({ values, key });
        }}
      >
        <p className="consequence">{t(line ? 'budget.changeFollows' : 'budget.addFollows')}</p>
        <WhichLine fixed={line !== undefined} values={values} change={change} />
        <TextField
          label={t('budget.amountYuan')}
          value={values.amount}
          required
          inputMode="decimal"
          pattern={amountPattern}
          title={t('receipts.amountForm')}
          onValue={(amount) => change({ amount })}
        />
        <TextField
          label={t('budget.document')}
          value={values.documentNo}
          required
          maxLength={100}
          onValue={(documentNo) => change({ documentNo })}
        />
        <TextField
          label={t('budget.reason')}
          value={values.reason}
          required
          maxLength={200}
          onValue={(reason) => change({ reason })}
        />
        <AskFoot
          error={set.error}
          disabled={set.isPending || values.accountCode === ''}
          onClose={onClose}
        >
          {t('budget.set')}
        </AskFoot>
      </form>
    </AskDialog>
  );
}

interface WhichProps {
  fixed: boolean;
  values: Values;
  change: (part: Partial<Values>) => void;
}

function WhichLine({ fixed, values, change }: WhichProps): ReactElement {
  const { t, i18n } = useTranslation();
  const chart = useQuery(wholeChart).data?.items ?? [];
  const accounts = chart
    .filter(({ kind }) => kind === 'EXPENDITURE')
    .map(({ code, nameZh, nameEn }) => {
      return [code, `${code} ${i18n.language === 'en' ? nameEn : nameZh}`] as const;
    });
  return (
    <>
      <ChoiceField
        label={t('budget.account')}
        value={values.accountCode}
        choices={[['', t('budget.chooseAccount')], ...accounts]}
        disabled={fixed}
        onValue={(accountCode) => change({ accountCode })}
      />
      <ChoiceField
        label={t('budget.mark')}
        value={values.mark}
        choices={marks.map((one) => [one, t(`budgetMark.${one}`)])}
        disabled={fixed}
        onValue={(mark) => change({ mark, projectCode: '' })}
      />
      {values.mark === 'project' && (
        <TextField
          label={t('budget.project')}
          value={values.projectCode}
          required
          maxLength={40}
          disabled={fixed}
          onValue={(projectCode) => change({ projectCode })}
        />
      )}
      <ChoiceField
        label={t('budget.source')}
        value={values.sourceCode}
        choices={sources.map((one) => [one, t(`budgetSource.${one}`)])}
        disabled={fixed}
        onValue={(sourceCode) => change({ sourceCode })}
      />
    </>
  );
}

function useSetLine(of: Props['of'], onDone: () => void) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ values, key }: { values: Values; key: string }) => {
      const { amount, ...said } = values;
      const body = { ...of, ...said, amountFen: fenOf(amount) };
      return answer(client.POST('/budget/lines', { headers: { 'Idempotency-Key': key }, body }));
    },
    onSuccess: async () => {
      onDone();
      await cache.invalidateQueries({ queryKey: ['budget'] });
    },
  });
}
