import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../problem.ts';
import { Icon } from './icons.tsx';
import { useLabels } from './labels.ts';
import { WhyNot } from './why-not.tsx';

interface Props {
  problem: unknown;
  retry?: () => void;
}

/** What went wrong, in words first, with what a supporter needs to find it in the logs. */
export function ProblemPanel({ problem, retry }: Props): ReactElement {
  const { t } = useTranslation();
  const title = useProblemTitle(problem);
  const facts = problem instanceof Problem ? problem : undefined;
  if (facts?.status === 403) return <Denied problem={facts} title={title} />;
  return (
    <div className="problem" role="alert">
      <Icon name="warning" />
      <div>
        <p className="problem-title">{title}</p>
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

/** A refusal by policy does not change by asking again; who is refused is told which rule it was. */
function Denied({ problem, title }: { problem: Problem; title: string }): ReactElement {
  const { t, i18n } = useTranslation();
  const known = i18n.exists(`whyNot.rule.${problem.code}`);
  return (
    <WhyNot
      title={title}
      code={problem.code}
      permission={String(problem.details['permission'] ?? '')}
      rule={known ? t(`whyNot.rule.${problem.code as 'PERMISSION_MISSING'}`) : ''}
      traceId={problem.traceId}
    />
  );
}

/** The server speaks the language asked for; our own words stand in where it said nothing. */
export function useProblemTitle(problem: unknown): string {
  const { t, i18n } = useTranslation();
  const label = useLabels();
  if (!(problem instanceof Problem)) return t('problem.unknown');
  if (problem.message !== '') return problem.message;
  if (i18n.exists(`problemCode.${problem.code}`)) return label('problemCode', problem.code);
  const status = String(problem.status);
  if (i18n.exists(`problemStatus.${status}`)) return label('problemStatus', status);
  return t('problem.unknown');
}
