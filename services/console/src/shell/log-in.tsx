import { useEffect } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { Emblem } from '../ui/icons.tsx';
import { ScreenChoices } from './header.tsx';

/** Nobody is asked for a password here: the gateway sends the browser to the identity provider. */
export function LogIn(): ReactElement {
  const { t } = useTranslation();
  const { pathname, search, hash } = useLocation();
  useEffect(() => {
    document.title = `${t('login.title')} · ${t('app.name')}`;
  }, [t]);

  return (
    <main className="login">
      <div className="login-side">
        <Emblem />
        <p className="login-name">{t('app.name')}</p>
        <p className="login-claim">{t('login.claim')}</p>
      </div>
      <div className="login-main">
        <div className="login-choices">
          <ScreenChoices />
        </div>
        <div className="login-way">
          <h1>{t('login.title')}</h1>
          <p className="lead">{t('login.lead')}</p>
          <a
            className="button button-main"
            href={`/api/v1/login?return_to=${encodeURIComponent(pathname + search + hash)}`}
          >
            {t('login.enter')}
          </a>
        </div>
      </div>
    </main>
  );
}
