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
      {children}
    </Drawer>
  );
}
