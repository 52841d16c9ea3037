import type { UseMutationResult } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Verification } from '../shapes.ts';
import { Section } from '../ui/page.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { VerificationResult } from './verification-result.tsx';

/** The product's own promise, for anyone to check: recount everything and say what differs. */
export function VerificationSection({
  verify,
}: {
  verify: UseMutationResult<Verification, Error, void>;
}): ReactElement {
  const { t } = useTranslation();
  const seconds = useElapsedSeconds(verify.isPending);
  return (
    <Section title={t('verify.title')} note={t('verify.note')}>
      <button
        type="button"
        className="button button-main"
        disabled={verify.isPending}
        onClick={() => verify.mutate()}
      >
        {verify.isPending ? t('verify.running') : t('verify.start')}
      </button>
      <div aria-live="polite">
        {verify.isPending && (
          <div className="running">
            <progress aria-label={t('verify.running')} />
            <p className="note">{t('verify.elapsed', { seconds })}</p>
          </div>
        )}
        {verify.error && <ProblemPanel problem={verify.error} retry={() => verify.mutate()} />}
        {verify.data && !verify.isPending && <VerificationResult result={verify.data} />}
      </div>
    </Section>
  );
}

function useElapsedSeconds(running: boolean): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    if (!running) return undefined;
    setSeconds(0);
    const timer = setInterval(() => setSeconds((now) => now + 1), 1_000);
    return () => clearInterval(timer);
  }, [running]);
  return seconds;
}
