import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../queries.ts';
import type { Session } from '../shapes.ts';
import { Front } from './front.tsx';
import { useLogOut } from './log-out.ts';

/** Known, but not yet entrusted with anything: the administrator goes by the number shown here. */
export function NoDuty({ session }: { session: Session }): ReactElement {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const logOut = useLogOut();
  const again = (): void => {
    void cache.invalidateQueries({ queryKey: queries.session().queryKey });
  };
  return (
    <Front title={t('noDuty.title', { name: session.displayName })} lead={t('noDuty.lead')}>
      <dl className="account-no">
        <dt>{t('noDuty.accountNo')}</dt>
        <dd>
          <code>{session.accountNo}</code>
        </dd>
      </dl>
      <p>{t('noDuty.next')}</p>
      <p className="front-acts">
        <button type="button" className="button button-main" onClick={again}>
          {t('noDuty.again')}
        </button>
        <button type="button" className="button" onClick={logOut}>
          {t('app.logOut')}
        </button>
      </p>
    </Front>
  );
}
