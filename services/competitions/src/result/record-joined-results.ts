import type { RecordedJoinedResults } from '@gonglian/contracts/gen/gonglian/competitions/v1/competition.ts';
import { notFound, refused } from '@gonglian/kernel/refusal.ts';
import { code, id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { CompetitionAsk, lockHeld } from '../competition/competition.ts';
import { requireState } from '../competition/state.ts';
import { command } from '../pipeline.ts';
import { requireByHand } from '../promotion/by-hand.ts';
import { PRIZES } from './prizes.ts';

/** What those who went to a superior's contest came back with, before it is told. */
export const recordJoinedResults = command({
  schema: CompetitionAsk.extend({
    results: z
      .array(
        z.strictObject({
          entryId: id,
          rank: z.int().min(1, 'too_small'),
          prize: code(['', ...PRIZES]),
        }),
      )
      .min(1, 'required')
      .max(1_000, 'too_many'),
  }),
  permission: 'competitions.competition.write',
  async run(tx, ask): Promise<RecordedJoinedResults> {
    const competition = await lockHeld(tx, ask);
    if (competition.origin !== 'JOINED') throw refused('COMPETITION_SCORED_HERE');
    requireState(competition, 'ENROLLING');
    await requireByHand(tx.sql, competition.competitionId);
    const { results } = ask;
    if (new Set(results.map(({ entryId }) => entryId)).size < results.length)
      throw refused('ENTRANT_TWICE');
    const written = await tx.sql`
      insert into competition_result as r (entry_id, competition_id, holder_union_id, trade_id, union_id, rank, total,
        prize, awards)
      select e.entry_id, e.competition_id, e.holder_union_id, e.trade_id, e.union_id, n.rank, 0, n.prize, '{}'
      from unnest(${results.map(({ entryId }) => entryId)}::uuid[],
        ${results.map(({ rank }) => rank)}::int[], ${results.map(({ prize }) => prize)}::text[])
        as n(id, rank, prize)
      join competition_entry as e on e.entry_id = n.id and e.state = 'ENROLLED'
        and e.competition_id = ${ask.competitionId}
      on conflict (entry_id) do update set rank = excluded.rank, prize = excluded.prize
      returning 1`;
    if (written.length < results.length) throw notFound('ENTRY_UNKNOWN');
    return { recorded: written.length };
  },
});
