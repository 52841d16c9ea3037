import { lazy, Suspense, useEffect, useRef } from 'react';
import type { ReactElement, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation } from 'react-router';
import { useChanges } from '../changes.ts';
import { usePreferences } from '../preferences.ts';
import type { NodeFacts, Session } from '../shapes.ts';
import { Waiting } from '../ui/page.tsx';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';
import { Menu } from './menu.tsx';
import { Unbroken } from './unbroken.tsx';

// The widget library is as large as all the rest; the shell is drawn without it.
const Widgets = lazy(() => import('./widgets.tsx'));

interface Props {
  session: Session;
  node: NodeFacts;
}

export function Shell({ session, node }: Props): ReactElement {
  const { t } = useTranslation();
  const { menuFolded } = usePreferences();
  const live = useChanges();
  const main = useFocusOnNewScreen();
  const { pathname } = useLocation();

  return (
    <div className={menuFolded ? 'shell shell-folded' : 'shell'}>
      <a className="skip" href="#main">
        {t('action.skip')}
      </a>
      <Header session={session} node={node} live={live} />
      <Menu session={session} node={node} />
      <main id="main" ref={main} tabIndex={-1}>
        <Unbroken key={pathname}>
          <Suspense fallback={<Waiting lines={6} />}>
            <Widgets>
              <Outlet />
            </Widgets>
          </Suspense>
        </Unbroken>
      </main>
      <Footer node={node} />
    </div>
  );
}

/** A screen reader starts at the new screen, not in the menu that led there. */
function useFocusOnNewScreen(): RefObject<HTMLElement | null> {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const last = useRef(pathname);
  useEffect(() => {
    if (last.current === pathname) return;
    last.current = pathname;
    main.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [pathname]);
  return main;
}
