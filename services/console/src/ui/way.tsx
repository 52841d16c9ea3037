import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './icons.tsx';

interface Props {
  steps: readonly (readonly [state: string, words: string])[];
  here: string;
  /** Nothing is left to do. */
  done: boolean;
}

/** How far something has come: each step with its mark, the present one named. */
export function Way({ steps, here, done }: Props): ReactElement {
  const { t } = useTranslation();
  const at = steps.findIndex(([state]) => state === here);
  return (
    <ol className="way" aria-label={t('payments.way')}>
      {steps.map(([state, words], place) => {
        const passed = done || place < at;
        return (
          <li
            key={state}
            className={passed ? 'way-passed' : ''}
            aria-current={place === at ? 'step' : undefined}
          >
            <span className="way-mark" aria-hidden="true">
              {passed ? <Icon name="check" /> : place + 1}
            </span>
            <span>{words}</span>
            {passed && <span className="hidden">{t('payments.passed')}</span>}
          </li>
        );
      })}
    </ol>
  );
}
