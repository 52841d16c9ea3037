import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Acts } from '../acts/acts.tsx';
import { RecordState } from '../acts/record-state.tsx';
import { useBanks } from '../acts/use-banks.ts';
import type { ReliefGrant } from '../shapes.ts';
import { Facts } from '../ui/facts.tsx';
import { Icon } from '../ui/icons.tsx';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { Loaded, Page, Section } from '../ui/page.tsx';
import { Way } from '../ui/way.tsx';
import { grantActs, grantWay } from './grant-acts.ts';
import { hardshipQueries } from './hardship-queries.ts';
import '../payments/payments.css';

/** One grant: from its proposal to the bank's receipt, with what of it an auditor asks for. */
export default function GrantPage(): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const { grantId = '' } = useParams();
  const banks = useBanks();
  const query = useQuery(hardshipQueries.grant(grantId));
  const grant = query.data;
  return (
    <Page
      title={
        grant ? `${label('programme', grant.programme)} ${grant.grantYear}` : t('reliefGrant.title')
      }
      above={
        <Link to="/hardship?view=relief" className="payment-back">
          <Icon name="back" />
          {t('household.view.relief')}
        </Link>
      }
      lead={
        grant && (
          <>
            <RecordState words="reliefState" state={grant.state} /> {grant.personNameMasked}{' '}
            {grant.unionName}
          </>
        )
      }
      tools={grant && <Acts acts={grantActs} record={grant} state={grant.state} choices={banks} />}
    >
      <Loaded query={query} lines={8}>
        {(one) => (
          <>
            <Progress grant={one} />
            <About grant={one} />
            <Paid grant={one} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** What has to be done next, where it stands. */
const next: Readonly<Record<string, (typeof grantWay)[number]>> = {
  PROPOSED: 'MATERIALS_CHECKED',
  RETURNED: 'PROPOSED',
  MATERIALS_CHECKED: 'REVIEWED',
  REVIEWED: 'APPROVED',
  APPROVED: 'PUBLISHED',
  PUBLISHED: 'PUBLISHED',
  SUSPENDED: 'PUBLISHED',
  PAY_ORDERED: 'PAID',
  PAY_FAILED: 'PAY_ORDERED',
  PAID: 'CONFIRMED',
  CONFIRMED: 'ARCHIVED',
};

function Progress({ grant: { state } }: { grant: ReliefGrant }): ReactElement | null {
  const label = useLabels();
  if (['REJECTED', 'RECOVERED'].includes(state)) return null;
  return (
    <Way
      steps={grantWay.map((one) => [one, label('reliefStep', one)])}
      here={next[state] ?? state}
      done={state === 'ARCHIVED'}
    />
  );
}

function About({ grant }: { grant: ReliefGrant }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const { fileId, capFen } = grant;
  return (
    <Section title={t('relief.about')}>
      <Facts
        of={[
          [t('record.amount'), <Money key="amount" fen={grant.amountFen} />],
          [t('relief.cap'), capFen === '0' ? '' : <Money fen={capFen} />],
          [
            t('household.orderedBy'),
            <span key="by" lang="zh-CN">
              {grant.orderedBy}
            </span>,
          ],
          [t('record.moneySource'), label('moneySource', grant.moneySource)],
          [t('record.projectCode'), grant.projectCode],
          [t('relief.approvalNeed'), label('approvalNeed', grant.approvalNeed)],
          [
            t('relief.file'),
            fileId && (
              <Link key="file" to={`/hardship/${fileId}`}>
                {t('relief.openFile')}
              </Link>
            ),
          ],
          [t('record.fileLevel'), grant.fileLevel && label('fileLevel', grant.fileLevel)],
          [t('household.category'), grant.category && label('householdCategory', grant.category)],
          [t('relief.invoices'), String(grant.invoiceCount)],
          [t('record.reliefReason'), grant.reasonCode && label('reliefReason', grant.reasonCode)],
        ]}
      />
    </Section>
  );
}

function Paid({ grant }: { grant: ReliefGrant }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  return (
    <Section title={t('relief.paying')} note={t('relief.payingNote')}>
      <Facts
        of={[
          [t('record.documentNo'), grant.documentNo],
          [t('record.superiorDocumentNo'), grant.superiorDocumentNo],
          [
            t('household.notices'),
            <Link key="notice" to={`/notices?subject=RELIEF_GRANT&id=${grant.grantId}`}>
              {t('household.seeNotices')}
            </Link>,
          ],
          [t('household.publicityEndsOn'), grant.publicityEndsOn],
          [t('record.accountNumber'), grant.accountMasked],
          [
            t('record.payoutState'),
            grant.payoutId && (
              <Link key="payout" to={`/welfare-payouts/${grant.payoutId}`}>
                {t('relief.openPayout')}
              </Link>
            ),
          ],
          [t('relief.paidOn'), grant.paidOn],
          [t('relief.failure'), grant.failureCode && label('bankFailure', grant.failureCode)],
          [t('relief.confirmedOn'), grant.confirmedOn],
          [t('relief.recoveredOn'), grant.recoveredOn],
        ]}
      />
    </Section>
  );
}
