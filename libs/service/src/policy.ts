import { forbidden } from '@gonglian/kernel/refusal.ts';
import type { Actor } from '@gonglian/rpc/actor.ts';

/**
 * Which permissions a duty carries, by prefix. Default deny. A permission is `<service>.<thing>.<verb>`; `.read` ends
 * the permissions of queries.
 */
const duties: Record<string, (permission: string) => boolean> = {
  clerk: (permission) => !permission.startsWith('sync.period.'),
  auditor: (permission) => permission.endsWith('.read'),
  admin: () => true,
};

/** Throws forbidden where the actor's duty does not carry the permission. */
export function authorise(actor: Actor, permission: string): void {
  if (duties[actor.duty]?.(permission) !== true) {
    throw forbidden('PERMISSION_MISSING', { permission, duty: actor.duty });
  }
}
