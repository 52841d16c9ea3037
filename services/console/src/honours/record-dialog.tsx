import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { answer, client } from '../client.ts';
import { today } from '../dates.ts';
import { FormDialog, type FormField, type FormValues } from '../ui/form-dialog.tsx';
import { HONOURS, honourQueries } from './honour-queries.ts';
import { useDesk, useHonourName } from './use-honours.ts';

interface Props {
  /** Whose roll is shown; empty for none. */
  unionId: string;
  onClose: () => void;
}

/** An honour that was given elsewhere, or before honours were kept here. */
export function RecordDialog({ unionId, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const fields = useFields(unionId);
  return (
    <FormDialog
      title={t('roll.record.do')}
      follows={t('roll.record.follows')}
      does={t('roll.record.do')}
      fields={fields}
      send={async (said, key) => {
        const { grantId } = await record(said, key);
        await navigate(`/certificates/${grantId}`);
      }}
      stale={[HONOURS]}
      onClose={onClose}
    />
  );
}

function useFields(unionId: string): FormField[] {
  const { t } = useTranslation();
  const nameOf = useHonourName();
  const { scopeUnionId, whole } = useDesk();
  const table = useQuery(honourQueries.table(today())).data?.items ?? [];
  const isOf =
    (...holders: string[]) =>
    ({ honour = '' }: FormValues) =>
      table.some((one) => codeOf(one) === honour && holders.includes(one.holder));
  return [
    {
      name: 'honour',
      label: t('honours.honour'),
      as: 'choice',
      first: 'CITY/MODEL_WORKER',
      choices: table.map((one) => [codeOf(one), nameOf(one)] as const),
    },
    {
      name: 'unionId',
      label: t('nominations.union'),
      as: 'union',
      first: unionId || (whole ? '' : scopeUnionId),
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
      name: 'frontline',
      label: t('roll.frontline'),
      as: 'choice',
      choices: (['no', 'yes'] as const).map((one) => [one, t(`roll.isFrontline.${one}`)]),
    },
    { name: 'grantedOn', label: t('certificates.grantedOn'), as: 'past' },
    { name: 'documentNo', label: t('certificates.document'), as: 'text', maxLength: 100 },
    {
      name: 'certificateNo',
      label: t('certificates.number'),
      as: 'text',
      maxLength: 100,
      optional: true,
    },
  ];
}

const codeOf = ({ honourCode, level }: { honourCode: string; level: string }) =>
  `${level}/${honourCode}`;

function record(said: FormValues, key: string) {
  const { unionId = '', personName = '', idNumber = '', holderName = '', honour = '' } = said;
  const { frontline, grantedOn = '', documentNo = '', certificateNo = '' } = said;
  const [level = '', honourCode = ''] = honour.split('/');
  const who = { unionId, personName: personName.trim(), idNumber: idNumber.trim(), holderName };
  const what = { honourCode, level, grantedOn, documentNo, certificateNo };
  const body = { ...what, ...who, frontline: frontline === 'yes' };
  return answer(client.POST('/honour-grants', { headers: { 'Idempotency-Key': key }, body }));
}
