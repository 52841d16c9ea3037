import { notFound } from '@gonglian/kernel/refusal.ts';
import type { Sql } from '../pipeline.ts';
import { lockMatching } from './match-statement.ts';

export interface Line {
  unionId: string;
  bank: string;
  amountFen: number;
  matched: boolean;
}

/** A line of a statement; until the transaction ends nobody else matches on its account. BANK_LINE_UNKNOWN. */
export async function lockLine(sql: Sql, lineId: string): Promise<Line> {
  const [of] = await sql<Line>`
    select union_id as "unionId", bank, amount_fen::float8 as "amountFen", false as matched
    from statement_line where id = ${lineId}`;
  if (!of) throw notFound('BANK_LINE_UNKNOWN', { lineId });
  await lockMatching(sql, of.unionId, of.bank);
  const known = await sql`select from statement_match where line_id = ${lineId} limit 1`;
  return { ...of, matched: known.length > 0 };
}
