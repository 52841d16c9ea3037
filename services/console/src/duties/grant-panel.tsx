import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../client.ts';
import { duties } from '../screens.ts';
import { Confirm } from '../ui/confirm.tsx';
import { UnionSelect } from '../ui/union-select.tsx';
import type { Account } from './account-table.tsx';

interface Props {
  account: Account | undefined;
  onClose: () => void;
}

const nothing = { duty: '', scopeUnionId: '', memberId: '' };

export function GrantPanel({ account, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const [asked, setAsked] = useState(nothing);
  const grant = useMutation({
    mutationFn: () => {
      const body = { ...asked, accountId: account?.accountId ?? '' };
      return answer(client.POST('/duties', { body }));
    },
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: ['accounts'] });
      close();
    },
  });
  const close = (): void => {
    setAsked(nothing);
    grant.reset();
    onClose();
  };
  const ofMember = asked.duty === 'member';
  const missing =
    asked.duty === '' || asked.scopeUnionId === '' || (ofMember && asked.memberId === '');
  return (
    <Confirm
      open={account !== undefined}
      title={t('duties.grantTo', { name: account?.displayName || account?.accountNo })}
      confirm={t('duties.grant')}
      pending={missing || grant.isPending}
      problem={grant.error}
      onConfirm={() => grant.mutate()}
      onCancel={close}
    >
      <div className="field">
        <label htmlFor="grant-duty">{t('duties.duty')}</label>
        <select
          id="grant-duty"
          className="input"
          value={asked.duty}
          onChange={({ target }) => setAsked({ ...asked, duty: target.value, memberId: '' })}
        >
          <option value="">{t('duties.choose')}</option>
          {duties.map((duty) => (
            <option key={duty} value={duty}>
              {t(`duty.${duty}`)}
            </option>
          ))}
        </select>
        {asked.duty !== '' && (
          <p className="note">{t(`choose.may.${asked.duty as (typeof duties)[number]}`)}</p>
        )}
      </div>
      <div className="field">
        <label htmlFor="grant-scope">{t('duties.scope')}</label>
        <UnionSelect
          id="grant-scope"
          value={asked.scopeUnionId}
          placeholder={t('duties.choose')}
          onChange={(scopeUnionId) => setAsked({ ...asked, scopeUnionId })}
        />
      </div>
      {ofMember && (
        <div className="field">
          <label htmlFor="grant-member">{t('duties.member')}</label>
          <input
            id="grant-member"
            className="input"
            value={asked.memberId}
            onChange={({ target }) => setAsked({ ...asked, memberId: target.value.trim() })}
          />
          <p className="note">{t('duties.memberHint')}</p>
        </div>
      )}
    </Confirm>
  );
}
