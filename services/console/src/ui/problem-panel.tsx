import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api.ts';
import { Icon } from './icons.tsx';
import { useLabels } from './labels.ts';

interface Props {
  problem: unknown;
  retry?: () => void;
}

/** What went wrong, in words first, with what a supporter needs to find it in the logs. */
export function ProblemPanel({ problem, retry }: Props): ReactElement {
  const { t } = useTranslation();
  const facts = problem instanceof Problem ? problem : undefined;
  return (
    <div className="problem" role="alert">
      <Icon name="warning" />
      <div>
        <p className="problem-title">{useProblemTitle(problem)}</p>
        {facts?.detail && <p>{facts.detail}</p>}
        <p className="problem-facts">
          {facts?.code && <code>{facts.code}</code>}
          {facts !== undefined && facts.status > 0 && <span>HTTP {facts.status}</span>}
          {facts?.traceId && (
            <span>
              {t('problem.trace')} <code>{facts.traceId}</code>
            </span>
          )}
        </p>
        {retry && (
          <button type="button" className="button" onClick={retry}>
            {t('action.retry')}
          </button>
        )}
      </div>
    </div>
  );
}

function useProblemTitle(problem: unknown): string {
  const { t } = useTranslation();
  const label = useLabels();
  if (!(problem instanceof Problem)) return t('problem.unknown');
  const worded = label('problemCode', problem.code);
  if (worded !== problem.code && worded !== '–') return worded;
  return problem.message || t('problem.unknown');
}
