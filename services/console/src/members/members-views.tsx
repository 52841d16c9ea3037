import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';

const views = [
  ['register', '/members'],
  ['applications', '/members?state=APPLIED'],
  ['transfers', '/transfers'],
  ['corrections', '/corrections'],
] as const;

/** The register and what waits to be decided in it. */
export function MembersViews(): ReactElement {
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  const applied = new URLSearchParams(search).get('state') === 'APPLIED';
  const here = pathname === '/members' && applied ? '/members?state=APPLIED' : pathname;
  return (
    <nav className="views" aria-label={t('members.views')}>
      {views.map(([name, to]) => (
        <Link key={name} to={to} aria-current={to === here ? 'page' : undefined}>
          {t(`members.view.${name}`)}
        </Link>
      ))}
    </nav>
  );
}
