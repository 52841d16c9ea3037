import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { answer, client } from '../client.ts';
import type { HonourRound } from '../shapes.ts';
import { FormDialog, type FormField, type FormValues } from '../ui/form-dialog.tsx';
import { useLabels } from '../ui/labels.ts';
import { useUrl } from '../url.ts';
import { HONOURS, honourQueries } from './honour-queries.ts';
import { useDesk, useHonourName } from './use-honours.ts';

const TRAITS = [
  'INDUSTRIAL_WORKER',
  'FRONTLINE_WORKER',
  'SCIENCE_EDUCATION',
  'MIGRANT_WORKER',
  'NON_PUBLIC_FIRM',
  'KEY_INDUSTRY',
  'NEW_FORM_WORKER',
  'MINORITY',
  'WOMAN',
  'UNIT_LEADER',
  'ENTERPRISE_WORKER',
] as const;

interface Props {
  round: HonourRound;
  onClose: () => void;
}

/** Whom a union would see honoured. Asked for is what the honour's holder has: a person a number, a team a name. */
export function NominateDialog({ round, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const fields = useFields(round);
  return (
    <FormDialog
      title={t('nominations.nominate.do')}
      follows={t('nominations.nominate.follows')}
      does={t('nominations.nominate.save')}
      fields={fields}
      send={async (said, key) => {
        const { nominationId } = await nominate(round, said, key);
        await navigate(`/nominations/${nominationId}`);
      }}
      stale={[HONOURS]}
      onClose={onClose}
    />
  );
}

function useFields(round: HonourRound): FormField[] {
  const { t } = useTranslation();
  const label = useLabels();
  const nameOf = useHonourName();
  const [read] = useUrl();
  const { scopeUnionId, whole } = useDesk();
  const table = useQuery(honourQueries.table(round.openedOn)).data?.items ?? [];
  const open = round.categories.filter(({ slateSubmittedOn }) => slateSubmittedOn === '');
  const isOf = (...holders: string[]) => {
    const codes = table
      .filter(({ holder, level }) => level === round.level && holders.includes(holder))
      .map(({ honourCode }) => honourCode);
    return ({ honourCode = '' }: FormValues) => codes.includes(honourCode);
  };
  return [
    {
      name: 'honourCode',
      label: t('honours.honour'),
      as: 'choice',
      first: read('honour'),
      choices: open.map((one) => [one.honourCode, nameOf({ ...one, level: round.level })]),
    },
    {
      name: 'unionId',
      label: t('nominations.union'),
      as: 'union',
      first: whole ? '' : scopeUnionId,
    },
    { name: 'personName', label: t('nominations.name'), as: 'text', when: isOf('PERSON') },
    {
      name: 'idNumber',
      label: t('nominations.idNumber'),
      note: t('nominations.idNote'),
      as: 'text',
      maxLength: 18,
      when: isOf('PERSON'),
    },
    {
      name: 'holderName',
      label: t('nominations.holderName'),
      as: 'text',
      maxLength: 100,
      when: isOf('TEAM', 'RESULT'),
    },
    {
      name: 'traits',
      label: t('nominations.traits'),
      note: t('nominations.traitsNote'),
      as: 'several',
      optional: true,
      choices: TRAITS.map((trait) => [trait, label('trait', trait)]),
    },
    {
      name: 'singleListed',
      label: t('nominations.kind'),
      as: 'choice',
      choices: (['no', 'yes'] as const).map((one) => [one, t(`nominations.singleListed.${one}`)]),
    },
    { name: 'deeds', label: t('nominations.deeds'), as: 'long', maxLength: 2_000 },
  ];
}

function nominate({ roundId }: HonourRound, said: FormValues, key: string) {
  const { honourCode = '', unionId = '', personName = '', idNumber = '' } = said;
  const { holderName = '', traits = '', singleListed, deeds = '' } = said;
  const of = { roundId, honourCode, unionId };
  const who = { personName: personName.trim(), idNumber: idNumber.trim(), holderName };
  const counted = {
    traits: traits.split(',').filter(Boolean),
    singleListed: singleListed === 'yes',
  };
  const body = { ...of, ...who, ...counted, deeds };
  return answer(client.POST('/nominations', { headers: { 'Idempotency-Key': key }, body }));
}
