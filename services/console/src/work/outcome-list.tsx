import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Chip } from '../ui/chips.tsx';
import { useProblemTitle } from '../ui/problem-panel.tsx';
import type { Outcome } from './deciding.ts';

interface Props {
  outcomes: readonly Outcome[];
  left: number;
}

/** What became of each: the one that failed is named with its reason, and still waits below. */
export function OutcomeList({ outcomes, left }: Props): ReactElement | null {
  const { t } = useTranslation();
  if (outcomes.length === 0 && left === 0) return null;
  const failed = outcomes.filter(({ problem }) => problem !== undefined);
  return (
    <section className="outcomes" aria-label={t('work.outcomes')}>
      <p role="status">
        <strong>
          {left > 0
            ? t('work.deciding', { done: outcomes.length, all: outcomes.length + left })
            : t('work.decided', { done: outcomes.length - failed.length, failed: failed.length })}
        </strong>
      </p>
      <ul>
        {outcomes.map((outcome) => (
          <OutcomeLine key={outcome.item.id} outcome={outcome} />
        ))}
      </ul>
    </section>
  );
}

function OutcomeLine({ outcome }: { outcome: Outcome }): ReactElement {
  const { t } = useTranslation();
  const title = useProblemTitle(outcome.problem);
  const { item, decision, problem } = outcome;
  return (
    <li>
      <span>{item.name}</span>
      {problem === undefined ? (
        <Chip tone="good" icon="check">
          {t(`work.done.${decision}`)}
        </Chip>
      ) : (
        <>
          <Chip tone="bad" icon="warning">
            {t('work.failed')}
          </Chip>
          <span className="quiet">{title}</span>
        </>
      )}
    </li>
  );
}
