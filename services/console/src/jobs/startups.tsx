import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Acts } from '../acts/acts.tsx';
import { UnionFilter } from '../acts/record-filter.tsx';
import { RecordPayment } from '../payouts/record-payment.tsx';
import type { StartupSupport } from '../shapes.ts';
import { Facts } from '../ui/facts.tsx';
import { Money } from '../ui/money.tsx';
import { Section } from '../ui/page.tsx';
import { RecordList } from '../ui/record-list.tsx';
import { useUrl } from '../url.ts';
import { jobsQueries } from './jobs-queries.ts';
import { supportStartup } from './work-acts.ts';

/** What banks have lent to those who begin, and what the union bears of the interest. */
export function Startups(): ReactElement {
  const { t } = useTranslation();
  const [read] = useUrl();
  return (
    <Section
      title={t('jobFairs.view.startups')}
      note={t('startups.note')}
      tools={<Acts acts={supportStartup} record={null} />}
    >
      <div className="filter">
        <UnionFilter />
      </div>
      <RecordList
        label={t('jobFairs.view.startups')}
        query={useInfiniteQuery(jobsQueries.startups(read('union')))}
        idOf={({ startupId }) => startupId}
        name={{ label: t('record.projectName'), of: ({ projectName }) => projectName }}
        columns={[
          { label: t('record.union'), of: ({ unionName }) => unionName },
          { label: t('record.supportedOn'), of: ({ supportedOn }) => supportedOn },
          { label: t('record.bankName'), of: ({ bankName }) => bankName },
          { label: t('startups.loan'), number: true, of: ({ loanFen }) => <Money fen={loanFen} /> },
          {
            label: t('startups.subsidy'),
            number: true,
            of: (one) => <Money fen={one.interestSubsidyFen} />,
          },
          { label: t('record.jobsCreated'), number: true, of: ({ jobsCreated }) => jobsCreated },
          {
            label: t('record.householdsBenefited'),
            number: true,
            of: (one) => one.householdsBenefited,
          },
        ]}
        empty={[t('startups.none'), t('startups.noneNext')]}
        panel={(one) => <Startup startup={one} />}
      />
    </Section>
  );
}

/** One of them, and the interest that is paid to the bank that lent. */
function Startup({ startup: one }: { startup: StartupSupport }): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <Facts
        of={[
          [t('record.union'), one.unionName],
          [t('record.supportedOn'), one.supportedOn],
          [t('record.bankName'), one.bankName],
          [t('startups.loan'), <Money key="loan" fen={one.loanFen} />],
          [t('startups.subsidy'), <Money key="subsidy" fen={one.interestSubsidyFen} />],
          [t('record.documentNo'), one.documentNo],
        ]}
      />
      {one.interestSubsidyFen !== '0' && (
        <RecordPayment
          payoutKind="STARTUP_SUBSIDY"
          recordId={one.startupId}
          payeeName={one.bankName}
        />
      )}
    </>
  );
}
