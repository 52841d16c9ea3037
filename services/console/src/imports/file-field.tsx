import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldFault } from '../ui/field-fault.tsx';
import { fileFaultOf, megabytes } from './file-fault.ts';

interface Props {
  id: string;
  label: string;
  /** Undefined: none, or one that will not do. */
  onChoose: (file: File | undefined) => void;
}

export function FileField({ id, label, onChoose }: Props): ReactElement {
  const { t, i18n } = useTranslation();
  const [file, setFile] = useState<File>();
  const fault = file && fileFaultOf(file);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input"
        type="file"
        accept=".xlsx,.csv"
        aria-describedby={`${id}-note`}
        aria-invalid={fault !== undefined}
        onChange={({ target }) => {
          const chosen = target.files?.[0];
          setFile(chosen);
          onChoose(chosen && fileFaultOf(chosen) === undefined ? chosen : undefined);
        }}
      />
      <p id={`${id}-note`} className="note">
        {t('imports.fileNote')}
        {file && ` · ${megabytes(file.size, i18n.language)}`}
      </p>
      {fault && <FieldFault>{t(`imports.fileFault.${fault}`)}</FieldFault>}
    </div>
  );
}
