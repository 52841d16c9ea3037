import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { MemberHistory } from '../members/member-history.tsx';
import { MemberState } from '../members/member-state.tsx';
import '../members/members.css';
import { Problem } from '../problem.ts';
import { queries } from '../queries.ts';
import type { MyRecord } from '../shapes.ts';
import { Empty, Loaded, Page, Section } from '../ui/page.tsx';
import { ExportButton } from './export-button.tsx';
import { MyAccess } from './my-access.tsx';
import { MyCompetitions } from './my-competitions.tsx';
import { MyCorrections } from './my-corrections.tsx';
import { MyFacts } from './my-facts.tsx';
import { MyHelp } from './my-help.tsx';
import { MyHonours } from './my-honours.tsx';
import { myQueries } from './my-queries.ts';
import { MyStudies } from './my-studies.tsx';
import { MyReports } from './my-reports.tsx';
import { MyTransfers } from './my-transfers.tsx';
import './my.css';

/** A member's own record, whole, with everybody who looked at it. Made for a phone. */
export default function MyPage(): ReactElement {
  const { t } = useTranslation();
  const query = useQuery(myQueries.record());
  const unlinked = query.error instanceof Problem && query.error.code === 'RECORD_NOT_LINKED';
  return (
    <Page title={t('my.title')} lead={t('my.lead')} tools={query.data && <ExportButton />}>
      {unlinked ? (
        <Unlinked />
      ) : (
        <Loaded query={query} lines={12}>
          {(record) => <Whole record={record} />}
        </Loaded>
      )}
    </Page>
  );
}

function Whole({ record }: { record: MyRecord }): ReactElement {
  const { t } = useTranslation();
  return (
    <div className="my">
      <div className="my-card">
        <p className="my-name">{record.name}</p>
        <MemberState state={record.state} />
        <p>{record.unionName}</p>
        {record.memberNo !== '' && (
          <p className="my-number">
            <span className="quiet">{t('members.memberNo')}</span> <code>{record.memberNo}</code>
          </p>
        )}
      </div>
      <MyHelp />
      <MyReports />
      <Section title={t('my.counted.title')}>
        <p>{t(`my.counted.${countedAs(record.state)}`, { union: record.unionName })}</p>
      </Section>
      <Section title={t('my.record')} note={t('my.recordNote')}>
        <MyFacts record={record} />
      </Section>
      <MyCompetitions />
      <MyHonours />
      <MyStudies />
      <MyTransfers record={record} />
      <MyCorrections record={record} />
      <Section title={t('members.spells')}>
        <MemberHistory spells={record.spells} />
      </Section>
      <Section title={t('access.title')} note={t('access.mine')}>
        <MyAccess />
      </Section>
    </div>
  );
}

const counted: Record<string, 'active' | 'retained' | 'applied'> = {
  ACTIVE: 'active',
  TRANSFER_OUT_PENDING: 'active',
  SUSPENDED: 'active',
  RETAINED: 'retained',
  APPLIED: 'applied',
  UNDER_REVIEW: 'applied',
  RETURNED: 'applied',
};

function countedAs(state: string): 'active' | 'retained' | 'applied' | 'not' {
  return counted[state] ?? 'not';
}

/** An account that nobody has tied to a record yet: the union does that, by the account's number. */
function Unlinked(): ReactElement {
  const { t } = useTranslation();
  const session = useQuery(queries.session());
  return (
    <Empty title={t('my.unlinked')}>
      {t('my.unlinkedNext', { accountNo: session.data?.accountNo ?? '' })}
    </Empty>
  );
}
