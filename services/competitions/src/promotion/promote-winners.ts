// The best of a contest that was held here enter the one above that it is linked to, in the trade of the same name.
import type { PromotedWinners } from '@gonglian/contracts/gen/gonglian/competitions/v1/across.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { z } from 'zod';
import {
  CompetitionAsk,
  holdCompetition,
  lockHeld,
  type CompetitionRow,
} from '../competition/competition.ts';
import { requireState } from '../competition/state.ts';
import { takePlaces } from '../entry/places.ts';
import { command, type Tx } from '../pipeline.ts';
import { findOffer, sendEntries } from './send-entries.ts';

const RANK_MAX = 1_000;

interface Winner {
  tradeId: string;
  unionId: string;
  personId: string;
  memberId: string | null;
  teamName: string;
  numberSealed: Buffer | null;
}

export const promoteWinners = command({
  schema: CompetitionAsk.extend({ rankTo: z.int().min(1, 'too_small').max(RANK_MAX, 'too_large') }),
  permission: 'competitions.competition.write',
  async run(tx, { rankTo, ...ask }): Promise<PromotedWinners> {
    const competition = await lockHeld(tx, ask);
    requireState(competition, 'RESULT_PUBLISHED', 'AWARDS_ISSUED', 'ARCHIVED');
    await tx.beyondScope('the contest above is of the federation, and winners are of any unit');
    const offer = await findOffer(tx.sql, competition);
    if (!offer || competition.origin === 'JOINED') throw refused('PROMOTION_NOT_LINKED');
    const above = await holdCompetition(tx.sql, offer.competitionId);
    requireState(above, 'ENROLLING');
    const winners = await findWinners(tx, competition, above, rankTo);
    if (winners.length === 0) throw refused('PROMOTION_NOBODY');
    // Whoever entered before the two were linked: he is entered above by hand, with his number.
    const without = winners.filter(({ numberSealed }) => numberSealed === null).length;
    if (without > 0) throw refused('PROMOTION_WITHOUT_NUMBER', { without });
    const entryIds = await enter(tx, above, winners);
    await sendEntries(tx, above, entryIds);
    return { promoted: entryIds.length, entryIds };
  },
});

/** Each once: who is entered above already is not among them. */
function findWinners(
  { sql }: Tx,
  { competitionId }: CompetitionRow,
  above: CompetitionRow,
  rankTo: number,
): Promise<Winner[]> {
  return sql<Winner>`
    select a.trade_id as "tradeId", e.union_id as "unionId", e.person_id as "personId",
      e.member_id as "memberId", e.team_name as "teamName", e.number_sealed as "numberSealed"
    from competition_result as r join competition_entry as e using (entry_id)
    join competition_trade as t on t.trade_id = e.trade_id
    join competition_trade as a on a.competition_id = ${above.competitionId} and a.title = t.title
    where r.competition_id = ${competitionId} and r.rank <= ${rankTo} and e.entry_kind = 'PERSON'
      and not exists (select from competition_entry as o
        where o.competition_id = a.competition_id and o.person_id = e.person_id)
    order by r.rank, e.entry_id`;
}

async function enter(
  { sql, now }: Tx,
  { competitionId, unionId: holderId }: CompetitionRow,
  winners: readonly Winner[],
): Promise<string[]> {
  const trades = Map.groupBy(winners, ({ tradeId }) => tradeId);
  for (const tradeId of [...trades.keys()].toSorted())
    await takePlaces(sql, tradeId, trades.get(tradeId)?.length ?? 0);
  const entryIds = winners.map(() => newId());
  await sql`
    insert into competition_entry (entry_id, competition_id, holder_union_id, trade_id, union_id, entry_kind,
      person_id, member_id, team_name, enrolled_on, number_sealed)
    select e, ${competitionId}::uuid, ${holderId}::uuid, t, u, 'PERSON', p, m, team, ${chinaDate(now)}::date, no
    from unnest(${entryIds}::uuid[], ${winners.map(({ tradeId }) => tradeId)}::uuid[],
      ${winners.map(({ unionId }) => unionId)}::uuid[], ${winners.map(({ personId }) => personId)}::uuid[],
      ${winners.map(({ memberId }) => memberId)}::uuid[],
      ${winners.map(({ teamName }) => teamName)}::text[],
      ${winners.map(({ numberSealed }) => numberSealed)}::bytea[]) as n(e, t, u, p, m, team, no)`;
  return entryIds;
}
