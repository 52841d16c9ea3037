import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Chip } from '../ui/chips.tsx';
import type { Tone } from '../ui/chips.tsx';
import { FieldFault } from '../ui/field-fault.tsx';
import { exportFields } from './export-fields.ts';
import type { ExportField, ExportFieldCode } from './export-fields.ts';

interface Props {
  chosen: readonly ExportFieldCode[];
  fault: boolean;
  onToggle: (code: ExportFieldCode) => void;
}

const tones: Record<ExportField['fieldClass'], Tone> = {
  internal: 'plain',
  personal: 'warn',
  sensitive: 'bad',
};

/** Each with its class, since what one ticks decides who else is asked. */
export function FieldChoices({ chosen, fault, onToggle }: Props): ReactElement {
  const { t } = useTranslation();
  return (
    <fieldset className="export-fields">
      <legend>{t('exports.fields')}</legend>
      <p className="note">{t('exports.fieldsNote')}</p>
      <ul>
        {exportFields.map((field) => (
          <li key={field.code}>
            <label>
              <input
                type="checkbox"
                checked={chosen.includes(field.code)}
                onChange={() => onToggle(field.code)}
              />
              <span>{t(`exportField.${field.code}`)}</span>
            </label>
            <Chip tone={tones[field.fieldClass]}>{t(`exports.class.${field.fieldClass}`)}</Chip>
            {'whole' in field && <Chip tone="strong">{t('exports.secondPerson')}</Chip>}
          </li>
        ))}
      </ul>
      {fault && <FieldFault>{t('exports.fieldsMissing')}</FieldFault>}
    </fieldset>
  );
}
