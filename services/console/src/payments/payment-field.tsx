import { useId, useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '../dates.ts';
import { sha256Of } from '../imports/upload.ts';
import { base64Of } from '../ui/base64-of.ts';
import { FieldFault } from '../ui/field-fault.tsx';
import type { FieldName, Values } from './payment-actions.ts';

/** What one answer of a bank may weigh. */
const fileBytesMax = 2 * 1024 * 1024;

interface Props {
  name: FieldName;
  value: string;
  required: boolean;
  onChange: (change: Values) => void;
}

export function PaymentField({ name, value, required, onChange }: Props): ReactElement {
  const { t } = useTranslation();
  const id = useId();
  const [tooLarge, setTooLarge] = useState(false);
  const isFile = name === 'result' || name === 'decision';
  const take = async (file: File | undefined): Promise<void> => {
    const large = file !== undefined && file.size > fileBytesMax;
    setTooLarge(large);
    if (file === undefined || large) onChange({ [name]: '' });
    else if (name === 'result') onChange({ [name]: await base64Of(file), fileName: file.name });
    // The minutes stay here; that they are these, their hash will say.
    else onChange({ [name]: await sha256Of(file) });
  };
  const own = { id, className: 'input', required, 'aria-describedby': `${id}-note` };
  return (
    <div className="field">
      <label htmlFor={id}>{t(`payments.field.${name}`)}</label>
      {isFile ? (
        <input
          {...own}
          type="file"
          {...(name === 'result' ? { accept: '.csv,.xlsx' } : {})}
          onChange={({ target }) => void take(target.files?.[0])}
        />
      ) : (
        <input
          {...own}
          value={value}
          {...(name === 'decisionOn' ? { type: 'date', max: today() } : { maxLength: 200 })}
          onChange={({ target }) => onChange({ [name]: target.value })}
        />
      )}
      <p id={`${id}-note`} className="note">
        {t(`payments.fieldNote.${name}`)}
        {name === 'decision' && value !== '' && <code className="seal"> SHA-256 {value}</code>}
      </p>
      {tooLarge && <FieldFault>{t('payments.fileTooLarge')}</FieldFault>}
    </div>
  );
}
