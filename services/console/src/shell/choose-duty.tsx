import type { ReactElement } from 'react';
import type { Session } from '../shapes.ts';

export function ChooseDuty({ session }: { session: Session }): ReactElement {
  return <main className="alone">{session.accountNo}</main>;
}
