import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect } from 'react';
import type { ReactElement } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { switchWords } from './i18n/setup.ts';
import { usePreferences } from './preferences.ts';
import { queries } from './queries.ts';
import { firstScreen } from './first-screen.ts';
import { mayOpen, screenNames, screens } from './screens.ts';
import type { Screen } from './screen.ts';
import type { HeldDuty, NodeFacts, Session } from './shapes.ts';
import { ChooseDuty } from './shell/choose-duty.tsx';
import { LogIn } from './shell/log-in.tsx';
import { NoDuty } from './shell/no-duty.tsx';
import { NotFound } from './shell/not-found.tsx';
import { NotYours } from './shell/not-yours.tsx';
import { Shell } from './shell/shell.tsx';
import { ProblemPanel } from './ui/problem-panel.tsx';

/** Alone on a hall's screen, so outside the frame of all others. */
const Board = lazy(() => import('./board/board-page.tsx'));

/** Nobody sees a screen before the gateway has said who is asking, and in which duty. */
export function App(): ReactElement | null {
  usePreferredScreen();
  const session = useQuery(queries.session());
  const node = useQuery({ ...queries.node(), enabled: Boolean(session.data?.duty) });
  const failed = [session, node].find(({ error }) => error);

  if (failed) {
    return (
      <main className="alone">
        <ProblemPanel problem={failed.error} retry={() => void failed.refetch()} />
      </main>
    );
  }
  if (session.data === undefined) return null;
  if (session.data === null) return <LogIn />;
  if (session.data.duties.length === 0) return <NoDuty session={session.data} />;
  const { duty } = session.data;
  if (duty === null) return <ChooseDuty session={session.data} />;
  if (!node.data) return null;
  return <Screens session={session.data} duty={duty} node={node.data} />;
}

interface Props {
  session: Session;
  duty: HeldDuty;
  node: NodeFacts;
}

function Screens({ session, duty, node }: Props): ReactElement {
  return (
    <Routes>
      <Route
        path="board/:competitionId/:tradeId"
        element={
          <Suspense fallback={null}>
            <Board />
          </Suspense>
        }
      />
      <Route element={<Shell session={session} node={node} />}>
        <Route index element={<Navigate to={`/${firstScreen(session, node)}`} replace />} />
        {screenNames.map((name) => {
          const screen: Screen = screens[name];
          const Page = screen.page;
          const open = mayOpen(name, session, node);
          return (
            <Route
              key={name}
              path={[screen.path ?? name, screen.below].filter(Boolean).join('/')}
              element={open ? <Page /> : <NotYours name={name} duty={duty} />}
            />
          );
        })}
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
