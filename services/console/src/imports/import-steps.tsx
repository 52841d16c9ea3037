import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icons.tsx';
import { steps } from './import-state.ts';
import type { Step } from './import-state.ts';

/** Where one is, what is behind and what is still to come. */
export function ImportSteps({ at, whole }: { at: Step; whole?: boolean }): ReactElement {
  const { t } = useTranslation();
  const here = steps.indexOf(at);
  return (
    <ol className="import-steps" aria-label={t('imports.steps')}>
      {steps.map((step, place) => {
        const passed = place < here || whole === true;
        return (
          <li
            key={step}
            className={passed ? 'step-passed' : ''}
            aria-current={place === here ? 'step' : undefined}
          >
            <span className="step-mark" aria-hidden="true">
              {passed ? <Icon name="check" /> : place + 1}
            </span>
            <span>{t(`imports.step.${step}`)}</span>
            {passed && <span className="hidden">{t('imports.stepPassed')}</span>}
          </li>
        );
      })}
    </ol>
  );
}
