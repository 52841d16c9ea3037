import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../client.ts';
import { Confirm } from '../ui/confirm.tsx';
import { useLabels } from '../ui/labels.ts';
import type { Duty } from './account-table.tsx';

interface Props {
  duty: (Duty & { holder: string }) | undefined;
  onClose: () => void;
}

export function RevokePanel({ duty, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const cache = useQueryClient();
  const [reason, setReason] = useState('');
  const revoke = useMutation({
    mutationFn: () => {
      const params = { path: { dutyId: duty?.dutyId ?? '' } };
      const body = { reason: reason.trim(), expectedVersion: duty?.version ?? 0 };
      return answer(client.POST('/duties/{dutyId}/revocation', { params, body }));
    },
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: ['accounts'] });
      close();
    },
  });
  const close = (): void => {
    setReason('');
    revoke.reset();
    onClose();
  };
  return (
    <Confirm
      open={duty !== undefined}
      title={t('duties.revokeOf', { name: duty?.holder })}
      confirm={t('duties.revoke')}
      pending={reason.trim() === '' || revoke.isPending}
      problem={revoke.error}
      onConfirm={() => revoke.mutate()}
      onCancel={close}
    >
      <p>
        <strong>{label('duty', duty?.duty ?? '')}</strong>{' '}
        <span lang="zh-CN">{duty?.scopeUnionName}</span>
      </p>
      <div className="field">
        <label htmlFor="revoke-reason">{t('duties.reason')}</label>
        <textarea
          id="revoke-reason"
          className="input"
          rows={2}
          maxLength={200}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
        <p className="note">{t('duties.reasonNote')}</p>
      </div>
    </Confirm>
  );
}
