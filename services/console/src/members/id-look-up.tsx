import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../client.ts';
import { Empty, Section } from '../ui/page.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { MemberTable } from './member-table.tsx';

interface Props {
  onOpen: (id: string) => void;
}

/**
 * Finds a person by the whole number of a document. The number is in no URL of the browser, no
 * cache and no storage: a mutation keeps no key, and the field is emptied as soon as it is sent.
 */
export function IdLookUp({ onOpen }: Props): ReactElement {
  const { t } = useTranslation();
  const [idNumber, setIdNumber] = useState('');
  const lookUp = useMutation({
    mutationFn: async (number: string) => (await answer(client.POST('/members/search', { body: { text: number } }))).items,
    gcTime: 0,
  });
  return (
    <Section title={t('members.lookUp')} note={t('members.lookUpNote')}>
      <form
        className="look-up"
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          lookUp.mutate(idNumber.trim().toUpperCase(), { onSettled: () => setIdNumber('') });
        }}
      >
        <label htmlFor="id-number">{t('members.idNumber')}</label>
        <span className="joined">
          <input
            id="id-number"
            className="input"
            value={idNumber}
            required
            minLength={6}
            maxLength={32}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => setIdNumber(event.target.value)}
          />
          <button type="submit" className="button button-main" disabled={lookUp.isPending}>
            {t('members.find')}
          </button>
        </span>
      </form>
      {lookUp.error && <ProblemPanel problem={lookUp.error} />}
      {lookUp.data?.length === 0 && (
        <Empty title={t('members.notFound')}>{t('members.notFoundNext')}</Empty>
      )}
      {lookUp.data && lookUp.data.length > 0 && (
        <MemberTable label={t('members.lookUp')} members={lookUp.data} onOpen={onOpen} />
      )}
    </Section>
  );
}
