import type { NominationRow } from '../nomination/nomination.ts';
import type { Sql } from '../pipeline.ts';

export interface SentNomination extends NominationRow {
  /** The last word of the node above that was heard of it. */
  toldNo: bigint;
  /** The last time that the node below asked for it back. */
  recallNo: bigint;
}

/** One that a letter is about, locked until the transaction ends. */
export async function findSent(
  sql: Sql,
  nominationId: string,
): Promise<SentNomination | undefined> {
  const [locked] = await sql<{ toldNo: string; recallNo: string }>`
    select told_no as "toldNo", recall_no as "recallNo" from nomination where nomination_id = ${nominationId} for update`;
  if (!locked) return undefined;
  const [row] = await sql<NominationRow>`
    select * from nomination_row where "nominationId" = ${nominationId}`;
  const { toldNo, recallNo } = locked;
  return row && { ...row, toldNo: BigInt(toldNo), recallNo: BigInt(recallNo) };
}
