import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../client.ts';
import { duties } from '../screen.ts';
import { Confirm } from '../ui/confirm.tsx';
import { UnionSelect } from '../ui/union-select.tsx';
import type { Account } from './account-table.tsx';
import { MemberChoice } from './member-choice.tsx';
import type { Person } from './member-choice.tsx';

interface Props {
  account: Account | undefined;
  onClose: () => void;
}

const nothing = { duty: '', scopeUnionId: '' };

export function GrantPanel({ account, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const [asked, setAsked] = useState(nothing);
  const [person, setPerson] = useState<Person>();
  const ofMember = asked.duty === 'member';
  // A member acts in the own union; anybody else over the one that is chosen.
  const overUnionId = ofMember ? (person?.unionId ?? '') : asked.scopeUnionId;
  const grant = useMutation({
    mutationFn: () => {
      const memberId = ofMember ? (person?.memberId ?? '') : '';
      const accountId = account?.accountId ?? '';
      const body = { duty: asked.duty, scopeUnionId: overUnionId, memberId, accountId };
      return answer(client.POST('/duties', { body }));
    },
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: ['accounts'] });
      close();
    },
  });
  const close = (): void => {
    setAsked(nothing);
    setPerson(undefined);
    grant.reset();
    onClose();
  };
  const missing = asked.duty === '' || overUnionId === '';
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
          onChange={({ target }) => setAsked({ ...asked, duty: target.value })}
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
      {ofMember ? (
        <MemberChoice chosen={person} onChoose={setPerson} />
      ) : (
        <div className="field">
          <label htmlFor="grant-scope">{t('duties.scope')}</label>
          <UnionSelect
            id="grant-scope"
            value={asked.scopeUnionId}
            placeholder={t('duties.choose')}
            onChange={(scopeUnionId) => setAsked({ ...asked, scopeUnionId })}
          />
        </div>
      )}
    </Confirm>
  );
}
