// What the node above said of an entry, and in the end of the whole contest: here it is joined once its results are told.
import type {
  ContestEntryAnswered,
  ContestResultsTold,
} from '@gonglian/contracts/gen/gonglian/competitions/v1/events.ts';
import { isId } from '@gonglian/kernel/id.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { demandForm, includes } from '@gonglian/service/letter-form.ts';
import { getCompetitionRow } from '../competition/competition.ts';
import type { Tx } from '../pipeline.ts';
import { publishJoined } from '../result/publish-results.ts';
import { PRIZES } from '../result/prizes.ts';

const RESULTS_MAX = 10_000;

/** Who was refused is out, with the reason, and his place is free. */
export async function takeEntryAnswer(
  { sql, node }: Tx,
  from: string,
  said: ContestEntryAnswered,
): Promise<void> {
  const { entryId, answer, reason } = said;
  demandForm(isId(entryId) && (answer === 'ENTERED' || answer === 'REFUSED'));
  const [entry] = await sql<{ sentTo: string; sentState: string; tradeId: string; open: boolean }>`
    select sent_to as "sentTo", sent_state as "sentState", trade_id as "tradeId",
      state = 'ENROLLED' as open
    from competition_entry where entry_id = ${entryId} for update`;
  const theirs = entry?.sentTo === from && said.fromNode === from && said.toNode === node;
  if (!theirs) throw refused('CONTEST_NOT_YOURS', { from, subject: entryId });
  if (entry.sentState !== 'SENT') return;
  await sql`
    update competition_entry set sent_state = ${answer}, sent_reason = ${reason}, version = version + 1,
      state = case when ${answer} = 'REFUSED' then 'WITHDRAWN' else state end
    where entry_id = ${entryId}`;
  if (answer === 'REFUSED' && entry.open)
    await sql`update competition_trade set taken = taken - 1 where trade_id = ${entry.tradeId}`;
}

/** Told once: what is over here is over. Without anybody who went it was not joined. */
export async function takeContestResults(
  tx: Tx,
  from: string,
  said: ContestResultsTold,
): Promise<void> {
  const { sql, node } = tx;
  const { competitionId, results } = said;
  demandForm(isId(competitionId) && results.length <= RESULTS_MAX);
  for (const { entryId, rank, prize } of results)
    demandForm(isId(entryId) && rank > 0 && includes(['', ...PRIZES], prize));
  const [contest] = await sql<{ from: string; state: string }>`
    select from_node as from, state from competition
    where competition_id = ${competitionId} for update`;
  const theirs = contest?.from === from && said.fromNode === from && said.toNode === node;
  if (!theirs) throw refused('CONTEST_NOT_YOURS', { from, subject: competitionId });
  if (contest.state !== 'ENROLLING') return;
  await sql`
    insert into competition_result (entry_id, competition_id, holder_union_id, trade_id, union_id, rank, total,
      prize, awards)
    select e.entry_id, e.competition_id, e.holder_union_id, e.trade_id, e.union_id, n.rank, 0, n.prize, '{}'
    from unnest(${results.map(({ entryId }) => entryId)}::uuid[], ${results.map(({ rank }) => rank)}::int[],
      ${results.map(({ prize }) => prize)}::text[]) as n(id, rank, prize)
    join competition_entry as e on e.entry_id = n.id and e.state = 'ENROLLED'
      and e.competition_id = ${competitionId}
    on conflict (entry_id) do nothing`;
  const entered = await sql`
    select from competition_entry where competition_id = ${competitionId} and state = 'ENROLLED' limit 1`;
  if (entered.length > 0) await publishJoined(tx, await getCompetitionRow(sql, competitionId));
  await sql`
    update competition set state = 'RESULT_PUBLISHED', version = version + 1,
      announced_on = coalesce(announced_on, held_from)
    where competition_id = ${competitionId}`;
}
