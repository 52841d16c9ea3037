import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { moment } from '../dates.ts';
import type { components } from '../gen/api.d.ts';
import { useLabels } from '../ui/labels.ts';
import { TableFrame } from '../ui/table-frame.tsx';

export type Account = components['schemas']['organisation.v1.Account'];
export type Duty = components['schemas']['organisation.v1.Duty'];

interface Props {
  accounts: readonly Account[];
  /** The account of whoever looks. */
  own: string;
  onGrant: (account: Account) => void;
  onRevoke: (duty: Duty, holder: string) => void;
}

export function AccountTable({ accounts, own, onGrant, onRevoke }: Props): ReactElement {
  const { t } = useTranslation();
  return (
    <TableFrame label={t('duties.all')} className="table-cards">
      <thead>
        <tr>
          <th scope="col">{t('duties.name')}</th>
          <th scope="col">{t('duties.accountNo')}</th>
          <th scope="col">{t('duties.firstSeen')}</th>
          <th scope="col">{t('duties.held')}</th>
          <th scope="col">{t('duties.grant')}</th>
        </tr>
      </thead>
      <tbody>
        {accounts.map((account) => (
          <tr key={account.accountId}>
            <th scope="row">{account.displayName || account.accountNo}</th>
            <td data-label={t('duties.accountNo')}>
              <code>{account.accountNo}</code>
            </td>
            <td className="date" data-label={t('duties.firstSeen')}>
              {moment(account.firstSeenAt)}
            </td>
            <td>
              <HeldDuties account={account} onRevoke={onRevoke} />
            </td>
            <td>
              {account.accountId === own ? (
                <span className="quiet">{t('duties.self')}</span>
              ) : (
                <button type="button" className="button" onClick={() => onGrant(account)}>
                  {t('duties.grant')}
                  <span className="hidden"> {account.displayName}</span>
                </button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}

function HeldDuties({ account, onRevoke }: { account: Account; onRevoke: Props['onRevoke'] }) {
  const { t } = useTranslation();
  const label = useLabels();
  if (account.duties.length === 0) return <span className="quiet">{t('duties.noDuties')}</span>;
  return (
    <ul className="held-duties">
      {account.duties.map((duty) => {
        const name = `${label('duty', duty.duty)} · ${duty.scopeUnionName}`;
        return (
          <li key={duty.dutyId}>
            <span>
              <strong>{label('duty', duty.duty)}</strong>{' '}
              <span lang="zh-CN">{duty.scopeUnionName}</span>{' '}
              <span className="quiet">{t('duties.since', { date: duty.grantedOn })}</span>
            </span>
            <button
              type="button"
              className="button"
              onClick={() => onRevoke(duty, account.displayName || account.accountNo)}
            >
              {t('duties.revoke')}
              <span className="hidden"> {name}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
