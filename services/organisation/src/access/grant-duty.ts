import { DUTIES, type Duty } from '@gonglian/kernel/duty.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { duplicate, forbidden, invalid, notFound, refused } from '@gonglian/kernel/refusal.ts';
import { code, id, optionalDate, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command, type Tx } from '../pipeline.ts';
import { HeldDuty, OPEN_DUTIES_MAX, readOpenDuties } from './held-duty.ts';

const GrantDuty = z.strictObject({
  accountId: id,
  duty: code(DUTIES),
  scopeUnionId: id,
  memberId: optionalId,
  grantedOn: optionalDate,
});
type GrantDuty = z.output<typeof GrantDuty>;

/** What is known before a duty is granted; `overlaps`: one of the two scopes lies in the other. */
export interface BeforeGrant {
  actorId: string;
  today: string;
  unionStatus: string;
  held: readonly { duty: string; scopeUnionId: string; overlaps: boolean }[];
}

/** Who audits handles neither the money nor the system he audits (domain §5.12; security T19). */
const SEPARATED: readonly (readonly [Duty, Duty])[] = [
  ['finance', 'auditor'],
  ['admin', 'auditor'],
];

/** The day from which the duty is held, or the rule that stands against it. */
export function decideGrant(before: BeforeGrant, ask: GrantDuty): string {
  if (ask.accountId === before.actorId) throw forbidden('OWN_DUTY');
  if ((ask.duty === 'member') !== (ask.memberId !== '')) {
    const rule = ask.duty === 'member' ? 'required' : 'only_for_a_member';
    throw invalid('FIELD_INVALID', { field: 'memberId', rule });
  }
  const grantedOn = ask.grantedOn || before.today;
  if (grantedOn > before.today) throw refused('DATE_IN_FUTURE', { field: 'grantedOn' });
  if (['MERGED', 'DISSOLVED'].includes(before.unionStatus)) throw refused('UNION_NOT_ACTIVE');
  const same = before.held.some(
    ({ duty, scopeUnionId }) => duty === ask.duty && scopeUnionId === ask.scopeUnionId,
  );
  if (same) throw duplicate('DUTY_HELD');
  const other = before.held.find(({ duty, overlaps }) => overlaps && areSeparated(duty, ask.duty));
  if (other) throw refused('DUTIES_SEPARATED', { duty: ask.duty, held: other.duty });
  if (before.held.length >= OPEN_DUTIES_MAX) {
    throw refused('DUTIES_TOO_MANY', { limit: OPEN_DUTIES_MAX });
  }
  return grantedOn;
}

function areSeparated(one: string, other: string): boolean {
  return SEPARATED.some((pair) => one !== other && pair.every((d) => d === one || d === other));
}

export const grantDuty = command({
  schema: GrantDuty,
  permission: 'organisation.duty.grant',
  unions: ({ scopeUnionId }) => [scopeUnionId],
  async run(tx, ask) {
    const union = await readUnion(tx, ask.scopeUnionId);
    await lockAccount(tx, ask.accountId);
    const before = {
      actorId: tx.actor.id,
      today: chinaDate(tx.now),
      unionStatus: union.status,
      held: await readHeld(tx, ask),
    };
    const grantedOn = decideGrant(before, ask);
    const granted = tx.em.create(HeldDuty, {
      id: newId(),
      accountId: ask.accountId,
      duty: ask.duty,
      scopeUnionId: ask.scopeUnionId,
      memberId: ask.memberId || null,
      grantedOn,
      grantedBy: tx.actor.id,
      endedOn: null,
      endedBy: null,
      endedReason: null,
    });
    await tx.em.flush();
    const { id: dutyId, version } = granted;
    return { ...ask, dutyId, grantedOn, scopeUnionName: union.name, endedOn: '', version };
  },
});

async function readUnion(tx: Tx, unionId: string): Promise<{ name: string; status: string }> {
  const [union] = await tx.sql<{ name: string; status: string }>`
    select name, status from union_record where id = ${unionId}`;
  if (!union) throw notFound('UNION_UNKNOWN', { unionId });
  return union;
}

/** One grant to an account at a time: two that are each right alone could be separated duties. */
async function lockAccount(tx: Tx, accountId: string): Promise<void> {
  const rows = await tx.sql`select 1 from account where id = ${accountId} for update`;
  if (rows.length === 0) throw notFound('ACCOUNT_UNKNOWN');
}

async function readHeld(tx: Tx, ask: GrantDuty): Promise<BeforeGrant['held']> {
  const held = (await readOpenDuties(tx, [ask.accountId])).get(ask.accountId) ?? [];
  const scopes = [ask.scopeUnionId, ...held.map((one) => one.scopeUnionId)];
  const rows = await tx.sql<{ below: string; above: string }>`
    with recursive up (below, above) as (
      select u, u from unnest(${scopes}::uuid[]) as u
      union
      select up.below, r.parent_id from up join union_record as r on r.id = up.above
      where r.parent_id is not null)
    select below, above from up where above = any(${scopes}::uuid[])`;
  const contained = new Set(rows.map(({ below, above }) => `${below} ${above}`));
  return held.map(({ duty, scopeUnionId }) => ({
    duty,
    scopeUnionId,
    overlaps:
      contained.has(`${scopeUnionId} ${ask.scopeUnionId}`) ||
      contained.has(`${ask.scopeUnionId} ${scopeUnionId}`),
  }));
}
