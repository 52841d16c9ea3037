import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { prefer, usePreferences } from '../preferences.ts';
import { Icon } from '../ui/icons.tsx';

const screens = ['rollup', 'unions', 'members', 'links'] as const;

/** At the side on a desk, at the bottom under the thumb on a phone. */
export function Menu(): ReactElement {
  const { t } = useTranslation();
  const { menuFolded } = usePreferences();
  return (
    <nav className="menu" aria-label={t('app.menu')}>
      <ul>
        {screens.map((screen) => (
          <li key={screen}>
            <NavLink to={`/${screen}`} title={menuFolded ? t(`${screen}.title`) : undefined}>
              <Icon name={screen} />
              <span className="menu-word">{t(`${screen}.title`)}</span>
            </NavLink>
          </li>
        ))}
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
