import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { itemsOf } from '../acts/fact-values.tsx';
import { CodeFilter, oneOf, UnionFilter } from '../acts/record-filter.tsx';
import { RecordState } from '../acts/record-state.tsx';
import { daysUntil, today } from '../dates.ts';
import type { MutualAidClaim } from '../shapes.ts';
import { ChoiceField } from '../ui/choice-field.tsx';
import { Money } from '../ui/money.tsx';
import { Section } from '../ui/page.tsx';
import { RecordList } from '../ui/record-list.tsx';
import type { Column } from '../ui/record-table.tsx';
import { useUrl } from '../url.ts';
import { aidQueries } from './aid-queries.ts';
import { AidState, SameAccount } from './aid-state.tsx';
import { CLAIM_STATES } from './claim-steps.ts';

const AGES = ['7', '30', '60'] as const;

/** The queue: what somebody has to go on with, the oldest first. */
export function ClaimList(): ReactElement {
  const { t } = useTranslation();
  const [read] = useUrl();
  const age = oneOf(AGES, read('age'));
  const query = useInfiniteQuery(
    aidQueries.claims({
      planId: read('plan'),
      unionId: read('union'),
      state: oneOf(CLAIM_STATES, read('state')),
      reportedUntil: age === '' ? '' : daysAgo(Number(age)),
    }),
  );
  const columns = useClaimColumns();
  return (
    <Section title={t('aid.view.claims')} note={t('aid.claimsNote')}>
      <div className="filter">
        <UnionFilter />
        <PlanFilter />
        <CodeFilter
          label={t('aid.state')}
          name="state"
          words="aidClaimFilter"
          codes={CLAIM_STATES}
        />
        <AgeFilter age={age} />
      </div>
      <RecordList
        label={t('aid.view.claims')}
        query={query}
        idOf={({ claimId }) => claimId}
        name={{
          label: t('aid.person'),
          of: ({ personNameMasked }) => personNameMasked,
          part: ({ own }) => (own ? t('aid.own') : ''),
        }}
        to={({ claimId }) => `/mutual-aid-claims/${claimId}`}
        columns={columns}
        empty={[t('aid.noClaims'), t('aid.noClaimsNext')]}
      />
    </Section>
  );
}

export function PlanFilter({ required }: { required?: true }): ReactElement {
  const { t } = useTranslation();
  const [read, patch] = useUrl();
  const plans = itemsOf(useInfiniteQuery(aidQueries.plans({ unionId: '', state: '' })).data);
  const all = required ? t('aid.choosePlan') : t('innovation.every');
  return (
    <ChoiceField
      label={t('aid.plan')}
      value={plans.some(({ planId }) => planId === read('plan')) ? read('plan') : ''}
      choices={[
        ['', all],
        ...plans.map(({ planId, planName, round }) => [planId, `${planName} ${round}`] as const),
      ]}
      onValue={(plan) => patch({ plan })}
    />
  );
}

function AgeFilter({ age }: { age: string }): ReactElement {
  const { t } = useTranslation();
  const [, patch] = useUrl();
  return (
    <ChoiceField
      label={t('aid.age')}
      value={age}
      choices={[
        ['', t('innovation.every')],
        ...AGES.map((days) => [days, t('aid.ageOver', { days })] as const),
      ]}
      onValue={(to) => patch({ age: to })}
    />
  );
}

const daysAgo = (days: number) =>
  new Date(Date.parse(today()) - days * 86_400_000).toISOString().slice(0, 10);

function useClaimColumns(): Column<MutualAidClaim>[] {
  const { t } = useTranslation();
  return [
    { label: t('aid.plan'), of: ({ planName }) => planName },
    { label: t('aid.union'), of: ({ unionName }) => unionName },
    { label: t('aid.reportedOn'), of: ({ reportedOn }) => reportedOn },
    {
      label: t('aid.daysOpen'),
      number: true,
      of: ({ reportedOn, state }) =>
        ['PAID', 'REJECTED'].includes(state) ? '–' : -daysUntil(reportedOn, today()),
    },
    {
      label: t('aid.benefit'),
      number: true,
      of: ({ benefitFen }) => (benefitFen === '0' ? '–' : <Money fen={benefitFen} />),
    },
    {
      label: t('aid.state'),
      of: (claim) => (
        <>
          <AidState words="aidClaimState" state={claim.state} />{' '}
          {claim.state !== 'PAID' && claim.payoutState !== '' && (
            <RecordState words="payoutState" state={claim.payoutState} />
          )}{' '}
          <SameAccount claim={claim} />
        </>
      ),
    },
  ];
}
