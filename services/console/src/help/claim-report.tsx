import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { keyed } from '../acts/act.ts';
import { answer, client } from '../client.ts';
import { fenOf } from '../settlements/fen.ts';
import type { FormField, FormValues } from '../ui/form-dialog.tsx';
import { AskButton } from './ask-button.tsx';
import { helpQueries } from './help-queries.ts';

/** Of a plan that he takes part in; where there is none, what to do instead. */
export function ClaimReport(): ReactElement {
  const { t } = useTranslation();
  const { data } = useQuery(helpQueries.mutualAid());
  const covers = data?.covers ?? [];
  const plans = covers.map(
    ({ planId, planName, round }) => [planId, `${planName} ${round}`] as const,
  );
  const fields = useFields([...new Map(plans)]);
  if (plans.length === 0)
    return (
      <p className="help-way">
        <strong>{t('myHelp.begin.claim')}</strong>
        <span className="quiet">
          {data ? t('myHelp.begin.noCover') : t('myHelp.begin.claimNote')}
        </span>
      </p>
    );
  return (
    <AskButton
      does={t('myHelp.begin.claim')}
      note={t('myHelp.begin.claimNote')}
      follows={t('myHelp.claim.reportFollows')}
      fields={fields}
      send={report}
    />
  );
}

function useFields(plans: FormField['choices']): FormField[] {
  const { t } = useTranslation();
  const levels = (['3', '2', '1'] as const).map((one) => [one, t(`myHelp.level.${one}`)] as const);
  return [
    { name: 'planId', label: t('myHelp.field.plan'), as: 'choice', choices: plans ?? [] },
    { name: 'diagnosis', label: t('myHelp.field.diagnosis'), as: 'text', maxLength: 200 },
    { name: 'hospital', label: t('myHelp.field.hospital'), as: 'text', maxLength: 100 },
    { name: 'level', label: t('myHelp.field.hospitalLevel'), as: 'choice', choices: levels },
    { name: 'admittedOn', label: t('myHelp.field.admittedOn'), as: 'past' },
    { name: 'dischargedOn', label: t('myHelp.field.dischargedOn'), as: 'past' },
    { name: 'days', label: t('myHelp.field.days'), as: 'count' },
    { name: 'selfPay', label: t('myHelp.field.selfPay'), as: 'amount' },
    {
      name: 'diseaseCode',
      label: t('myHelp.field.diseaseCode'),
      note: t('myHelp.field.diseaseCodeNote'),
      as: 'text',
      optional: true,
      maxLength: 40,
    },
  ];
}

function report(of: FormValues, key: string): Promise<unknown> {
  const said = (name: string) => (of[name] ?? '').trim();
  const health = {
    diagnosis: said('diagnosis'),
    hospital: said('hospital'),
    hospitalLevel: Number(said('level')),
    diseaseCode: said('diseaseCode').toUpperCase(),
    admittedOn: said('admittedOn'),
    dischargedOn: said('dischargedOn'),
    days: Number(said('days')),
    selfPayFen: fenOf(said('selfPay')),
  };
  const body = { planId: said('planId'), health };
  return answer(client.POST('/mutual-aid-claims', { headers: keyed(key), body }));
}
