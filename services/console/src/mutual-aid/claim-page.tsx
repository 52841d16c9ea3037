import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { paidState, sealed } from '../acts/fact-values.tsx';
import { queries } from '../queries.ts';
import { useReach } from '../receipts/use-reach.ts';
import type { MutualAidClaim } from '../shapes.ts';
import { Facts } from '../ui/facts.tsx';
import { Icon } from '../ui/icons.tsx';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { Loaded, Page, Section } from '../ui/page.tsx';
import { Way } from '../ui/way.tsx';
import { AidActs } from './aid-acts.tsx';
import { useAidFields } from './aid-fields.ts';
import { aidQueries } from './aid-queries.ts';
import { AidState } from './aid-state.tsx';
import { ClaimHealth } from './claim-health.tsx';
import { ClaimLines, ClaimSteps } from './claim-parts.tsx';
import { CLAIM_WAY, mayBePaid, offersOf } from './claim-steps.ts';
import '../payments/payments.css';
import './mutual-aid.css';

/** One claim: how far it is, who did what, what it comes to line by line, and where the money is. */
export default function ClaimPage(): ReactElement {
  const { t } = useTranslation();
  const { claimId = '' } = useParams();
  const query = useQuery(aidQueries.claim(claimId));
  const claim = query.data;
  return (
    <Page
      title={claim ? `${claim.planName} · ${claim.personNameMasked}` : t('aidClaims.title')}
      lead={
        claim && (
          <>
            {claim.unionName} <AidState words="aidClaimState" state={claim.state} />
          </>
        )
      }
      above={
        <Link to="/mutual-aid" className="payment-back">
          <Icon name="back" />
          {t('aid.view.claims')}
        </Link>
      }
    >
      <Loaded query={query} lines={8}>
        {(whole) => <Whole claim={whole} />}
      </Loaded>
    </Page>
  );
}

function Whole({ claim }: { claim: MutualAidClaim }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const steps = CLAIM_WAY.map((state) => [state, label('aidWay', state)] as const);
  const paid = claim.state === 'PAID';
  const onWay = paid || CLAIM_WAY.some((state) => state === claim.state);
  return (
    <>
      {onWay && (
        <div className="aid-way">
          <Way steps={steps} here={claim.state} done={paid} />
        </div>
      )}
      <Warnings claim={claim} />
      <ClaimActs claim={claim} />
      <Section title={t('aid.about')}>
        <About claim={claim} />
      </Section>
      <Section title={t('aid.lines')} note={t('aid.linesNote')}>
        <ClaimLines claim={claim} />
      </Section>
      <Section title={t('aid.papers')} note={t('aid.papersNote')}>
        <Facts
          of={[
            [t('aid.invoices'), String(claim.invoices)],
            [t('aid.evidence'), sealed(claim.evidenceSha256)],
          ]}
        />
      </Section>
      <ClaimHealth claim={claim} />
      <Section title={t('aid.steps')}>
        <ClaimSteps claim={claim} />
      </Section>
    </>
  );
}

function Warnings({ claim }: { claim: MutualAidClaim }): ReactElement | null {
  const { t } = useTranslation();
  if (claim.sameAccount === 0) return null;
  return (
    <div className="problem" role="alert">
      <Icon name="warning" />
      <p className="problem-title">{t('aid.sameAccountWhy', { count: claim.sameAccount })}</p>
    </div>
  );
}

function About({ claim }: { claim: MutualAidClaim }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const { claimId: recordId } = claim;
  return (
    <Facts
      of={[
        [
          t('aid.plan'),
          <Link key="plan" to={`/mutual-aid/${claim.planId}`}>
            {claim.planName}
          </Link>,
        ],
        [t('aid.termsVersion'), t('aid.version', { no: claim.termsVersion })],
        [t('aid.reportedOn'), claim.reportedOn],
        [t('aid.reportedBy'), t(claim.own ? 'aid.own' : 'aid.byUnion')],
        [
          t('aid.benefit'),
          claim.benefitFen === '0' ? '' : <Money key="fen" fen={claim.benefitFen} />,
        ],
        [t('aid.field.reasonCode'), claim.reasonCode && label('aidReason', claim.reasonCode)],
        [
          t('aid.payout'),
          paidState(claim.payoutState, { kind: 'MUTUAL_AID_CLAIM', recordId, payer: 'welfare' }),
        ],
      ]}
    />
  );
}

/** What this reader may do now; who runs the plan reviews, works out and approves. */
function ClaimActs({ claim }: { claim: MutualAidClaim }): ReactElement {
  const { t } = useTranslation();
  const fields = useAidFields();
  const session = useQuery(queries.session()).data;
  const plan = useQuery(aidQueries.plan(claim.planId)).data;
  const { whole } = useReach();
  const { duty = '', scopeUnionId = '' } = session?.duty ?? {};
  const holds = whole || scopeUnionId === plan?.unionId;
  const offered = offersOf(claim, { duty, accountId: session?.accountId ?? '', holds });
  const asked = {
    materials: fields(['invoices', 'evidence', 'accountNumber', 'bankCode']),
    reason: fields(['reasonCode']),
  };
  return (
    <>
      <AidActs
        acts={offered.map(({ asks, leads = false, send, ...act }) => ({
          ...act,
          leads,
          fields: asks ? asked[asks] : [],
          send: (said, key) => send(claim, said, key),
        }))}
      />
      {mayBePaid(claim) && ['clerk', 'chair'].includes(duty) && holds && (
        <p className="record-acts aid-acts">
          <Link className="button button-main" to={`/mutual-aid?view=pay&plan=${claim.planId}`}>
            {t('aid.toPay')}
          </Link>
        </p>
      )}
    </>
  );
}
