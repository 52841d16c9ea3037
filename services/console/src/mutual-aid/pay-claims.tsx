import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { keyed } from '../acts/act.ts';
import { itemsOf } from '../acts/fact-values.tsx';
import { RECORDS } from '../acts/record-pages.ts';
import { answer, client } from '../client.ts';
import { sum } from '../numbers.ts';
import { paymentQueries } from '../payments/payments-queries.ts';
import type { MutualAidClaim } from '../shapes.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { Money } from '../ui/money.tsx';
import { MoreButton } from '../ui/more-button.tsx';
import { Empty, Loaded, Section } from '../ui/page.tsx';
import { TableFrame } from '../ui/table-frame.tsx';
import { useUrl } from '../url.ts';
import { useAidFields } from './aid-fields.ts';
import { aidQueries } from './aid-queries.ts';
import { SameAccount } from './aid-state.tsx';
import { PlanFilter } from './claim-list.tsx';
import { mayBePaid } from './claim-steps.ts';

/** Approved claims of a plan become one list for finance, where three persons sign it. */
export function PayClaims(): ReactElement {
  const { t } = useTranslation();
  const [read] = useUrl();
  const planId = read('plan');
  return (
    <Section title={t('aid.view.pay')} note={t('aid.payNote')}>
      <div className="filter">
        <PlanFilter required />
      </div>
      {planId === '' ? (
        <Empty title={t('aid.choosePlan')}>{t('aid.choosePlanNext')}</Empty>
      ) : (
        <Approved key={planId} planId={planId} />
      )}
    </Section>
  );
}

function Approved({ planId }: { planId: string }): ReactElement {
  const { t } = useTranslation();
  const [left, setLeft] = useState<readonly string[]>([]);
  const [asked, setAsked] = useState(false);
  const of = { planId, unionId: '', state: 'APPROVED', reportedUntil: '' };
  const query = useInfiniteQuery(aidQueries.claims(of));
  const claims = itemsOf(query.data).filter(mayBePaid);
  const chosen = claims.filter(({ claimId }) => !left.includes(claimId));
  return (
    <>
      <Loaded query={query}>
        {() =>
          claims.length === 0 ? (
            <Empty title={t('aid.nonePayable')}>{t('aid.nonePayableNext')}</Empty>
          ) : (
            <>
              <Rows claims={claims} left={left} onLeft={setLeft} />
              <div className="payment-bar">
                <p className="payment-next">
                  {t('aid.chosen', { count: chosen.length })}{' '}
                  <Money fen={String(sum(chosen.map(({ benefitFen }) => benefitFen)))} />
                </p>
                <div className="payment-buttons">
                  <button
                    type="button"
                    className="button button-main"
                    disabled={chosen.length === 0}
                    onClick={() => setAsked(true)}
                  >
                    {t('aidAct.pay.do')}
                  </button>
                </div>
              </div>
            </>
          )
        }
      </Loaded>
      <MoreButton query={query} />
      {asked && <PayDialog planId={planId} claims={chosen} onClose={() => setAsked(false)} />}
    </>
  );
}

interface RowsProps {
  claims: readonly MutualAidClaim[];
  /** Those that are not paid this time. */
  left: readonly string[];
  onLeft: (left: readonly string[]) => void;
}

function Rows({ claims, left, onLeft }: RowsProps): ReactElement {
  const { t } = useTranslation();
  return (
    <TableFrame label={t('aid.view.pay')} className="table-cards">
      <thead>
        <tr>
          <th scope="col">{t('aid.person')}</th>
          <th scope="col">{t('aid.union')}</th>
          <th scope="col">{t('aid.reportedOn')}</th>
          <th scope="col" className="number">
            {t('aid.benefit')}
          </th>
          <th scope="col">{t('aid.look')}</th>
        </tr>
      </thead>
      <tbody>
        {claims.map((claim) => (
          <tr key={claim.claimId}>
            <th scope="row">
              <label className="aid-choice">
                <input
                  type="checkbox"
                  checked={!left.includes(claim.claimId)}
                  onChange={({ target }) => {
                    const others = left.filter((one) => one !== claim.claimId);
                    onLeft(target.checked ? others : [...others, claim.claimId]);
                  }}
                />
                {claim.personNameMasked}
              </label>
            </th>
            <td data-label={t('aid.union')}>{claim.unionName}</td>
            <td data-label={t('aid.reportedOn')}>{claim.reportedOn}</td>
            <td className="number" data-label={t('aid.benefit')}>
              <Money fen={claim.benefitFen} />
            </td>
            <td data-label={t('aid.look')}>
              <Link to={`/mutual-aid-claims/${claim.claimId}`}>{t('aid.openClaim')}</Link>{' '}
              <SameAccount claim={claim} />
            </td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}

interface PayProps {
  planId: string;
  claims: readonly MutualAidClaim[];
  onClose: () => void;
}

function PayDialog({ planId, claims, onClose }: PayProps): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const fields = useAidFields();
  const plan = useQuery(aidQueries.plan(planId)).data;
  const banks = useQuery({
    ...paymentQueries.banks(plan?.unionId ?? ''),
    enabled: plan !== undefined,
  });
  const choices = (banks.data ?? []).map(
    ({ bank, accountMasked }) => [bank, `${bank} · ${accountMasked}`] as const,
  );
  return (
    <FormDialog
      title={t('aidAct.pay.do')}
      follows={t('aidAct.pay.follows')}
      does={t('aidAct.pay.do')}
      fields={fields(['bank', 'projectCode', 'sourceCode', 'documentNo'], { bank: { choices } })}
      send={async ({ bank = '', projectCode = '', sourceCode = '', documentNo = '' }, key) => {
        const claimIds = claims.map(({ claimId }) => claimId);
        const body = { claimIds, bank, projectCode, sourceCode, documentNo };
        const about = { params: { path: { planId } }, headers: keyed(key), body };
        const made = await answer(client.POST('/mutual-aid-plans/{planId}/payouts', about));
        await navigate(`/welfare-payouts/${made.payoutId}`);
      }}
      stale={[RECORDS]}
      onClose={onClose}
    />
  );
}
