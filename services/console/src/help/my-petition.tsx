import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { keyed } from '../acts/act.ts';
import { answer, client } from '../client.ts';
import type { Petition } from '../shapes.ts';
import type { Tone } from '../ui/chips.tsx';
import { useLabels } from '../ui/labels.ts';
import { AskButton } from './ask-button.tsx';
import { Followed } from './followed.tsx';

const tones: Readonly<Record<string, Tone>> = {
  ANSWERED: 'good',
  CALLBACK: 'good',
  CLOSED: 'good',
  ARCHIVED: 'good',
  MERGED: 'plain',
  CANCELLED: 'plain',
  TRANSFERRED_OUT: 'plain',
};

export function MyPetition({ petition }: { petition: Petition }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const { title, state, receivedAt, dueOn, closedOn, reply } = petition;
  return (
    <Followed
      title={title}
      state={label('myHelp.petitionState', state)}
      tone={tones[state] ?? 'warn'}
      next={t(`myHelp.petitionNext.${state as 'RECEIVED'}`)}
      facts={[
        t('myHelp.received', { date: receivedAt.slice(0, 10) }),
        dueOn !== '' && closedOn === '' ? t('myHelp.due', { date: dueOn }) : '',
      ]}
    >
      {reply !== '' && <p>{t('myHelp.answerIs', { answer: reply })}</p>}
    </Followed>
  );
}

export function OpenPetition(): ReactElement {
  const { t } = useTranslation();
  return (
    <AskButton
      does={t('myHelp.begin.petition')}
      note={t('myHelp.begin.petitionNote')}
      follows={t('myHelp.petition.openFollows')}
      fields={[
        { name: 'title', label: t('myHelp.field.petitionTitle'), as: 'text', maxLength: 100 },
        {
          name: 'content',
          label: t('myHelp.field.petitionContent'),
          as: 'long',
          maxLength: 4_000,
        },
      ]}
      send={({ title = '', content = '' }, key) => {
        const body = { title: title.trim(), content: content.trim() };
        return answer(client.POST('/petitions', { headers: keyed(key), body }));
      }}
    />
  );
}
