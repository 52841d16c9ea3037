// What may be done with a plan as it stands; whoever runs it leads it on, a union under it reports claims.
import { keyed } from '../acts/act.ts';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { answer, client } from '../client.ts';
import { queries } from '../queries.ts';
import { fenOf } from '../settlements/fen.ts';
import type { AidPlan } from '../shapes.ts';
import type { FormValues } from '../ui/form-dialog.tsx';
import type { AidAct } from './aid-acts.tsx';
import { useAidFields } from './aid-fields.ts';
import { TERMS_FIELDS } from './draft-plan.tsx';
import { termsOf } from './read-terms.ts';

/** One step leads on from each state; START and CLOSE wait for their day, SETTLE for the last claim. */
const STEPS = {
  DRAFT: ['publish', 'PUBLISH'],
  PUBLISHED: ['open', 'OPEN'],
  ENROLLING: ['start', 'START'],
  EFFECTIVE: ['close', 'CLOSE'],
  CLOSED: ['settle', 'SETTLE'],
} as const;

interface Reader {
  desk: boolean;
  holds: boolean;
}

export function usePlanActs(plan: AidPlan, { desk, holds }: Reader): AidAct[] {
  const terms = useSetTerms(plan);
  const report = useReport(plan);
  const next = Object.entries(STEPS).find(([state]) => state === plan.state)?.[1];
  return [
    ...(holds && next ? [stepOf(plan, next)] : []),
    ...(desk && ['EFFECTIVE', 'CLOSED'].includes(plan.state) ? [report] : []),
    ...(holds && !['CLOSED', 'SETTLED'].includes(plan.state) ? [terms] : []),
  ];
}

function stepOf(plan: AidPlan, [name, step]: (typeof STEPS)[keyof typeof STEPS]): AidAct {
  return {
    name,
    leads: true,
    send(_, key) {
      const about = { params: { path: { planId: plan.planId } }, headers: keyed(key) };
      const body = { expectedVersion: plan.version, step };
      return answer(client.POST('/mutual-aid-plans/{planId}/steps', { ...about, body }));
    },
  };
}

function useSetTerms(plan: AidPlan): AidAct {
  const fields = useAidFields();
  const { planId, planKind, version: expectedVersion } = plan;
  // The kind is the plan's: only what it needs is asked.
  const asked = fields(TERMS_FIELDS)
    .filter(({ when }) => when?.({ planKind }) ?? true)
    .map(({ when: _w, ...field }) => field);
  return {
    name: 'setTerms',
    fields: asked,
    send(said, key) {
      const about = { params: { path: { planId } }, headers: keyed(key) };
      const body = { expectedVersion, terms: termsOf(planKind, said) };
      return answer(client.POST('/mutual-aid-plans/{planId}/terms', { ...about, body }));
    },
  };
}

function useReport(plan: AidPlan): AidAct {
  const fields = useAidFields();
  const navigate = useNavigate();
  const scope = useQuery(queries.session()).data?.duty?.scopeUnionId ?? '';
  const listed = plan.planKind === 'LUMP_SUM';
  const choices = (plan.terms.at(-1)?.lumpSums ?? []).map(
    ({ diseaseCode }) => [diseaseCode, diseaseCode] as const,
  );
  return {
    name: 'report',
    fields: fields(
      [
        'unionId',
        'personName',
        'idNumber',
        'diagnosis',
        'hospital',
        'hospitalLevel',
        ...(listed ? (['diseaseCode'] as const) : []),
        'admittedOn',
        'dischargedOn',
        'days',
        'selfPay',
      ],
      { unionId: { first: scope }, diseaseCode: { choices } },
    ),
    async send(said, key) {
      const body = { planId: plan.planId, ...claimOf(said) };
      const made = await answer(client.POST('/mutual-aid-claims', { headers: keyed(key), body }));
      await navigate(`/mutual-aid-claims/${made.claimId}`);
    },
  };
}

function claimOf(said: FormValues) {
  const of = (name: string) => (said[name] ?? '').trim();
  return {
    unionId: of('unionId'),
    personName: of('personName'),
    idNumber: of('idNumber').toUpperCase(),
    health: {
      diagnosis: of('diagnosis'),
      hospital: of('hospital'),
      hospitalLevel: Number(of('hospitalLevel')),
      diseaseCode: of('diseaseCode'),
      admittedOn: of('admittedOn'),
      dischargedOn: of('dischargedOn'),
      days: Number(of('days')),
      selfPayFen: fenOf(of('selfPay')),
    },
  };
}
