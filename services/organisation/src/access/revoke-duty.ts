import { chinaDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { expectedVersion, id, text } from '@gonglian/service/fields.ts';
import { LockMode } from '@mikro-orm/core';
import { z } from 'zod';
import { command, type Tx } from '../pipeline.ts';
import { HeldDuty, lockDuties } from './held-duty.ts';

const RevokeDuty = z.strictObject({ dutyId: id, reason: text(200), expectedVersion });

type Revocable = Pick<HeldDuty, 'duty' | 'scopeUnionId' | 'endedOn'>;

/** Whoever administers the node last stays: otherwise nobody could grant a duty again. */
export function decideRevocation(
  held: Revocable,
  { rootUnionId, otherAdmins }: { rootUnionId: string; otherAdmins: number },
): void {
  if (held.endedOn !== null) throw refused('DUTY_ENDED', { endedOn: `${held.endedOn}` });
  const administers = held.duty === 'admin' && held.scopeUnionId === rootUnionId;
  if (administers && otherAdmins === 0) throw refused('LAST_ADMIN');
}

export const revokeDuty = command({
  schema: RevokeDuty,
  permission: 'organisation.duty.revoke',
  async run(tx, ask) {
    await lockDuties(tx);
    const lock = { lockMode: LockMode.OPTIMISTIC, lockVersion: ask.expectedVersion } as const;
    const held = await tx.em.findOneOrFail(HeldDuty, ask.dutyId, lock);
    const { rootUnionId } = tx.own;
    decideRevocation(held, { rootUnionId, otherAdmins: await countOtherAdmins(tx, ask.dutyId) });
    held.endedOn = chinaDate(tx.now);
    held.endedBy = tx.actor.id;
    held.endedReason = ask.reason;
    await tx.em.flush();
    const [union] = await tx.sql<{ name: string }>`
      select name from union_record where id = ${held.scopeUnionId}`;
    const { accountId, duty, scopeUnionId, memberId, grantedOn, endedOn, version } = held;
    const scope = { scopeUnionId, scopeUnionName: union?.name ?? '', memberId: memberId ?? '' };
    return { dutyId: held.id, accountId, duty, ...scope, grantedOn, endedOn, version };
  },
});

async function countOtherAdmins(tx: Tx, dutyId: string): Promise<number> {
  const [row] = await tx.sql<{ count: number }>`
    select count(*)::int as count from duty
    where duty = 'admin' and scope_union_id = ${tx.own.rootUnionId} and ended_on is null
      and id <> ${dutyId}`;
  return row?.count ?? 0;
}
