// Stretches of active membership: the record that every movement is recounted from.
import type { MembershipSpell } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import type { CalendarDate } from '@gonglian/kernel/dates.ts';
import type { Sql } from '../pipeline.ts';

export type StartKind = 'recruited' | 'moved_in' | 'reactivated';
export type EndKind = 'moved_out' | 'retained' | 'left';

export interface Spell {
  no: number;
  startedOn: CalendarDate;
  endedOn: CalendarDate | null;
}

/** The latest stretch; undefined for somebody who was never a member. */
export async function findLastSpell(sql: Sql, memberId: string): Promise<Spell | undefined> {
  const [spell] = await sql<Spell>`
    select no::int as no, started_on::text as "startedOn", ended_on::text as "endedOn"
    from spell where member_id = ${memberId} order by no desc limit 1`;
  return spell;
}

const SPELLS_MAX = 500;

/** Every stretch, oldest first, as the API shows it. */
export function listSpells(sql: Sql, memberId: string): Promise<MembershipSpell[]> {
  return sql<MembershipSpell>`
    select s.union_id as "unionId", coalesce(u.name, '') as "unionName",
      s.started_on::text as "startedOn", s.start_kind as "startKind",
      coalesce(s.ended_on::text, '') as "endedOn", coalesce(s.end_kind, '') as "endKind"
    from spell s left join union_state u on u.union_id = s.union_id
    where s.member_id = ${memberId} order by s.no limit ${SPELLS_MAX}`;
}

export async function startSpell(
  sql: Sql,
  spell: {
    memberId: string;
    no: number;
    unionId: string;
    codesId: number;
    startedOn: CalendarDate;
    startKind: StartKind;
  },
): Promise<void> {
  await sql`
    insert into spell (member_id, no, union_id, codes_id, started_on, start_kind)
    values (${spell.memberId}, ${spell.no}, ${spell.unionId}, ${spell.codesId},
      ${spell.startedOn}, ${spell.startKind})`;
}

/** Ends the open stretch; `endedOn` is the first day that is no longer counted. */
export async function endSpell(
  sql: Sql,
  memberId: string,
  endedOn: CalendarDate,
  endKind: EndKind,
): Promise<void> {
  const ended = await sql`
    update spell set ended_on = ${endedOn}, end_kind = ${endKind}
    where member_id = ${memberId} and ended_on is null returning no`;
  if (ended.length !== 1) throw new Error('an active member without an open spell');
}
