import type { CalendarDate } from '@gonglian/kernel/dates.ts';
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import type { Tx } from '../pipeline.ts';
import type { OpenAccrual } from './decide-accrual.ts';

interface Step {
  cause: string;
  sourceId: string;
  on: CalendarDate;
  voucherNo: number;
  reason: string;
}

/** One step nearer to its end, with the voucher that made it: what is open goes down by as much. */
export async function keepStep(
  { sql, node, actor }: Pick<Tx, 'sql' | 'node' | 'actor'>,
  { accrualId, ownFen, upperFen, lowerFen }: OpenAccrual,
  { cause, sourceId, on, voucherNo, reason }: Step,
): Promise<void> {
  await sql`
    insert into accrual_step (accrual_id, union_id, cause, source_id, stepped_on, own_fen, upper_fen,
      lower_fen, voucher_no, reason, stepped_by)
    values (${accrualId}, ${nodeRootUnionId(node)}, ${cause}, ${sourceId}, ${on}, ${ownFen}, ${upperFen},
      ${lowerFen}, ${voucherNo}, ${reason}, ${actor.id})`;
  await sql`
    update accrual set open_own_fen = open_own_fen - ${ownFen},
      open_upper_fen = open_upper_fen - ${upperFen},
      open_lower_fen = open_lower_fen - ${lowerFen}, version = version + 1
    where accrual_id = ${accrualId}`;
}
