import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icons.tsx';
import { saveFile } from '../ui/save-file.ts';
import { reportOf } from './node-health.ts';
import type { Known } from './node-health.ts';

/** Made here, of what is on screen: nothing is sent anywhere. */
export function ReportButton({ known }: { known: Known }): ReactElement {
  const { t } = useTranslation();
  const [saved, setSaved] = useState('');
  return (
    <div className="download">
      <button
        type="button"
        className="button"
        disabled={!known.links}
        onClick={() => {
          const at = new Date();
          const report = new Blob([reportOf(known, at)], { type: 'application/json' });
          const stamp = at.toISOString().slice(0, 16).replaceAll(/[-:]/g, '');
          setSaved(saveFile(report, `diagnostics-${known.node?.region ?? 'node'}-${stamp}.json`));
        }}
      >
        <Icon name="imports" />
        {t('links.report')}
      </button>
      <span className="note" role="status">
        {saved === '' ? t('links.reportNote') : t('download.saved', { name: saved })}
      </span>
    </div>
  );
}
