import type { ReactElement, ReactNode } from 'react';

interface Props {
  label: string;
  className?: string;
  children: ReactNode;
}

/** Lets a wide table scroll by itself; focusable, so that a keyboard can scroll it too. */
export function TableFrame({ label, className = '', children }: Props): ReactElement {
  return (
    <div className="table-frame" role="region" aria-label={label} tabIndex={0}>
      <table className={`table ${className}`}>{children}</table>
    </div>
  );
}
