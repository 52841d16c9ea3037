import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useId, useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../client.ts';
import { duties } from '../screen.ts';
import type { AccountChoice } from '../shapes.ts';
import { ChoiceField } from './choice-field.tsx';
import { FoundSelect } from './found-select.tsx';
import { useLabels } from './labels.ts';

interface Props {
  field: { label: string; note?: string };
  value: string;
  onValue: (accountId: string) => void;
}

/** Who audits is entrusted with nothing else. */
const entrusted = duties.filter((duty) => duty !== 'auditor');

/** Whose account it is, found by name, number or duty: nobody types an id. */
export function AccountField({ field, value, onValue }: Props): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const id = useId();
  const [duty, setDuty] = useState('');
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<AccountChoice>();
  const search = useDeferredValue(typed.trim());
  // A member is found by his whole name alone, so that nobody reads off who has an account.
  const asks = search !== '' || !['', 'member'].includes(duty);
  const found = useQuery({
    queryKey: ['account-choices', search, duty],
    queryFn: async () =>
      (await answer(client.POST('/account-choices', { body: { search, duty } }))).items,
    enabled: asks,
    placeholderData: keepPreviousData,
  });
  const items = (asks ? (found.data ?? []) : []).filter(mayBeEntrusted);
  const shown = chosen && !items.some(isSame(chosen)) ? [chosen, ...items] : items;
  return (
    <>
      <ChoiceField
        label={t('accountChoice.duty')}
        value={duty}
        choices={[
          ['', t('accountChoice.anyDuty')],
          ...entrusted.map((one) => [one, t(`duty.${one}`)] as const),
        ]}
        onValue={setDuty}
      />
      <div className="field">
        <label htmlFor={id}>{field.label}</label>
        <FoundSelect
          id={id}
          value={value}
          placeholder={t('accountChoice.hint')}
          {...(field.note === undefined ? {} : { describedBy: `${id}-note` })}
          options={shown.map((one) => ({
            value: one.accountId,
            label: `${one.displayName} ${one.accountNo}`.trim(),
            part: one.duties.map((held) => heldAs(label('duty', held.duty), held)).join('; '),
          }))}
          loading={found.isFetching}
          nothing={t(asks ? 'accountChoice.none' : 'accountChoice.type')}
          onSearch={setTyped}
          onChange={(accountId) => {
            setChosen(shown.find((one) => one.accountId === accountId));
            onValue(accountId);
          }}
        />
        {field.note !== undefined && (
          <p id={`${id}-note`} className="note">
            {field.note}
          </p>
        )}
      </div>
    </>
  );
}

const isSame = (one: AccountChoice) => (other: AccountChoice) => other.accountId === one.accountId;

const mayBeEntrusted = ({ duties: held }: AccountChoice) =>
  held.some(({ duty }) => entrusted.some((one) => one === duty));

const heldAs = (duty: string, { scopeUnionName }: { scopeUnionName: string }) =>
  `${duty} · ${scopeUnionName}`;
