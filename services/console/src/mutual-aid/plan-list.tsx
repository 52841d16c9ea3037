import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { CodeFilter, oneOf, UnionFilter } from '../acts/record-filter.tsx';
import { queries } from '../queries.ts';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { Section } from '../ui/page.tsx';
import { RecordList } from '../ui/record-list.tsx';
import { useUrl } from '../url.ts';
import { aidQueries } from './aid-queries.ts';
import { AidState } from './aid-state.tsx';
import { DraftPlan } from './draft-plan.tsx';

export const PLAN_STATES = [
  'DRAFT',
  'PUBLISHED',
  'ENROLLING',
  'EFFECTIVE',
  'CLOSED',
  'SETTLED',
] as const;

/** Plans by round, the newest first. */
export function PlanList(): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const [read] = useUrl();
  const [drafts, setDrafts] = useState(false);
  const duty = useQuery(queries.session()).data?.duty?.duty ?? '';
  const of = { unionId: read('union'), state: oneOf(PLAN_STATES, read('state')) };
  const query = useInfiniteQuery(aidQueries.plans(of));
  return (
    <Section
      title={t('aid.view.plans')}
      note={t('aid.plansNote')}
      tools={
        ['clerk', 'chair'].includes(duty) && (
          <button type="button" className="button button-main" onClick={() => setDrafts(true)}>
            {t('aidAct.draft.do')}
          </button>
        )
      }
    >
      <div className="filter">
        <UnionFilter />
        <CodeFilter
          label={t('aid.planState')}
          name="state"
          words="aidPlanState"
          codes={PLAN_STATES}
        />
      </div>
      <RecordList
        label={t('aid.view.plans')}
        query={query}
        idOf={({ planId }) => planId}
        name={{
          label: t('aid.plan'),
          of: ({ planName }) => planName,
          part: ({ round }) => round,
        }}
        to={({ planId }) => `/mutual-aid/${planId}`}
        columns={[
          { label: t('aid.field.planKind'), of: ({ planKind }) => label('aidPlanKind', planKind) },
          { label: t('aid.holder'), of: ({ unionName }) => unionName },
          {
            label: t('aid.premium'),
            number: true,
            of: ({ premiumFen }) => <Money fen={premiumFen} />,
          },
          { label: t('aid.enrolDays'), of: (plan) => `${plan.enrolFrom} – ${plan.enrolTo}` },
          { label: t('aid.period'), of: (plan) => `${plan.periodFrom} – ${plan.periodTo}` },
          {
            label: t('aid.planState'),
            of: ({ state }) => <AidState words="aidPlanState" state={state} />,
          },
        ]}
        empty={[t('aid.noPlans'), t('aid.noPlansNext')]}
      />
      {drafts && <DraftPlan onClose={() => setDrafts(false)} />}
    </Section>
  );
}
