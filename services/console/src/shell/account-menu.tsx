import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Session } from '../shapes.ts';
import { Icon } from '../ui/icons.tsx';
import { useLogOut } from './log-out.ts';
import { PopOver } from './pop-over.tsx';

/** Who is logged in, from where else, and the way out. */
export function AccountMenu({ session }: { session: Session }): ReactElement {
  const { t } = useTranslation();
  const logOut = useLogOut();
  return (
    <PopOver
      className="account-menu"
      button={
        <>
          <Icon name="my" />
          <span>{session.displayName || session.accountNo}</span>
        </>
      }
    >
      {(close) => (
        <ul className="pop-over-list">
          <li className="account-menu-no">
            {t('noDuty.accountNo')} <code>{session.accountNo}</code>
          </li>
          <li>
            <Link to="/sessions" onClick={close}>
              <Icon name="sessions" />
              {t('sessions.title')}
            </Link>
          </li>
          <li>
            <button type="button" onClick={logOut}>
              <Icon name="leave" />
              {t('app.logOut')}
            </button>
          </li>
        </ul>
      )}
    </PopOver>
  );
}
