import { Modal } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemPanel } from './problem-panel.tsx';

interface Props {
  open: boolean;
  title: string;
  /** What the button says that does it. */
  confirm: string;
  pending: boolean;
  problem?: unknown;
  onConfirm: () => void;
  onCancel: () => void;
  children: ReactNode;
}

/** Asks once more, and names what will happen. */
export function Confirm(props: Props): ReactElement {
  const { open, title, confirm, pending, problem, onConfirm, onCancel, children } = props;
  const { t } = useTranslation();
  return (
    <Modal
      open={open}
      onCancel={onCancel}
      destroyOnHidden
      title={<h2 className="panel-title">{title}</h2>}
      closable={{ 'aria-label': t('action.close') }}
      footer={
        <div className="confirm-buttons">
          <button type="button" className="button" onClick={onCancel}>
            {t('confirm.not')}
          </button>
          <button
            type="button"
            className="button button-main"
            disabled={pending}
            onClick={onConfirm}
          >
            {confirm}
          </button>
        </div>
      }
    >
      {children}
      {problem !== undefined && problem !== null && <ProblemPanel problem={problem} />}
    </Modal>
  );
}
