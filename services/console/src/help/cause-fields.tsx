import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceField } from '../ui/choice-field.tsx';
import { amountPattern, TextField } from '../ui/text-field.tsx';
import type { FormPart } from './form-part.ts';
import { CAUSES, hasIllness, hasLoss } from './household.ts';

/** An illness and a loss are asked for only where they are the cause. */
export function CauseFields({ values, change }: FormPart): ReactElement {
  const { t } = useTranslation();
  const causes = CAUSES.map((one) => [one, t(`myHelp.cause.${one}`)] as const);
  const amount = {
    required: true,
    inputMode: 'decimal',
    pattern: amountPattern,
    title: t('receipts.amountForm'),
  } as const;
  return (
    <div className="help-fields">
      <ChoiceField
        label={t('myHelp.field.mainCause')}
        value={values.mainCause}
        choices={causes}
        onValue={(mainCause) => change({ mainCause })}
      />
      <ChoiceField
        label={t('myHelp.field.secondCause')}
        value={values.secondCause}
        choices={[['', t('myHelp.noSecond')], ...causes]}
        onValue={(secondCause) => change({ secondCause })}
      />
      {hasIllness(values) && (
        <TextField
          label={t('myHelp.field.illness')}
          note={t('myHelp.field.illnessNote')}
          required
          maxLength={200}
          value={values.illness}
          onValue={(illness) => change({ illness })}
        />
      )}
      {hasLoss(values) && (
        <>
          <TextField
            label={t('myHelp.field.loss')}
            {...amount}
            value={values.loss}
            onValue={(loss) => change({ loss })}
          />
          <TextField
            label={t('myHelp.field.compensated')}
            {...amount}
            value={values.compensated}
            onValue={(compensated) => change({ compensated })}
          />
        </>
      )}
    </div>
  );
}
