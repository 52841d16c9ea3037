import { workOrderReceived } from '@gonglian/contracts/welfare.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import type { Tx } from '../pipeline.ts';
import { contentPlace, readWorkOrder, sealCaller, type Intake, type Said } from './work-order.ts';
import { writeStep } from './write-step.ts';

interface Entering {
  unionId: string;
  intake: Intake;
  source?: string;
  sourceNo?: string;
  title: string;
  content: string;
  caller?: Said;
  memberId?: string;
}

/** Enters what came in here, with its first step, and says so. */
export async function enterOrder(
  tx: Tx,
  { unionId, intake, source = '', sourceNo = '', title, content, caller, memberId }: Entering,
): Promise<string> {
  const { sql, own, now, emit } = tx;
  const orderId = newId();
  const said = caller ? sealCaller(own.vault, orderId, caller) : null;
  await sql`
    insert into work_order (order_id, union_id, intake, source, source_no, member_id, caller_sealed, title,
      content_sealed, state, received_at)
    values (${orderId}, ${unionId}, ${intake}, ${source}, ${sourceNo}, ${memberId ?? null}, ${said}, ${title},
      ${own.vault.seal(content, contentPlace(orderId))}, 'RECEIVED', ${now})`;
  await writeStep(tx, await readWorkOrder(sql, orderId), { step: 'RECEIVE' });
  emit(workOrderReceived, { orderId, unionId, intake, receivedOn: chinaDate(now) });
  return orderId;
}
