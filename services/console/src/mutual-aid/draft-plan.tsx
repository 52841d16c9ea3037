import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { keyed } from '../acts/act.ts';
import { itemsOf } from '../acts/fact-values.tsx';
import { RECORDS } from '../acts/record-pages.ts';
import { answer, client } from '../client.ts';
import { queries } from '../queries.ts';
import { fenOf } from '../settlements/fen.ts';
import { FormDialog, type FormValues } from '../ui/form-dialog.tsx';
import { useAidFields } from './aid-fields.ts';
import { aidQueries } from './aid-queries.ts';
import { termsOf } from './read-terms.ts';

/** What terms say, by the kind of their plan. */
export const TERMS_FIELDS = [
  'effectiveFrom',
  'orderedBy',
  'tiers',
  'resident',
  'residentThird',
  'minimum',
  'fromDay',
  'perDay',
  'lumpSums',
  'cap',
] as const;

/** A plan of a round with its first terms. */
export function DraftPlan({ onClose }: { onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const fields = useAidFields();
  const scope = useQuery(queries.session()).data?.duty?.scopeUnionId ?? '';
  const plans = itemsOf(useInfiniteQuery(aidQueries.plans({ unionId: '', state: '' })).data);
  const bases = plans.map(
    ({ planId, planName, round }) => [planId, `${planName} ${round}`] as const,
  );
  return (
    <FormDialog
      title={t('aidAct.draft.do')}
      follows={t('aidAct.draft.follows')}
      does={t('aidAct.draft.do')}
      fields={fields(
        [
          'unionId',
          'planName',
          'round',
          'planKind',
          'premium',
          'gifted',
          'womenOnly',
          'menUnder',
          'womenUnder',
          'basePlanId',
          'waitingDays',
          'enrolFrom',
          'enrolTo',
          'periodFrom',
          'periodTo',
          ...TERMS_FIELDS,
        ],
        { unionId: { first: scope }, basePlanId: { choices: [['', t('aid.none')], ...bases] } },
      )}
      send={async (said, key) => {
        const body = planOf(said);
        const made = await answer(client.POST('/mutual-aid-plans', { headers: keyed(key), body }));
        await navigate(`/mutual-aid/${made.planId}`);
      }}
      stale={[RECORDS]}
      onClose={onClose}
    />
  );
}

function planOf(said: FormValues) {
  const of = (name: string) => (said[name] ?? '').trim();
  const kind = of('planKind');
  return {
    unionId: of('unionId'),
    planName: of('planName'),
    round: of('round'),
    planKind: kind,
    premiumFen: fenOf(of('premium')),
    gifted: of('gifted') === 'yes',
    womenOnly: of('womenOnly') === 'yes',
    menUnder: Number(of('menUnder')),
    womenUnder: Number(of('womenUnder')),
    basePlanId: of('basePlanId'),
    waitingDays: Number(of('waitingDays')),
    enrolFrom: of('enrolFrom'),
    enrolTo: of('enrolTo'),
    periodFrom: of('periodFrom'),
    periodTo: of('periodTo'),
    terms: termsOf(kind, said),
  };
}
