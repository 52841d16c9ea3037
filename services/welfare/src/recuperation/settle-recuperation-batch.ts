import { recuperationSettled } from '@gonglian/contracts/welfare.ts';
import type { RecuperationBatch } from '@gonglian/contracts/gen/gonglian/welfare/v1/recuperation.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { date, text } from '@gonglian/service/fields.ts';
import { decideDay, optionalFen, sha256 } from '@gonglian/service/record-fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { batchStep, lockBatch, readWholeBatch, takeBatchStep } from './batch.ts';
import { decideBatchStep } from './batch-steps.ts';
import { decideSettlement } from './decide-batch.ts';

/** What is written here pays nobody: the invoice is paid where the money is. Refused RECUPERATION_INVOICE_TWICE. */
export const settleRecuperationBatch = command({
  schema: z.strictObject({
    ...batchStep,
    settledOn: date,
    invoiceNo: text(100),
    invoiceSha256: sha256,
    welfareFen: optionalFen,
    unionFen: optionalFen,
    workerFen: optionalFen,
  }),
  permission: 'welfare.recuperation.write',
  async run(tx, ask): Promise<RecuperationBatch> {
    const { sql, own, now, emit } = tx;
    const batch = await lockBatch(sql, ask);
    const { batchId, unionId, crossProvince, travelled: persons } = batch;
    await tx.requireUnions([unionId]);
    const state = decideBatchStep(batch.state, 'SETTLED');
    const { settledOn, welfareFen, unionFen, workerFen, invoiceNo } = ask;
    decideDay(settledOn, batch.stateOn, chinaDate(now));
    decideSettlement(batch, ask);
    const twice = await sql`
      select from recuperation_batch where invoice_no = ${invoiceNo} and batch_id <> ${batchId} limit 1`;
    if (twice.length > 0) throw refused('RECUPERATION_INVOICE_TWICE');
    // One statement: what is settled has a day and a state together.
    await sql`
      update recuperation_batch set invoice_no = ${invoiceNo}, invoice_sha256 = ${ask.invoiceSha256},
        welfare_fen = ${welfareFen}, union_fen = ${unionFen}, worker_fen = ${workerFen}, settled_on = ${settledOn},
        state = ${state}
      where batch_id = ${batchId}`;
    await takeBatchStep(tx, batch, { state, on: settledOn });
    const money = {
      welfareFen: BigInt(welfareFen),
      unionFen: BigInt(unionFen),
      workerFen: BigInt(workerFen),
    };
    emit(recuperationSettled, { batchId, unionId, crossProvince, persons, ...money, settledOn });
    return readWholeBatch(sql, own.vault, batchId);
  },
});
