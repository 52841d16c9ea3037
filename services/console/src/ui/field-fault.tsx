import type { ReactElement } from 'react';

/** What is wrong with the field above; said aloud when it comes. */
export function FieldFault({ children }: { children: string }): ReactElement {
  return (
    <p className="field-fault" role="alert">
      {children}
    </p>
  );
}
