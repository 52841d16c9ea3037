// The frame of a screen: its one h1, what stands beside it, and what shows before data is there.
import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemPanel } from './problem-panel.tsx';

interface PageProps {
  title: string;
  above?: ReactNode;
  lead?: ReactNode;
  tools?: ReactNode;
  children: ReactNode;
}

export function Page({ title, above, lead, tools, children }: PageProps): ReactElement {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${title} · ${t('app.name')}`;
  }, [title, t]);
  return (
    <div className="page">
      {above}
      <div className="page-head">
        <div>
          <h1>{title}</h1>
          {lead && <p className="lead">{lead}</p>}
        </div>
        {tools && <div className="tools">{tools}</div>}
      </div>
      {children}
    </div>
  );
}

interface SectionProps {
  title: string;
  /** Left out of what is printed. */
  screenOnly?: boolean;
  note?: ReactNode;
  tools?: ReactNode;
  children: ReactNode;
}

export function Section({ title, screenOnly, note, tools, children }: SectionProps): ReactElement {
  return (
    <section className={screenOnly ? 'section screen-only' : 'section'}>
      <div className="section-head">
        <h2>{title}</h2>
        {note && <p className="note">{note}</p>}
        {tools && <div className="tools">{tools}</div>}
      </div>
      {children}
    </section>
  );
}

interface LoadedProps<T> {
  query: Pick<UseQueryResult<T>, 'data' | 'error' | 'isPlaceholderData' | 'refetch'>;
  lines?: number;
  children: (data: T) => ReactNode;
}

/** Old data stays on screen while newer data is on its way, and when it cannot be had. */
export function Loaded<T>({ query, lines = 4, children }: LoadedProps<T>): ReactElement {
  const problem = query.error && (
    <ProblemPanel problem={query.error} retry={() => void query.refetch()} />
  );
  if (query.data === undefined) return problem ?? <Waiting lines={lines} />;
  return (
    <>
      {problem}
      <div
        className={query.isPlaceholderData ? 'stale-view' : ''}
        aria-busy={query.isPlaceholderData}
      >
        {children(query.data)}
      </div>
    </>
  );
}

export function Waiting({ lines = 4 }: { lines?: number }): ReactElement {
  const { t } = useTranslation();
  return (
    <div className="waiting" role="status">
      <span className="hidden">{t('state.loading')}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className="waiting-line" />
      ))}
    </div>
  );
}

/** Says what is missing and what to do next. */
export function Empty({ title, children }: { title: string; children?: ReactNode }): ReactElement {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children && <div className="empty-next">{children}</div>}
    </div>
  );
}
