// What the records say of who may enter: places, the line of unions, and judges of the same unit.
import { refused } from '@gonglian/kernel/refusal.ts';
import type { Sql } from '../pipeline.ts';
import { fullOf } from './decide-entry.ts';

/** The union itself counts. */
export async function isBelow(sql: Sql, holderId: string, unionId: string): Promise<boolean> {
  const [row] = await sql<{ below: boolean }>`
    select ${holderId}::uuid = ${unionId}::uuid or exists (
      select from scope_below where above_id = ${holderId}::uuid and union_id = ${unionId}::uuid) as below`;
  return row?.below === true;
}

/**
 * Most who come for the last places are told that it is full: by what is committed, in one look that locks nothing and
 * waits for nobody. Whoever is not told so has no place yet: takePlaces gives it. Refused COMPETITION_FULL.
 */
export async function refuseFull(
  sql: Sql,
  { competitionId, tradeId, count }: { competitionId: string; tradeId: string; count: number },
): Promise<void> {
  const [full] = await sql<{ places: number }>`
    select t.places from competition_trade as t join competition as c using (competition_id)
    where t.trade_id = ${tradeId} and c.competition_id = ${competitionId} and c.state = 'ENROLLING'
      and t.taken + ${count} > t.places`;
  if (full) throw fullOf(full);
}

/**
 * The trade's own row counts its places, so that the last of them go to whoever comes first however many come at once; it
 * is locked from here to the end of the transaction. Refused COMPETITION_FULL.
 */
export async function takePlaces(sql: Sql, tradeId: string, count: number): Promise<void> {
  const taken = await sql`
    update competition_trade set taken = taken + ${count}
    where trade_id = ${tradeId} and taken + ${count} <= places returning 1`;
  if (taken.length > 0) return;
  const [trade] = await sql<{ places: number }>`
    select places from competition_trade where trade_id = ${tradeId}`;
  throw fullOf({ places: trade?.places ?? 0 });
}

/** Refused JUDGE_OF_ENTRANTS_UNIT or JUDGE_IS_ENTRANT. The trade's row is locked, so that no judge comes meanwhile. */
export async function requireNoJudge(
  sql: Sql,
  {
    tradeId,
    unionId,
    personIds,
  }: { tradeId: string; unionId: string; personIds: readonly string[] },
): Promise<void> {
  const judges = await sql<{ isEntrant: boolean }>`
    select person_id = any(${personIds}::uuid[]) as "isEntrant" from competition_judge
    where trade_id = ${tradeId}
      and (person_id = any(${personIds}::uuid[]) or same_unit(union_id, ${unionId}::uuid))
    order by 1 desc limit 1`;
  if (judges[0]) throw refused(judges[0].isEntrant ? 'JUDGE_IS_ENTRANT' : 'JUDGE_OF_ENTRANTS_UNIT');
}

/** The same from the other side: whoever is to judge. */
export async function requireNoEntrant(
  sql: Sql,
  { tradeId, unionId, personId }: { tradeId: string; unionId: string; personId: string },
): Promise<void> {
  await sql`select from competition_trade where trade_id = ${tradeId} for update`;
  const entrants = await sql<{ isJudge: boolean }>`
    select person_id = ${personId}::uuid as "isJudge" from competition_entry
    where trade_id = ${tradeId} and state = 'ENROLLED'
      and (person_id = ${personId}::uuid or same_unit(union_id, ${unionId}::uuid))
    order by 1 desc limit 1`;
  if (entrants[0])
    throw refused(entrants[0].isJudge ? 'JUDGE_IS_ENTRANT' : 'JUDGE_OF_ENTRANTS_UNIT');
}
