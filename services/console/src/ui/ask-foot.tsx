import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemPanel } from './problem-panel.tsx';

interface Props {
  /** What the last attempt was told; null before one. */
  error: unknown;
  /** Nothing can be sent now: it is being sent, or something is missing. */
  disabled: boolean;
  onClose: () => void;
  /** What is done, in words. */
  children: ReactNode;
}

/** How a dialog's form ends: what went wrong, the way out, and what it does. */
export function AskFoot({ error, disabled, onClose, children }: Props): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      {Boolean(error) && <ProblemPanel problem={error} />}
      <div className="ask-foot">
        <button type="button" className="button" onClick={onClose}>
          {t('confirm.not')}
        </button>
        <button type="submit" className="button button-main" disabled={disabled}>
          {children}
        </button>
      </div>
    </>
  );
}
