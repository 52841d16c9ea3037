import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../client.ts';
import { prefer, usePreferences } from '../preferences.ts';
import { endSession } from '../queries.ts';
import type { NodeFacts, Session } from '../shapes.ts';
import { Icon } from '../ui/icons.tsx';
import { useLabels } from '../ui/labels.ts';

interface Props {
  session: Session;
  node: NodeFacts;
  live: boolean;
}

/** Whose numbers these are and in what duty one looks at them, always in sight. */
export function Header({ session, node, live }: Props): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  return (
    <header className="header">
      <div className="header-node">
        <img src="/mark.svg" alt="" width="30" height="30" />
        <span className="node-name">{node.name}</span>
        <span className="node-level">{label('level', node.level)}</span>
      </div>
      <div className="header-self">
        <span className={live ? 'live live-on' : 'live'} role="status">
          {live ? t('live.on') : t('live.off')}
        </span>
        <span className="duty">
          <span className="hidden">{t('app.duty')} </span>
          {label('duty', session.duty?.duty ?? '')}
        </span>
        <ScreenChoices />
        <LogOut />
      </div>
    </header>
  );
}

export function ScreenChoices(): ReactElement {
  const { t } = useTranslation();
  const { language, largeType } = usePreferences();
  const other = language === 'en' ? 'zh-CN' : 'en';
  return (
    <>
      <button
        type="button"
        className="header-button"
        lang={other}
        onClick={() => prefer({ language: other })}
      >
        <Icon name="language" />
        <span>{t('app.otherLanguage')}</span>
      </button>
      <button
        type="button"
        className="header-button"
        aria-pressed={largeType}
        onClick={() => prefer({ largeType: !largeType })}
      >
        <Icon name="type" />
        <span>{t('app.largeType')}</span>
      </button>
    </>
  );
}

function LogOut(): ReactElement {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const logOut = useMutation({
    mutationFn: () => answer(client.DELETE('/session')),
    onSuccess: ({ logOutUrl }) => {
      if (logOutUrl !== null) window.location.assign(logOutUrl);
    },
    onSettled: () => {
      // The gateway has the browser clear its storage; how one likes the screen is no secret.
      prefer({});
      endSession(cache);
    },
  });
  return (
    <button type="button" className="header-button" onClick={() => logOut.mutate()}>
      <Icon name="leave" />
      <span>{t('app.logOut')}</span>
    </button>
  );
}
