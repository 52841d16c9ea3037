import { Drawer } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  open: boolean;
  title: string;
  onClose: () => void;
  children: ReactNode;
}

export function SidePanel({ open, title, onClose, children }: Props): ReactElement {
  const { t } = useTranslation();
  return (
    <Drawer
      open={open}
      onClose={onClose}
      destroyOnHidden
      size="min(100vw, 560px)"
      title={<h2 className="panel-title">{title}</h2>}
      closable={{ 'aria-label': t('action.close'), placement: 'end' }}
    >
      {/* Focusable, so that a keyboard can scroll what holds no control of its own. */}
      <div className="panel-body" role="region" aria-label={title} tabIndex={0}>
        {children}
      </div>
    </Drawer>
  );
}
