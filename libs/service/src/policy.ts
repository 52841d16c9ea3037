import { mayDo, needsWholeNode, type Reach } from '@gonglian/kernel/duty.ts';
import { forbidden } from '@gonglian/kernel/refusal.ts';
import type { Actor } from '@gonglian/rpc/actor.ts';

/** Who holds the permissions of a service that is not of the product: those of tests bring their own. */
export type Permissions = Readonly<Record<string, readonly string[]>>;

/**
 * Throws forbidden PERMISSION_MISSING where the actor's duty does not carry the permission, SCOPE_TOO_NARROW where it
 * carries it for the node as a whole and this duty reaches a part.
 */
export function authorise(
  actor: Actor,
  reach: Reach,
  permission: string,
  own: Permissions | undefined,
): void {
  const { duty } = actor;
  const may = own ? own[permission]?.includes(duty) === true : mayDo(duty, permission);
  if (!may) throw forbidden('PERMISSION_MISSING', { permission, duty });
  if (needsWholeNode(permission) && reach !== 'all') {
    throw forbidden('SCOPE_TOO_NARROW', { permission, duty });
  }
}
