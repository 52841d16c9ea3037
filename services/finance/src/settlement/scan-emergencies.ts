import type { Audited } from '../audit/sample.ts';
import type { Scanned } from '../audit/scan.ts';
import type { Sql } from '../pipeline.ts';

/** More than any node has in the period of an audit. */
const ROWS_MAX = 10_000;

/**
 * Emergency transfers of the period whose collective decision did not come in time, or not at all. The project of one names
 * its account and the fund it left, so an audit of either finds it; a source is of the budget, and no transfer is of one.
 */
export async function scanEmergencies(
  sql: Sql,
  { unionId, periodFrom, periodTo, scopeKind, scopeCode }: Audited,
  today: string,
): Promise<Scanned> {
  const rows = await sql<{ no: number; id: string; fen: number; on: string; late: boolean }>`
    select voucher_no::float8 as no, settlement_id as id, amount_fen::float8 as fen, sent_on::text as on,
      coalesce(decision_on, ${today}::date) > decision_due_on as late
    from settlement
    where union_id = ${unionId} and decision_due_on is not null and state <> 'RETURNED'
      and to_char(sent_on, 'YYYY-MM') between ${periodFrom} and ${periodTo}
      and (${scopeKind} = '' or (${scopeKind} in ('PROJECT', 'FUND') and project = ${scopeCode}))
    order by sent_on, settlement_id limit ${ROWS_MAX}`;
  const hits = rows
    .filter(({ late }) => late)
    .map(({ no, id, fen, on }, at) => {
      return { group: at + 1, voucherNo: no, recordId: id, amountFen: fen, againstFen: 0, on };
    });
  return { examined: rows.length, hits };
}
