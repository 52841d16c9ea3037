import type { Sql } from '../pipeline.ts';
import type { ScoringStage } from './decide-scores.ts';

/** The numbers that are scored at a stage, in their order; none before they are drawn. */
export async function readBenches(
  sql: Sql,
  tradeId: string,
  stage: ScoringStage,
): Promise<number[]> {
  const rows = await sql<{ benchNo: number }>`
    select bench_no as "benchNo" from competition_entry
    where trade_id = ${tradeId} and state = 'ENROLLED' and bench_no is not null
      and (in_final or ${stage} = 'QUALIFYING')
    order by bench_no`;
  return rows.map(({ benchNo }) => benchNo);
}
