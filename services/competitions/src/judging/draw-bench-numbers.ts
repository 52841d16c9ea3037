import type { BenchDrawList } from '@gonglian/contracts/gen/gonglian/competitions/v1/competition.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { CompetitionAsk, lockHeld } from '../competition/competition.ts';
import { requireState } from '../competition/state.ts';
import { command } from '../pipeline.ts';

/** Once, when nobody enters any more: each entrant of a trade draws a number, by which alone judges know him. */
export const drawBenchNumbers = command({
  schema: CompetitionAsk,
  permission: 'competitions.competition.write',
  async run(tx, ask): Promise<BenchDrawList> {
    const { sql, now } = tx;
    const { competitionId, ...competition } = await lockHeld(tx, ask);
    requireState(competition, 'QUALIFYING', 'FINAL');
    const open = await sql`
      update competition_trade set drawn_on = ${chinaDate(now)}
      where competition_id = ${competitionId} and drawn_on is null returning 1`;
    if (open.length === 0) throw refused('BENCH_NUMBERS_DRAWN');
    // The database's random UUIDs come from the system's generator: nobody foresees or repeats the draw.
    const items = await sql<{ tradeId: string; drawn: number }>`
      with drawn as (
        select entry_id, row_number() over (partition by trade_id order by gen_random_uuid()) as n
        from competition_entry
        where competition_id = ${competitionId} and state = 'ENROLLED' and trade_id is not null),
      numbered as (
        update competition_entry as e set bench_no = d.n, version = version + 1
        from drawn as d where d.entry_id = e.entry_id returning e.trade_id)
      select t.trade_id as "tradeId", count(n.trade_id)::int as drawn
      from competition_trade as t left join numbered as n using (trade_id)
      where t.competition_id = ${competitionId} group by t.trade_id, t.seq order by t.seq`;
    return { items };
  },
});
