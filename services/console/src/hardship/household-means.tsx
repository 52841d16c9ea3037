import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceField } from '../ui/choice-field.tsx';
import { useLabels } from '../ui/labels.ts';
import { Section } from '../ui/page.tsx';
import { amountPattern, TextField } from '../ui/text-field.tsx';
import { CAUSES, INCOMES, RIGID, type HouseholdForm } from './household-form.ts';

interface Props {
  form: HouseholdForm;
  onChange: (part: Partial<HouseholdForm>) => void;
}

/** A year's incomes and rigid expenses by kind, the causes, and what was lost. */
export function HouseholdMeans({ form, onChange }: Props): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <Section title={t('household.incomes')} note={t('household.yearNote')}>
        <Amounts
          words="incomeKind"
          kinds={INCOMES}
          of={form.incomes}
          onAmounts={(incomes) => onChange({ incomes })}
        />
      </Section>
      <Section title={t('household.rigid')} note={t('household.rigidNote')}>
        <Amounts
          words="rigidKind"
          kinds={RIGID}
          of={form.rigid}
          onAmounts={(rigid) => onChange({ rigid })}
        />
      </Section>
      <Causes form={form} onChange={onChange} />
    </>
  );
}

interface AmountsProps {
  words: string;
  kinds: readonly string[];
  of: Readonly<Record<string, string>>;
  onAmounts: (amounts: Readonly<Record<string, string>>) => void;
}

function Amounts({ words, kinds, of, onAmounts }: AmountsProps): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  return (
    <div className="line-form">
      {kinds.map((kind) => (
        <TextField
          key={kind}
          label={label(words, kind)}
          inputMode="decimal"
          pattern={amountPattern}
          title={t('receipts.amountForm')}
          value={of[kind] ?? ''}
          onValue={(yuan) => onAmounts({ ...of, [kind]: yuan })}
        />
      ))}
    </div>
  );
}

function Causes({ form, onChange }: Props): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const causes = CAUSES.map((one) => [one, label('hardshipCause', one)] as const);
  const amount = { inputMode: 'decimal', pattern: amountPattern } as const;
  return (
    <Section title={t('household.causes')}>
      <div className="line-form">
        <ChoiceField
          label={t('household.mainCause')}
          value={form.mainCause}
          choices={causes}
          onValue={(mainCause) => onChange({ mainCause })}
        />
        <ChoiceField
          label={t('household.secondCause')}
          value={form.secondCause}
          choices={[['', t('household.noCause')], ...causes]}
          onValue={(secondCause) => onChange({ secondCause })}
        />
        <TextField
          label={t('household.illness')}
          maxLength={200}
          value={form.illness}
          onValue={(illness) => onChange({ illness })}
        />
        <TextField
          label={t('household.lossYuan')}
          {...amount}
          title={t('receipts.amountForm')}
          value={form.loss}
          onValue={(loss) => onChange({ loss })}
        />
        <TextField
          label={t('household.compensated')}
          {...amount}
          title={t('receipts.amountForm')}
          value={form.compensated}
          onValue={(compensated) => onChange({ compensated })}
        />
      </div>
    </Section>
  );
}
