import type { ReactElement } from 'react';
import type { HeldDuty } from '../shapes.ts';
import { useLabels } from '../ui/labels.ts';

/** A duty and over whom; the union's name is said in its own language. */
export function DutyName({ duty }: { duty: HeldDuty }): ReactElement {
  const label = useLabels();
  return (
    <span className="duty-name">
      <strong>{label('duty', duty.duty)}</strong>
      {duty.scopeUnionName !== '' && <span lang="zh-CN">{duty.scopeUnionName}</span>}
    </span>
  );
}
