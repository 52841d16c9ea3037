import type { ReactElement } from 'react';
import { useWords } from './words.ts';
import type { Problem } from '../problem.ts';

interface Props {
  problem: Problem;
  again: () => void;
}

const reasons = { JOIN_LINK_EXPIRED: 'expired', JOIN_LINK_INVALID: 'invalid' } as const;

/** Nothing is asked on this page: not a name, not even which union was meant. */
export function LinkRefused({ problem, again }: Props): ReactElement {
  const t = useWords();
  const reason = problem.code in reasons ? reasons[problem.code as keyof typeof reasons] : 'failed';
  return (
    <div role="alert">
      <h1>{t(`refused.${reason}.title`)}</h1>
      <p>{t(`refused.${reason}.text`)}</p>
      {reason === 'failed' ? (
        <button type="button" className="join-main" onClick={again}>
          {t('refused.again')}
        </button>
      ) : (
        <p className="join-guard">{t('refused.guard')}</p>
      )}
    </div>
  );
}
