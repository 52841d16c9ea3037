import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Confirm } from '../ui/confirm.tsx';
import type { Import } from './import-state.ts';
import { useImportStep } from './imports-queries.ts';
import { forgetUpload } from './upload.ts';

/** Nobody has joined yet, so giving up loses nothing but the file. */
export function CancelButton({ job }: { job: Import }): ReactElement {
  const { t } = useTranslation();
  const [asks, setAsks] = useState(false);
  const cancel = useImportStep('cancellation', job);
  return (
    <>
      <button type="button" className="button" onClick={() => setAsks(true)}>
        {t('imports.cancel')}
      </button>
      <Confirm
        open={asks}
        title={t('imports.cancelTitle')}
        confirm={t('imports.cancel')}
        pending={cancel.isPending}
        problem={cancel.error}
        onCancel={() => setAsks(false)}
        onConfirm={() => {
          forgetUpload(job.importId);
          cancel.mutate(undefined, { onSuccess: () => setAsks(false) });
        }}
      >
        <p>{t('imports.cancelText')}</p>
      </Confirm>
    </>
  );
}
