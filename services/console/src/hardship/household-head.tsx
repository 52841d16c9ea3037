import { useId } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '../dates.ts';
import { ChoiceField } from '../ui/choice-field.tsx';
import { useLabels } from '../ui/labels.ts';
import { Section } from '../ui/page.tsx';
import { TextField } from '../ui/text-field.tsx';
import { UnionSelect } from '../ui/union-select.tsx';
import type { HouseholdForm } from './household-form.ts';

interface Props {
  form: HouseholdForm;
  onChange: (part: Partial<HouseholdForm>) => void;
}

/** In which union he works, since when, and that he agreed to what is kept. */
export function HouseholdHead({ form, onChange }: Props): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const id = useId();
  return (
    <Section title={t('household.worker')}>
      <div className="line-form">
        <div className="field">
          <label htmlFor={id}>{t('record.union')}</label>
          <UnionSelect
            id={id}
            value={form.unionId}
            placeholder={t('imports.unionHint')}
            onChange={(unionId) => onChange({ unionId })}
          />
        </div>
        <ChoiceField
          label={t('household.workerKind')}
          value={form.workerKind}
          choices={(['LOCAL', 'MIGRANT'] as const).map((one) => [one, label('workerKind', one)])}
          onValue={(workerKind) => onChange({ workerKind })}
        />
        <TextField
          label={t('household.labourSince')}
          note={t('household.labourNote')}
          type="date"
          max={today()}
          required={form.workerKind === 'MIGRANT'}
          value={form.labourSince}
          onValue={(labourSince) => onChange({ labourSince })}
        />
        <TextField
          label={t('household.consentedOn')}
          note={t('household.consentNote')}
          type="date"
          max={today()}
          required
          value={form.consentedOn}
          onValue={(consentedOn) => onChange({ consentedOn })}
        />
      </div>
    </Section>
  );
}
