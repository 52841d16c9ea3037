import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../client.ts';
import type { components } from '../gen/api.d.ts';
import { Facts } from '../ui/facts.tsx';
import { useLabels } from '../ui/labels.ts';
import { ProblemPanel } from '../ui/problem-panel.tsx';

export type Person = components['schemas']['membership.v1.IdentifiedMember'];

/**
 * Whose record it is, by a number that the person shows. What was typed goes into one request and stays nowhere: the
 * field is emptied, as in the register.
 */
export function MemberChoice(props: {
  chosen: Person | undefined;
  onChoose: (person: Person | undefined) => void;
}): ReactElement {
  const { chosen, onChoose } = props;
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const identify = useMutation({
    mutationFn: (text: string) =>
      answer(client.POST('/members/identification', { body: { text } })),
    onSuccess: onChoose,
    gcTime: 0,
  });
  const ask = (): void => {
    const text = typed.trim();
    if (text === '') return;
    onChoose(undefined);
    setTyped('');
    identify.mutate(text);
  };
  // It stands in a dialog whose own button grants: Enter in the field only looks.
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    ask();
  };
  return (
    <div className="field">
      <label htmlFor="grant-member">{t('duties.member')}</label>
      <span className="joined">
        <input
          id="grant-member"
          className="input"
          value={typed}
          maxLength={80}
          autoComplete="off"
          spellCheck={false}
          aria-describedby="grant-member-note"
          onKeyDown={onKeyDown}
          onChange={({ target }) => setTyped(target.value)}
        />
        <button type="button" className="button" disabled={identify.isPending} onClick={ask}>
          {t('action.search')}
        </button>
      </span>
      <p id="grant-member-note" className="note">
        {t('duties.memberHint')}
      </p>
      <div role="status">{chosen && <Found person={chosen} />}</div>
      {identify.isError && <ProblemPanel problem={identify.error} />}
    </div>
  );
}

function Found({ person }: { person: Person }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  return (
    <Facts
      of={[
        [t('duties.memberFound'), person.nameMasked],
        [t('duties.memberUnion'), person.unionName],
        [t('duties.memberNo'), person.memberNo],
        [t('duties.memberState'), label('memberState', person.state)],
      ]}
    />
  );
}
