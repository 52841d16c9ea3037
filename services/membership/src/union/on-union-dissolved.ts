// A union has ended. In a merger its memberships go to the successor with it: active ones as
// transfers on the day of the merger, retained and pending ones without a fact, because they are
// not counted and so nothing moves.
import { memberTransferred } from '@gonglian/contracts/membership.ts';
import { unionDissolved } from '@gonglian/contracts/organisation.ts';
import type { UnionDissolved } from '@gonglian/contracts/gen/gonglian/organisation/v1/events.ts';
import type { CalendarDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import type { Tx } from '@gonglian/service/use-case.ts';
import { readCodes } from '../member/codes.ts';
import { reaction, type Own, type Sql } from '../pipeline.ts';

const CHUNK_ROWS = 2_000;
/** A grassroots union of more than a million members is a mistake to look at, not to carry out. */
const CHUNKS_MAX = 500;

export const onUnionDissolved = reaction({
  facts: [unionDissolved],
  async apply(tx, batch) {
    for (const { data } of batch) {
      await tx.sql`
        update union_state set status = 'DISSOLVED', successor_id = ${data.successorId || null}
        where union_id = ${data.unionId}`;
      await tx.sql`
        update transfer set state = 'WITHDRAWN', reason = 'union_dissolved', version = version + 1
        where state in ('INITIATED', 'SENDER_CONFIRMED')
          and (from_union_id = ${data.unionId} or to_union_id = ${data.unionId})`;
      if (data.successorId !== '') await moveMembers(tx, data);
    }
  },
});

async function moveMembers(tx: Tx<Own>, { unionId, successorId, effectiveOn }: UnionDissolved) {
  await tx.sql`
    update membership set union_id = ${successorId}, version = version + 1
    where union_id = ${unionId} and state in ('APPLIED', 'RETAINED')`;
  for (let chunk = 0; chunk < CHUNKS_MAX; chunk += 1) {
    const moved = await moveActive(tx.sql, unionId, successorId);
    if (moved.length === 0) return;
    await moveSpells(tx, { unionId, successorId, effectiveOn }, moved);
  }
  throw new Error('more members than a merger moves');
}

interface Moved {
  memberId: string;
  version: number;
  codesId: number;
}

function moveActive(sql: Sql, unionId: string, successorId: string): Promise<Moved[]> {
  return sql<Moved>`
    update membership set union_id = ${successorId}, version = version + 1
    where member_id in (
      select member_id from membership where union_id = ${unionId} and state = 'ACTIVE'
      order by member_id limit ${CHUNK_ROWS} for update)
    returning member_id as "memberId", version, codes_id as "codesId"`;
}

/**
 * Who joined after the day of the merger moves on the day of joining: a spell cannot end before it
 * began.
 */
async function moveSpells(
  { sql, emit }: Tx<Own>,
  merger: Pick<UnionDissolved, 'unionId' | 'successorId' | 'effectiveOn'>,
  moved: readonly Moved[],
): Promise<void> {
  const { unionId: fromUnionId, successorId: toUnionId } = merger;
  const memberIds = moved.map((member) => member.memberId);
  const ended = await sql<{ memberId: string; on: CalendarDate }>`
    update spell set ended_on = greatest(${merger.effectiveOn}::date, started_on),
      end_kind = 'moved_out'
    where member_id = any(${memberIds}::uuid[]) and ended_on is null
    returning member_id as "memberId", ended_on::text as "on"`;
  if (ended.length !== moved.length) throw new Error('an active member without an open spell');
  const endedOn = new Map(ended.map((spell) => [spell.memberId, spell.on]));
  const transfers = moved.map((member) => ({
    ...member,
    transferId: newId(),
    on: endedOn.get(member.memberId) ?? '',
  }));
  await sql`
    insert into spell (member_id, no, union_id, codes_id, started_on, start_kind)
    select member_id, max(no) + 1, ${toUnionId}, (array_agg(codes_id order by no desc))[1],
      max(ended_on), 'moved_in'
    from spell where member_id = any(${memberIds}::uuid[]) group by member_id`;
  await insertTransfers(sql, fromUnionId, toUnionId, transfers);
  const codes = await readCodes(
    sql,
    moved.map((member) => member.codesId),
  );
  for (const { memberId, transferId, on: effectiveOn, codesId, version } of transfers) {
    const fact = { memberId, transferId, fromUnionId, toUnionId, effectiveOn, version };
    emit(memberTransferred, { ...fact, codes: codes.get(codesId) });
  }
}

/** Kept like any other transfer, so that its id can be looked up. */
async function insertTransfers(
  sql: Sql,
  fromUnionId: string,
  toUnionId: string,
  transfers: readonly { memberId: string; transferId: string; on: CalendarDate }[],
): Promise<void> {
  await sql`
    insert into transfer (id, member_id, from_union_id, to_union_id, state, asked_by, effective_on,
      requested_on, expires_on, reason, version)
    select id, member_id, ${fromUnionId}::uuid, ${toUnionId}::uuid, 'COMPLETED', 'merger',
      on_date, on_date, on_date, 'union_dissolved', 1
    from unnest(${transfers.map((one) => one.transferId)}::uuid[],
      ${transfers.map((one) => one.memberId)}::uuid[], ${transfers.map((one) => one.on)}::date[])
      as t(id, member_id, on_date)`;
}
