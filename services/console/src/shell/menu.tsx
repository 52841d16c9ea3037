import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { prefer, usePreferences } from '../preferences.ts';
import { mayOpen, screenNames, screens } from '../screens.ts';
import type { Screen } from '../screen.ts';
import type { NodeFacts, Session } from '../shapes.ts';
import { Icon } from '../ui/icons.tsx';
import type { IconName } from '../ui/icons.tsx';

interface Props {
  session: Session;
  node: NodeFacts;
}

// What a phone shows at once; one more place is for the rest.
const thumbMost = 4;

/** What the present duty has use for; at the side on a desk, at the bottom under the thumb on a phone. */
export function Menu({ session, node }: Props): ReactElement {
  const { t } = useTranslation();
  const { menuFolded } = usePreferences();
  const [all, setAll] = useState(false);
  const listed = screenNames.filter((name) => {
    const screen: Screen = screens[name];
    return screen.unlisted !== true && mayOpen(name, session, node);
  });
  const hasRest = listed.length > thumbMost + 1;
  return (
    <nav className="menu" aria-label={t('app.menu')}>
      <ul id="menu-screens" className={hasRest && !all ? 'menu-first' : ''}>
        {listed.map((screen) => (
          <li key={screen}>
            <NavLink
              to={`/${screen}`}
              title={menuFolded ? t(`${screen}.title`) : undefined}
              onClick={() => setAll(false)}
            >
              <Icon name={screen as IconName} />
              <span className="menu-word">{t(`${screen}.title`)}</span>
            </NavLink>
          </li>
        ))}
        {hasRest && (
          <li className="menu-rest">
            <button
              type="button"
              aria-expanded={all}
              aria-controls="menu-screens"
              onClick={() => setAll(!all)}
            >
              <Icon name="rest" />
              <span className="menu-word">{all ? t('app.less') : t('app.rest')}</span>
            </button>
          </li>
        )}
      </ul>
      <button
        type="button"
        className="menu-fold"
        aria-pressed={menuFolded}
        onClick={() => prefer({ menuFolded: !menuFolded })}
      >
        <Icon name="fold" />
        <span className="menu-word">{t('app.fold')}</span>
      </button>
    </nav>
  );
}
