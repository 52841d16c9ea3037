import { useEffect } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Emblem } from '../ui/icons.tsx';
import { ScreenChoices } from './screen-choices.tsx';

interface Props {
  title: string;
  lead: string;
  children: ReactNode;
}

/** What stands before the console: nobody is in it yet. */
export function Front({ title, lead, children }: Props): ReactElement {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${title} · ${t('app.name')}`;
  }, [title, t]);

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
          <h1>{title}</h1>
          <p className="lead">{lead}</p>
          {children}
        </div>
      </div>
    </main>
  );
}
