import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../client.ts';
import { exact } from '../numbers.ts';
import { Confirm } from '../ui/confirm.tsx';
import { useLabels } from '../ui/labels.ts';
import type { Export } from './export-fields.ts';

/** The second person sees once more what leaves, and why. */
export function ApproveButton({ one }: { one: Export }): ReactElement {
  const { t, i18n } = useTranslation();
  const label = useLabels();
  const [asks, setAsks] = useState(false);
  const cache = useQueryClient();
  const approve = useMutation({
    mutationFn: () => {
      const params = { path: { exportId: one.exportId } };
      const body = { expectedVersion: one.version };
      return answer(client.POST('/exports/{exportId}/approval', { params, body }));
    },
    onSettled: () => cache.invalidateQueries({ queryKey: ['exports'] }),
  });
  const fields = one.fields.map((field) => label('exportField', field)).join(' · ');
  return (
    <>
      <button type="button" className="button button-main" onClick={() => setAsks(true)}>
        {t('exports.approve')}
      </button>
      <Confirm
        open={asks}
        title={t('exports.approveTitle', { rows: exact(one.rows, i18n.language) })}
        confirm={t('exports.approve')}
        pending={approve.isPending}
        problem={approve.error}
        onCancel={() => setAsks(false)}
        onConfirm={() => approve.mutate(undefined, { onSuccess: () => setAsks(false) })}
      >
        <ul className="problems">
          <li>{t('exports.approveFields', { fields })}</li>
          <li>{t('exports.approveReason', { reason: one.reason })}</li>
          <li>{t('exports.approveNote')}</li>
        </ul>
      </Confirm>
    </>
  );
}
