// Who may do what, and see what: the one policy that every command and query asks, by name. Default deny.
// Duties are separated as domain §5.12 and security T19 say: who administers a node reads no member
// (and is told only whose account it is, by a whole number), who audits changes nothing.

import { competitions } from './permission/competitions.ts';
import { finance } from './permission/finance.ts';
import { DUTIES, type Duty, type ServicePermissions } from './permission/holder.ts';
import { membership } from './permission/membership.ts';
import { organisation } from './permission/organisation.ts';
import { sync } from './permission/sync.ts';
import { welfare } from './permission/welfare.ts';

export { DUTIES, type Duty, type InnerDuty } from './permission/holder.ts';

/** How far a duty reaches: the own record, the scope's union with all below it, or the whole node. */
export type Reach = 'none' | 'self' | 'scope' | 'all';

/** A service that has permissions has its file, and its place here. */
const SERVICES: readonly ServicePermissions[] = [
  organisation,
  membership,
  competitions,
  welfare,
  finance,
  sync,
];

/** A permission that is not here is nobody's. */
const PERMISSIONS: ReadonlyMap<string, readonly string[]> = new Map(
  SERVICES.flatMap(({ holders }) => Object.entries(holders)),
);
const WHOLE_NODE: ReadonlySet<string> = new Set(SERVICES.flatMap(({ wholeNode }) => wholeNode));

export type FieldClass = 'public' | 'internal' | 'personal' | 'sensitive' | 'secret';
/** How a field of a person's record is shown to somebody before he asks for it with a reason. */
export type Showing = 'whole' | 'masked' | 'hidden';

/** Whom a duty may ask the whole value of, by class; `living`: while the membership is not ended or refused. */
interface Sight {
  shows: Showing;
  reveals: 'never' | 'living' | 'always';
}
const nothing: Sight = { shows: 'hidden', reveals: 'never' };
const masked: Sight = { shows: 'masked', reveals: 'never' };
const SIGHT = new Map<string, { personal: Sight; sensitive: Sight }>(
  Object.entries({
    clerk: {
      personal: { shows: 'masked', reveals: 'always' },
      sensitive: { shows: 'masked', reveals: 'living' },
    },
    chair: {
      personal: { shows: 'masked', reveals: 'always' },
      sensitive: { shows: 'masked', reveals: 'living' },
    },
    auditor: {
      personal: { shows: 'masked', reveals: 'always' },
      sensitive: { shows: 'masked', reveals: 'always' },
    },
    finance: { personal: masked, sensitive: nothing },
    member: {
      personal: { shows: 'whole', reveals: 'never' },
      sensitive: { shows: 'whole', reveals: 'never' },
    },
  }),
);
const LIVING: ReadonlySet<string> = new Set(['APPLIED', 'ACTIVE', 'RETAINED']);

export function isDuty(text: string): text is Duty {
  return (DUTIES as readonly string[]).includes(text);
}

/** Every permission of the product, with who holds it. */
export function permissions(): ReadonlyMap<string, readonly string[]> {
  return PERMISSIONS;
}

/** Whether a duty carries a permission; what is not in the table is denied. */
export function mayDo(duty: string, permission: string): boolean {
  return PERMISSIONS.get(permission)?.includes(duty) ?? false;
}

/** Whether a permission is of use only to somebody whose duty reaches the whole node. */
export function needsWholeNode(permission: string): boolean {
  return WHOLE_NODE.has(permission);
}

/** How far a duty over `scope` reaches at a node whose root union is `rootUnionId`. */
export function reachOf(duty: string, scope: string, rootUnionId: string): Reach {
  if (duty === 'service' || duty === 'gateway') return 'all';
  if (duty === 'member') return 'self';
  if (!isDuty(duty)) return 'none';
  return scope === rootUnionId ? 'all' : 'scope';
}

/** How a field of somebody's record is shown; secret fields are shown to nobody. */
export function showing(duty: string, fieldClass: FieldClass): Showing {
  if (fieldClass === 'public' || fieldClass === 'internal') return 'whole';
  if (fieldClass === 'secret') return 'hidden';
  return (SIGHT.get(duty)?.[fieldClass] ?? nothing).shows;
}

/** Whether a duty may see a masked field whole for a reason, given the state of the membership (domain §2.2). */
export function mayReveal(duty: string, fieldClass: FieldClass, state: string): boolean {
  if (fieldClass !== 'personal' && fieldClass !== 'sensitive') return false;
  const { reveals } = SIGHT.get(duty)?.[fieldClass] ?? nothing;
  return reveals === 'always' || (reveals === 'living' && LIVING.has(state));
}
