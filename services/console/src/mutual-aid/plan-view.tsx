import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { percent } from '../numbers.ts';
import { queries } from '../queries.ts';
import { useReach } from '../receipts/use-reach.ts';
import type { AidPlan } from '../shapes.ts';
import { Facts } from '../ui/facts.tsx';
import { Figure } from '../ui/figure.tsx';
import { Icon } from '../ui/icons.tsx';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { Loaded, Page, Section } from '../ui/page.tsx';
import { Way } from '../ui/way.tsx';
import { AidActs } from './aid-acts.tsx';
import { aidQueries } from './aid-queries.ts';
import { AidState } from './aid-state.tsx';
import { BatchList } from './batch-list.tsx';
import { PLAN_STATES } from './plan-list.tsx';
import { PlanTerms } from './plan-terms.tsx';
import { usePlanActs } from './use-plan-acts.ts';

/** A plan of a round: its way from the draft to the settlement, its terms by date, who takes part, what was paid. */
export function PlanView({ planId }: { planId: string }): ReactElement {
  const { t } = useTranslation();
  const query = useQuery(aidQueries.plan(planId));
  const plan = query.data;
  return (
    <Page
      title={plan ? `${plan.planName} ${plan.round}` : t('aid.plan')}
      lead={
        plan && (
          <>
            {plan.unionName} <AidState words="aidPlanState" state={plan.state} />
          </>
        )
      }
      above={
        <Link to="/mutual-aid?view=plans" className="payment-back">
          <Icon name="back" />
          {t('aid.view.plans')}
        </Link>
      }
    >
      <Loaded query={query} lines={8}>
        {(whole) => <Whole plan={whole} />}
      </Loaded>
    </Page>
  );
}

function Whole({ plan }: { plan: AidPlan }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const steps = PLAN_STATES.map((state) => [state, label('aidPlanState', state)] as const);
  const session = useQuery(queries.session()).data;
  const { whole } = useReach();
  const desk = ['clerk', 'chair'].includes(session?.duty?.duty ?? '');
  const holds = desk && (whole || session?.duty?.scopeUnionId === plan.unionId);
  const acts = usePlanActs(plan, { desk, holds });
  return (
    <>
      <div className="aid-way">
        <Way steps={steps} here={plan.state} done={plan.state === 'SETTLED'} />
      </div>
      <AidActs acts={acts} />
      <Section title={t('aid.figures')} note={t('aid.figuresNote')}>
        <Totals plan={plan} />
      </Section>
      <Section title={t('aid.about')}>
        <About plan={plan} />
      </Section>
      <PlanTerms plan={plan} />
      <BatchList plan={plan} />
    </>
  );
}

/** Sums only, which may be published; of a settled round as they were when it was settled. */
function Totals({ plan }: { plan: AidPlan }): ReactElement | null {
  const { t, i18n } = useTranslation();
  const { totals } = plan;
  if (!totals) return null;
  const ratio = percent(String(totals.payoutRatioBp), '10000', i18n.language);
  return (
    <Facts
      of={[
        [t('aid.persons'), <Figure key="persons" value={totals.persons} />],
        [t('aid.premiums'), <Money key="premium" fen={totals.premiumFen} />],
        [t('aid.claims'), <Figure key="claims" value={totals.claims} />],
        [t('aid.paidClaims'), <Figure key="paid" value={totals.paidClaims} />],
        [t('aid.paidOut'), <Money key="payout" fen={totals.payoutFen} />],
        [t('aid.payoutRatio'), <strong key="ratio">{ratio}</strong>],
        [t('aid.settledOn'), totals.settledOn],
      ]}
    />
  );
}

function About({ plan }: { plan: AidPlan }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const under = (age: number) => (age === 0 ? '' : t('aid.under', { age }));
  return (
    <Facts
      of={[
        [t('aid.field.planKind'), label('aidPlanKind', plan.planKind)],
        [t('aid.holder'), plan.unionName],
        [t('aid.premium'), <Money key="premium" fen={plan.premiumFen} />],
        [t('aid.field.gifted'), plan.gifted ? label('aidYesNo', 'yes') : ''],
        [t('aid.field.womenOnly'), plan.womenOnly ? label('aidYesNo', 'yes') : ''],
        [t('aid.field.menUnder'), under(plan.menUnder)],
        [t('aid.field.womenUnder'), under(plan.womenUnder)],
        [
          t('aid.field.waitingDays'),
          plan.waitingDays === 0 ? '' : t('aid.ofDays', { days: plan.waitingDays }),
        ],
        [t('aid.enrolDays'), `${plan.enrolFrom} – ${plan.enrolTo}`],
        [t('aid.period'), `${plan.periodFrom} – ${plan.periodTo}`],
      ]}
    />
  );
}
