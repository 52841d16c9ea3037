import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '../dates.ts';
import { ChoiceField } from '../ui/choice-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { FormPart } from './form-part.ts';
import { HEALTH, OCCUPATIONS } from './household.ts';

export function WorkerFields({ values, change }: FormPart): ReactElement {
  const { t } = useTranslation();
  const { workerKind, labourSince, health, occupation } = values;
  return (
    <div className="help-fields">
      <ChoiceField
        label={t('myHelp.field.workerKind')}
        value={workerKind}
        choices={(['LOCAL', 'MIGRANT'] as const).map((one) => [one, t(`myHelp.workerKind.${one}`)])}
        onValue={(value) => change({ workerKind: value })}
      />
      {workerKind === 'MIGRANT' && (
        <TextField
          label={t('myHelp.field.labourSince')}
          type="date"
          max={today()}
          required
          value={labourSince}
          onValue={(value) => change({ labourSince: value })}
        />
      )}
      <ChoiceField
        label={t('myHelp.field.health')}
        value={health}
        choices={HEALTH.map((one) => [one, t(`myHelp.health.${one}`)])}
        onValue={(value) => change({ health: value })}
      />
      <ChoiceField
        label={t('myHelp.field.occupation')}
        value={occupation}
        choices={OCCUPATIONS.map((one) => [one, t(`myHelp.occupation.${one}`)])}
        onValue={(value) => change({ occupation: value })}
      />
    </div>
  );
}
