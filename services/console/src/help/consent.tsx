import { useId } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormPart } from './form-part.ts';
import { hasChild } from './household.ts';

/** Asked for by itself, apart for what is sensitive, and never ticked beforehand (PIPL art. 28, 29, 31). */
export function Consent({ values, change }: FormPart): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <p className="consequence">{t('myHelp.hardship.notice')}</p>
      <Tick
        label={t('myHelp.hardship.consentMoney')}
        ticked={values.consentMoney}
        onTick={(consentMoney) => change({ consentMoney })}
      />
      <Tick
        label={t('myHelp.hardship.consentHealth')}
        ticked={values.consentHealth}
        onTick={(consentHealth) => change({ consentHealth })}
      />
      {hasChild(values) && (
        <Tick
          label={t('myHelp.hardship.consentChild')}
          ticked={values.consentChild}
          onTick={(consentChild) => change({ consentChild })}
        />
      )}
      <p className="note">{t('myHelp.hardship.without')}</p>
    </>
  );
}

interface TickProps {
  label: string;
  ticked: boolean;
  onTick: (ticked: boolean) => void;
}

function Tick({ label, ticked, onTick }: TickProps): ReactElement {
  const id = useId();
  return (
    <div className="help-tick">
      <input
        id={id}
        type="checkbox"
        required
        checked={ticked}
        onChange={({ target }) => onTick(target.checked)}
      />
      <label htmlFor={id}>{label}</label>
    </div>
  );
}
