import { showing } from '@gonglian/kernel/duty.ts';
import type { Actor } from '@gonglian/rpc/actor.ts';

/** A name is whole inside the reader's own union and masked elsewhere (security, masking rules). */
export function showsName({ duty, scope }: Pick<Actor, 'duty' | 'scope'>, unionId: string) {
  const shown = showing(duty, 'personal');
  return shown === 'whole' || (shown === 'masked' && scope === unionId);
}
