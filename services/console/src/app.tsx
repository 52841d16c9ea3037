import { useQuery } from '@tanstack/react-query';
import { lazy, useEffect } from 'react';
import type { ReactElement } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { switchWords } from './i18n/setup.ts';
import { NotFound } from './shell/not-found.tsx';
import { LogIn } from './shell/log-in.tsx';
import { Shell } from './shell/shell.tsx';
import { usePreferences } from './preferences.ts';
import { queries } from './queries.ts';
import { ProblemPanel } from './ui/problem-panel.tsx';

const RollupPage = lazy(() => import('./rollup/rollup-page.tsx'));
const UnionsPage = lazy(() => import('./unions/unions-page.tsx'));
const MembersPage = lazy(() => import('./members/members-page.tsx'));
const LinksPage = lazy(() => import('./links/links-page.tsx'));

/** Nobody sees a screen before the gateway has said who is asking. */
export function App(): ReactElement | null {
  usePreferredScreen();
  const session = useQuery(queries.session());

  if (session.error) {
    return (
      <main className="alone">
        <ProblemPanel problem={session.error} retry={() => void session.refetch()} />
      </main>
    );
  }
  if (session.data === undefined) return null;
  if (session.data === null) return <LogIn />;
  return (
    <Routes>
      <Route element={<Shell session={session.data} />}>
        <Route index element={<Navigate to="/rollup" replace />} />
        <Route path="rollup" element={<RollupPage />} />
        <Route path="unions" element={<UnionsPage />} />
        <Route path="members" element={<MembersPage />} />
        <Route path="links" element={<LinksPage />} />
        <Route path="*" element={<NotFound />} />
      </Route>
    </Routes>
  );
}

function usePreferredScreen(): void {
  const { language, largeType } = usePreferences();
  useEffect(() => {
    void switchWords(language);
  }, [language]);
  useEffect(() => {
    document.documentElement.classList.toggle('large-type', largeType);
  }, [largeType]);
}
