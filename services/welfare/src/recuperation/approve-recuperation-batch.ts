import type { RecuperationBatch } from '@gonglian/contracts/gen/gonglian/welfare/v1/recuperation.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { date, optionalText } from '@gonglian/service/fields.ts';
import { decideDay } from '@gonglian/service/record-fields.ts';
import { z } from 'zod';
import { requireNoticePassed } from '../notice/write-notice.ts';
import { command, type Sql } from '../pipeline.ts';
import { batchStep, lockBatch, readWholeBatch, takeBatchStep } from './batch.ts';
import { decideBatchStep } from './batch-steps.ts';

/** Refused RECUPERATION_SAME_PERSON for whoever opened the batch or published its list. */
export function decideApproval(actedBy: readonly string[], approver: string): void {
  if (actedBy.includes(approver)) throw refused('RECUPERATION_SAME_PERSON');
}

/** Or refuses the whole list, with a reason. */
export const approveRecuperationBatch = command({
  schema: z
    .strictObject({
      ...batchStep,
      approve: z.boolean(),
      approvedOn: date,
      documentNo: optionalText(100),
      reason: optionalText(500),
    })
    .refine(({ approve, reason }) => approve || reason !== '', {
      path: ['reason'],
      message: 'required',
    }),
  permission: 'welfare.recuperation.approve',
  async run(tx, ask): Promise<RecuperationBatch> {
    const { sql, own, now, actor } = tx;
    const batch = await lockBatch(sql, ask);
    await tx.requireUnions([batch.unionId]);
    const state = decideBatchStep(batch.state, ask.approve ? 'APPROVED' : 'REFUSED');
    const { approvedOn, documentNo, reason: note } = ask;
    decideDay(approvedOn, batch.stateOn, chinaDate(now));
    const { batchId: subjectId } = batch;
    decideApproval(await findActors(sql, subjectId), actor.id);
    await requireNoticePassed(sql, { subject: 'RECUPERATION_LIST', subjectId }, approvedOn);
    if (ask.approve)
      await sql`
        update recuperation_nominee set state = 'APPROVED'
        where batch_id = ${batch.batchId} and state = 'CHOSEN'`;
    await takeBatchStep(tx, batch, { state, on: approvedOn, note, documentNo });
    return readWholeBatch(sql, own.vault, batch.batchId);
  },
});

async function findActors(sql: Sql, batchId: string): Promise<string[]> {
  const rows = await sql<{ actedBy: string }>`
    select distinct acted_by as "actedBy" from recuperation_step
    where batch_id = ${batchId} and state in ('QUOTA_ISSUED', 'PUBLISHED')`;
  return rows.map((row) => row.actedBy);
}
