import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { queries } from '../queries.ts';
import type { Member } from '../shapes.ts';
import { Icon } from '../ui/icons.tsx';
import { Loaded, Page } from '../ui/page.tsx';
import { useUrl } from '../url.ts';
import { MemberActions } from './member-actions.tsx';
import { MemberAccess } from './member-access.tsx';
import { MemberHistory } from './member-history.tsx';
import { MemberRecord } from './member-record.tsx';
import { MemberState } from './member-state.tsx';
import './members.css';
import { OpenTransfer } from './open-transfer.tsx';

const tabs = ['record', 'history', 'access'] as const;
type Tab = (typeof tabs)[number];

export default function MemberPage(): ReactElement {
  const { t } = useTranslation();
  const { memberId = '' } = useParams();
  const query = useQuery(queries.member(memberId));
  const member = query.data;
  return (
    <Page
      title={member ? member.name || member.nameMasked : t('member.title')}
      above={
        <nav className="trail" aria-label={t('members.views')}>
          <Link to="/members" className="with-icon">
            <Icon name="back" />
            {t('members.list')}
          </Link>
        </nav>
      }
      lead={
        member && (
          <>
            <MemberState state={member.state} />
            <span>{member.unionName}</span>
          </>
        )
      }
    >
      <Loaded query={query} lines={10}>
        {(found) => <Tabs member={found} />}
      </Loaded>
    </Page>
  );
}

function Tabs({ member }: { member: Member }): ReactElement {
  const { t } = useTranslation();
  const [read] = useUrl();
  const tab: Tab = tabs.find((one) => one === read('tab')) ?? 'record';
  return (
    <>
      <OpenTransfer memberId={member.memberId} />
      <MemberActions member={member} />
      <nav className="views" aria-label={t('members.parts')}>
        {tabs.map((one) => (
          <Link
            key={one}
            to={one === 'record' ? '?' : `?tab=${one}`}
            aria-current={one === tab ? 'page' : undefined}
            replace
          >
            {t(`members.tab.${one}`)}
          </Link>
        ))}
      </nav>
      {tab === 'record' && <MemberRecord member={member} />}
      {tab === 'history' && <MemberHistory spells={member.spells} />}
      {tab === 'access' && <MemberAccess memberId={member.memberId} />}
    </>
  );
}
