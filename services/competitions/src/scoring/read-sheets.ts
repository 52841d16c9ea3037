import type { Sql } from '../pipeline.ts';
import { rankTrade, type Marks, type Ranked, type RankedModule } from './ranking.ts';
import type { RuleBook } from './rule-book.ts';

/** The ranking of one trade at one stage, corrections counted; ranks are of bench numbers alone. */
export async function rankOf(
  sql: Sql,
  trade: { tradeId: string; modules: readonly RankedModule[] },
  stage: 'QUALIFYING' | 'FINAL',
  ruleBook: RuleBook,
): Promise<Ranked[]> {
  const marks = await sql<Marks>`
    select bench_no as "benchNo", module_no as "moduleNo", count(*)::int as judges, sum(score)::int as sum,
      max(score) as high, min(score) as low, max(seconds) as seconds
    from effective_score where trade_id = ${trade.tradeId} and stage = ${stage}
    group by bench_no, module_no`;
  return rankTrade(trade.modules, marks, ruleBook);
}
