import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { root } from '../client.ts';
import { Front } from './front.tsx';

/** Nobody is asked for a password here: the gateway sends the browser to the identity provider. */
export function LogIn(): ReactElement {
  const { t } = useTranslation();
  const { pathname, search, hash } = useLocation();
  const back = encodeURIComponent(pathname + search + hash);
  return (
    <Front title={t('login.title')} lead={t('login.lead')}>
      <a className="button button-main" href={`${root}/login?return_to=${back}`}>
        {t('login.enter')}
      </a>
    </Front>
  );
}
