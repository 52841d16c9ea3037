// Where somebody starts who has named no address.
import type { DutyName } from './screen.ts';
import { mayOpen, screenNames, type ScreenName } from './screens.ts';
import type { NodeFacts, Session } from './shapes.ts';

const firstScreens: Record<DutyName, ScreenName> = {
  clerk: 'work',
  chair: 'work',
  supervisor: 'rollup',
  finance: 'books',
  auditor: 'rollup',
  admin: 'links',
  member: 'my',
};

export function firstScreen(session: Session, node: NodeFacts): ScreenName {
  const first = firstScreens[session.duty?.duty as DutyName];
  if (mayOpen(first, session, node)) return first;
  return screenNames.find((name) => mayOpen(name, session, node)) ?? 'sessions';
}
