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
        <p className="problem-facts">
          {facts?.code && <code>{facts.code}</code>}
          {facts !== undefined && facts.status > 0 && <span>HTTP {facts.status}</span>}
          {Object.entries(facts?.details ?? {}).map(([name, value]) => (
            <code key={name}>{`${name}: ${String(value)}`}</code>
          ))}
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

/** The server speaks the language asked for; our own words stand in where it said nothing. */
function useProblemTitle(problem: unknown): string {
  const { t, i18n } = useTranslation();
  const label = useLabels();
  if (!(problem instanceof Problem)) return t('problem.unknown');
  if (problem.message !== '') return problem.message;
  if (i18n.exists(`problemCode.${problem.code}`)) return label('problemCode', problem.code);
  const status = String(problem.status);
  if (i18n.exists(`problemStatus.${status}`)) return label('problemStatus', status);
  return t('problem.unknown');
}
