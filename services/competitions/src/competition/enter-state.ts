// What each state asks for and brings about when a competition comes to it.
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import type { Sql, Tx } from '../pipeline.ts';
import { requireByHand } from '../promotion/by-hand.ts';
import { tellPrizes } from '../promotion/prize-certified.ts';
import { publishHeld, publishJoined } from '../result/publish-results.ts';
import { issueCertificates } from '../result/prize-certificate.ts';
import { rankOf } from '../scoring/read-sheets.ts';
import { ruleBookOf, type CompetitionRow } from './competition.ts';
import type { CompetitionState } from './state.ts';

const HOUR_MS = 3_600_000;

export async function enterState(
  tx: Tx,
  competition: CompetitionRow,
  { toState, appealHours }: { toState: CompetitionState; appealHours: number },
): Promise<void> {
  const { sql, now } = tx;
  const { competitionId, origin } = competition;
  switch (toState) {
    case 'FINAL':
      for (const trade of competition.trades) await chooseFinalists(sql, competition, trade);
      break;
    case 'SCORING_LOCKED':
      await requireScores(sql, competitionId);
      await requireEvaluations(sql, competitionId);
      break;
    case 'APPEAL_WINDOW': {
      const { appealHoursMin, appealHoursMax } = ruleBookOf(competition);
      if (appealHours < appealHoursMin || appealHours > appealHoursMax)
        throw refused('APPEAL_HOURS_RANGE', { appealHoursMin, appealHoursMax });
      await sql`
        update competition set appeal_until = ${new Date(now.getTime() + appealHours * HOUR_MS)}
        where competition_id = ${competitionId}`;
      break;
    }
    case 'RESULT_PUBLISHED':
      if (origin === 'JOINED') await requireByHand(sql, competitionId);
      await (origin === 'HELD' ? publishHeld : publishJoined)(tx, competition);
      break;
    case 'AWARDS_ISSUED':
      await sql`
        update competition_result set issued_on = ${chinaDate(now)}
        where competition_id = ${competitionId} and (prize <> '' or awards <> '{}')`;
      await tellPrizes(tx, competitionId, await issueCertificates(tx, competition, chinaDate(now)));
      break;
    // The others ask for nothing.
    case 'DRAFT':
    case 'FILED':
    case 'APPROVED':
    case 'ANNOUNCED':
    case 'ENROLLING':
    case 'QUALIFYING':
    case 'ARCHIVED':
      break;
  }
}

/** All go on where a trade has no limit; else the best of the qualifying stage, with all who share the last rank. */
async function chooseFinalists(
  sql: Sql,
  competition: CompetitionRow,
  trade: CompetitionRow['trades'][number],
): Promise<void> {
  const { tradeId, finalists } = trade;
  if (finalists === 0) {
    await sql`
      update competition_entry set in_final = true where trade_id = ${tradeId} and state = 'ENROLLED'`;
    return;
  }
  const ranked = await rankOf(sql, trade, 'QUALIFYING', ruleBookOf(competition));
  if (ranked.length === 0 && trade.taken > 0)
    throw refused('QUALIFYING_WITHOUT_SCORES', { trade: trade.title });
  const benches = ranked.filter(({ rank }) => rank <= finalists).map(({ benchNo }) => benchNo);
  await sql`
    update competition_entry set in_final = true
    where trade_id = ${tradeId} and state = 'ENROLLED' and bench_no = any(${benches}::int[])`;
}

/** Refused SCORES_MISSING with the first trade that has finalists and not one sheet. */
async function requireScores(sql: Sql, competitionId: string): Promise<void> {
  const [trade] = await sql<{ title: string }>`
    select t.title from competition_trade as t
    where t.competition_id = ${competitionId}
      and exists (select from competition_entry as e where e.trade_id = t.trade_id and e.in_final)
      and not exists (select from score_sheet as s where s.trade_id = t.trade_id and s.stage = 'FINAL')
    order by t.seq limit 1`;
  if (trade) throw refused('SCORES_MISSING', { trade: trade.title });
}

/** Refused EVALUATION_MISSING: no unit of a labour competition is left without one. */
async function requireEvaluations(sql: Sql, competitionId: string): Promise<void> {
  const [entry] = await sql<{ entryId: string }>`
    select entry_id as "entryId" from competition_entry as e
    where competition_id = ${competitionId} and entry_kind = 'UNIT' and state = 'ENROLLED'
      and not exists (select from labour_evaluation as v where v.entry_id = e.entry_id)
    limit 1`;
  if (entry) throw refused('EVALUATION_MISSING', { entryId: entry.entryId });
}
