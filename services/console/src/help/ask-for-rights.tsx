import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { keyed } from '../acts/act.ts';
import { answer, client } from '../client.ts';
import { today } from '../dates.ts';
import { queries } from '../queries.ts';
import type { FormField } from '../ui/form-dialog.tsx';
import { AskButton } from './ask-button.tsx';

const DISPUTES = [
  'WAGE_ARREARS',
  'CONTRACT',
  'INJURY',
  'SOCIAL_INSURANCE',
  'COMPENSATION',
  'OTHER',
] as const;
const AIDS = ['CONSULTATION', 'DRAFTING', 'MEDIATION', 'ARBITRATION', 'LITIGATION'] as const;

function useAbout(): FormField[] {
  const { t } = useTranslation();
  return [
    {
      name: 'disputeKind',
      label: t('myHelp.field.disputeKind'),
      as: 'choice',
      choices: DISPUTES.map((one) => [one, t(`myHelp.disputeKind.${one}`)]),
    },
    { name: 'employerName', label: t('myHelp.field.employer'), as: 'text', maxLength: 100 },
    { name: 'content', label: t('myHelp.field.rightsContent'), as: 'long', maxLength: 4_000 },
  ];
}

/** For himself: one worker, whom the node knows. */
export function AskForMediation(): ReactElement {
  const { t } = useTranslation();
  const about = useAbout();
  return (
    <AskButton
      does={t('myHelp.begin.mediation')}
      note={t('myHelp.begin.mediationNote')}
      follows={t('myHelp.rights.mediationFollows')}
      fields={[
        ...about,
        { name: 'knownOn', label: t('myHelp.field.knownOn'), as: 'past' },
        {
          name: 'relationEndedOn',
          label: t('myHelp.field.relationEndedOn'),
          as: 'past',
          optional: true,
        },
      ]}
      send={(of, key) => {
        const body = { ...of, source: 'APPLICATION', workers: 1, appliedOn: today() };
        return answer(client.POST('/mediations', { headers: keyed(key), body }));
      }}
    />
  );
}

/** Where he works is where his union is; the desk corrects what is otherwise. */
export function AskForLegalAid(): ReactElement {
  const { t } = useTranslation();
  const about = useAbout();
  const workRegion = useQuery(queries.node()).data?.region ?? '';
  const aids = AIDS.map((one) => [one, t(`myHelp.aidKind.${one}`)] as const);
  return (
    <AskButton
      does={t('myHelp.begin.legalAid')}
      note={t('myHelp.begin.legalAidNote')}
      follows={t('myHelp.rights.legalAidFollows')}
      fields={[
        { name: 'aidKind', label: t('myHelp.field.aidKind'), as: 'choice', choices: aids },
        ...about,
      ]}
      send={(of, key) => {
        const body = { ...of, workRegion, workers: 1, appliedOn: today() };
        return answer(client.POST('/legal-aid', { headers: keyed(key), body }));
      }}
    />
  );
}
