import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { percent, yuan } from '../numbers.ts';
import { queries } from '../queries.ts';
import type { Grant } from '../shapes.ts';
import { Facts } from '../ui/facts.tsx';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { Loaded } from '../ui/page.tsx';
import { useWho } from '../ui/use-who.ts';
import { AmendDialog } from './apply-dialog.tsx';
import { grantActions, offers, waits, type GrantActionName } from './grant-actions.ts';
import type { Values } from './grant-fields.ts';
import { GrantForm } from './grant-form.tsx';
import { GrantStateChip } from './grant-state-chip.tsx';
import { Recipient } from './grant-table.tsx';
import { grantQueries } from './grants-queries.ts';
import { PayDialog } from './pay-dialog.tsx';

export function GrantPanel({ grantId }: { grantId: string }): ReactElement {
  const query = useQuery(grantQueries.grant(grantId));
  return <Loaded query={query}>{(grant) => <One grant={grant} />}</Loaded>;
}

function One({ grant }: { grant: Grant }): ReactElement {
  return (
    <>
      <p className="grant-state">
        <GrantStateChip grant={grant} />
      </p>
      <Asked grant={grant} />
      <Acts grant={grant} />
      <Came grant={grant} />
    </>
  );
}

/** What is asked for, and what earned it. */
function Asked({ grant }: { grant: Grant }): ReactElement {
  const { t, i18n } = useTranslation();
  const label = useLabels();
  const record =
    grant.recordId === '' ? '' : `${label('grantRecord', grant.recordKind)} ${grant.recordId}`;
  const seal = (hash: string) => (hash === '' ? '' : <code className="seal">{hash}</code>);
  const share = percent(String(grant.matchingBp), '10000', i18n.language);
  return (
    <Facts
      of={[
        [t('grants.what'), `${grant.ruleName} · ${label('grantKind', grant.kind)}`],
        [t('grants.recipient'), <Recipient key="recipient" grant={grant} />],
        [t('grants.field.beneficiary'), grant.beneficiary],
        [t('grants.applied'), <Money key="applied" fen={grant.appliedFen} />],
        [t('grants.field.matching'), grant.matchingBp === 0 ? '' : share],
        [t('grants.record'), record],
        [t('grants.field.acceptance'), seal(grant.acceptanceSha256)],
        [t('grants.field.document'), grant.documents.map(({ title }) => title).join('、')],
        [t('grants.field.why'), grant.reason],
      ]}
    />
  );
}

/** Who did what, what came of it, and where the money is. */
function Came({ grant }: { grant: Grant }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const who = useWho();
  const by = (account: string) => (account === '' ? '' : who(account));
  const fen = (amount: string, of = grant.reportedOn) =>
    of === '' ? '' : <Money key="fen" fen={amount} />;
  return (
    <Facts
      of={[
        [t('grants.granted'), fen(grant.grantedFen, grant.grantedFen === '0' ? '' : 'x')],
        [t('grants.field.reason'), grant.answerReason && label('grantReason', grant.answerReason)],
        [t('grants.madeBy'), by(grant.madeBy)],
        [t('grants.checkedBy'), by(grant.checkedBy)],
        [t('grants.approvedBy'), by(grant.approvedBy)],
        [t('grants.appliedOn'), grant.appliedOn],
        [t('grants.approvedOn'), grant.approvedOn],
        [t('grants.paidOn'), grant.paidOn],
        [t('grants.dueOn'), grant.dueOn],
        [t('grants.payment'), paidBy(grant) && <Paid key="paid" grant={grant} />],
        [t('grants.field.used'), fen(grant.usedFen)],
        [t('grants.field.unspent'), fen(grant.unspentFen)],
        [t('grants.field.matched'), grant.matchingBp === 0 ? '' : fen(grant.matchedFen)],
        [t('grants.reportedOn'), grant.reportedOn],
      ]}
    />
  );
}

const paidBy = ({ paymentId, settlementId }: Grant): string => paymentId || settlementId;

function Paid({ grant }: { grant: Grant }): ReactElement {
  const { t } = useTranslation();
  if (grant.paymentId !== '')
    return (
      <Link className="grant-link" to={`/payments/${grant.paymentId}`}>
        {t('grants.toPayment')}
      </Link>
    );
  return (
    <Link className="grant-link" to="/settlements?show=all">
      {t('grants.toSettlement')}
    </Link>
  );
}

const leads: ReadonlySet<string> = new Set(['submit', 'accept', 'approve', 'pay', 'report']);

function Acts({ grant }: { grant: Grant }): ReactElement {
  const { t } = useTranslation();
  const duty = useQuery(queries.session()).data?.duty?.duty ?? '';
  const [asked, setAsked] = useState<GrantActionName | 'amend' | 'pay'>();
  const offered = offers(grant, duty);
  const pays = duty === 'finance' && waits(grant);
  const close = () => setAsked(undefined);
  const button = (name: GrantActionName | 'amend' | 'pay') => (
    <button
      key={name}
      type="button"
      // What leads on stands out; what sends back does not.
      className={leads.has(name) ? 'button button-main' : 'button'}
      onClick={() => setAsked(name)}
    >
      {t(`grants.act.${name}.do`)}
    </button>
  );
  return (
    <div className="grant-acts">
      {offered.map(button)}
      {offered.includes('submit') && button('amend')}
      {pays && button('pay')}
      {asked === 'amend' && <AmendDialog grant={grant} onClose={close} />}
      {asked === 'pay' && <PayDialog grantIds={[grant.grantId]} onClose={close} />}
      {asked && asked !== 'amend' && asked !== 'pay' && (
        <ActDialog name={asked} grant={grant} onClose={close} />
      )}
    </div>
  );
}

interface ActProps {
  name: GrantActionName;
  grant: Grant;
  onClose: () => void;
}

function ActDialog({ name, grant, onClose }: ActProps): ReactElement {
  const action = grantActions[name];
  const fields = action.fields.filter((field) => field !== 'matched' || grant.matchingBp > 0);
  const first: Values = {
    granted: yuan(grant.appliedFen, 'en'),
    used: yuan(grant.grantedFen, 'en'),
    unspent: '0',
  };
  return (
    <GrantForm
      name={name}
      fields={() => fields}
      first={first}
      send={(values, key) => action.send(grant, values, key)}
      onClose={onClose}
    />
  );
}
