import { infiniteQueryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../client.ts';
import { pages, queries } from '../queries.ts';
import { MoreButton } from '../ui/more-button.tsx';
import { Empty, Loaded, Page } from '../ui/page.tsx';
import { useUrl } from '../url.ts';
import { AccountTable } from './account-table.tsx';
import type { Account, Duty } from './account-table.tsx';
import { GrantPanel } from './grant-panel.tsx';
import { RevokePanel } from './revoke-panel.tsx';
import './duties.css';

const accountsOf = (accountNo: string) =>
  infiniteQueryOptions({
    queryKey: ['accounts', accountNo],
    queryFn: ({ pageParam }) => {
      const query = { accountNo, cursor: pageParam, limit: 50 };
      return answer(client.GET('/accounts', { params: { query } }));
    },
    ...pages,
  });

/** Who may act in what duty, for whoever administers the node; never himself. */
export default function DutiesPage(): ReactElement {
  const { t } = useTranslation();
  const [read, patch] = useUrl();
  const accountNo = read('accountNo');
  const query = useInfiniteQuery(accountsOf(accountNo));
  const session = useQuery(queries.session());
  const [granting, setGranting] = useState<Account>();
  const [revoking, setRevoking] = useState<Duty & { holder: string }>();
  const accounts = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title={t('duties.title')} lead={t('duties.lead')}>
      <AccountSearch accountNo={accountNo} onSearch={(next) => patch({ accountNo: next })} />
      <Loaded query={{ ...query, isPlaceholderData: false }} lines={8}>
        {() =>
          accounts.length === 0 ? (
            <Empty title={t('duties.none')}>
              <p>{t('duties.noneNext')}</p>
              <button type="button" className="button" onClick={() => patch({ accountNo: '' })}>
                {t('duties.clear')}
              </button>
            </Empty>
          ) : (
            <AccountTable
              accounts={accounts}
              own={session.data?.accountId ?? ''}
              onGrant={setGranting}
              onRevoke={(duty, holder) => setRevoking({ ...duty, holder })}
            />
          )
        }
      </Loaded>
      <MoreButton query={query} />
      <GrantPanel account={granting} onClose={() => setGranting(undefined)} />
      <RevokePanel duty={revoking} onClose={() => setRevoking(undefined)} />
    </Page>
  );
}

function AccountSearch(props: { accountNo: string; onSearch: (accountNo: string) => void }) {
  const { accountNo, onSearch } = props;
  const { t } = useTranslation();
  return (
    <form
      className="filter"
      role="search"
      aria-label={t('duties.find')}
      onSubmit={(event) => {
        event.preventDefault();
        const typed = new FormData(event.currentTarget).get('accountNo');
        onSearch(typeof typed === 'string' ? typed.trim() : '');
      }}
    >
      <div className="field">
        <label htmlFor="account-no">{t('duties.accountNo')}</label>
        <span className="joined">
          <input
            key={accountNo}
            id="account-no"
            className="input"
            name="accountNo"
            maxLength={20}
            placeholder="A-000000"
            defaultValue={accountNo}
            aria-describedby="account-no-hint"
          />
          <button type="submit" className="button">
            {t('action.search')}
          </button>
        </span>
        <p id="account-no-hint" className="note">
          {t('duties.accountNoHint')}
        </p>
      </div>
    </form>
  );
}
