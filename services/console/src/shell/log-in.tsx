import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api.ts';
import { queries } from '../queries.ts';
import { Emblem } from '../ui/icons.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { ScreenChoices } from './header.tsx';

const users = ['clerk', 'auditor', 'admin'] as const;

/** For development: a choice of duty, no secret. An identity provider takes its place. */
export function LogIn(): ReactElement {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [user, setUser] = useState<string>(users[0]);
  const logIn = useMutation({
    mutationFn: api.logIn,
    onSuccess: () => client.invalidateQueries({ queryKey: queries.session().queryKey }),
  });
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
        <form
          onSubmit={(event) => {
            event.preventDefault();
            logIn.mutate(user);
          }}
        >
          <h1>{t('login.title')}</h1>
          <p className="lead">{t('login.lead')}</p>
          <fieldset>
            <legend>{t('login.as')}</legend>
            {users.map((one) => (
              <label key={one} className="login-user">
                <input
                  type="radio"
                  name="user"
                  value={one}
                  checked={one === user}
                  onChange={() => setUser(one)}
                />
                <span>
                  <strong>{t(`duty.${one}`)}</strong>
                  <span>{t(`login.may.${one}`)}</span>
                </span>
              </label>
            ))}
          </fieldset>
          {logIn.error && <ProblemPanel problem={logIn.error} />}
          <button type="submit" className="button button-main" disabled={logIn.isPending}>
            {t('login.enter')}
          </button>
          <p className="login-note">{t('login.development')}</p>
        </form>
      </div>
    </main>
  );
}
