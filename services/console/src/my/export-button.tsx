import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '../dates.ts';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { gatherMyData } from './my-queries.ts';

/** The file is made here, of what was asked for just now; the node keeps no copy of it. */
export function ExportButton(): ReactElement {
  const { t } = useTranslation();
  const take = useMutation({
    mutationFn: async () => {
      const text = JSON.stringify(await gatherMyData(), null, 2);
      hand(new Blob([text], { type: 'application/json' }), `${t('my.fileName')}-${today()}.json`);
    },
    gcTime: 0,
  });
  return (
    <>
      <button
        type="button"
        className="button"
        disabled={take.isPending}
        onClick={() => take.mutate()}
      >
        {t('my.export')}
      </button>
      <span className="hidden" role="status">
        {take.isSuccess && t('my.exported')}
      </span>
      {take.error && <ProblemPanel problem={take.error} />}
    </>
  );
}

function hand(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
