import type { RecuperationBatch } from '@gonglian/contracts/gen/gonglian/welfare/v1/recuperation.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { invalid } from '@gonglian/kernel/refusal.ts';
import { count, date, id, text } from '@gonglian/service/fields.ts';
import { requireLivingUnion } from '@gonglian/service/living-union.ts';
import { amountFen, decideDay } from '@gonglian/service/record-fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { welfarePolicy } from '../policy.ts';
import { readBaseRow } from './bases.ts';
import { readWholeBatch, takeBatchStep } from './batch.ts';
import { dailyFenMaxOf, decideTerms } from './decide-batch.ts';

const UNITS_MAX = 1_000;

/** Who may send how many was decided elsewhere, by the document that is named. */
export const openRecuperationBatch = command({
  schema: z.strictObject({
    unionId: id,
    baseId: id,
    title: text(100),
    crossProvince: z.boolean(),
    travelsFrom: date,
    travelsTo: date,
    days: count.min(1, 'required').max(60, 'too_large'),
    dailyFen: amountFen,
    quotaDocumentNo: text(100),
    issuedOn: date,
    quotas: z
      .array(
        z.strictObject({
          unionId: id,
          places: count.min(1, 'required').max(10_000, 'too_large'),
        }),
      )
      .min(1, 'required')
      .max(UNITS_MAX, 'too_many'),
  }),
  permission: 'welfare.recuperation.write',
  unions: ({ unionId, quotas }) => [unionId, ...quotas.map((quota) => quota.unionId)],
  async run(tx, ask): Promise<RecuperationBatch> {
    const { sql, own, now, node } = tx;
    const { unionId, issuedOn, quotas } = ask;
    decideDay(issuedOn, '', chinaDate(now));
    if (new Set(quotas.map((quota) => quota.unionId)).size < quotas.length)
      throw invalid('FIELD_INVALID', { field: 'quotas', rule: 'twice' });
    await requireLivingUnion(sql, unionId);
    decideTerms(ask, await readBaseRow(sql, ask.baseId), {
      daysMax: welfarePolicy('recuperation.days_max', ask.travelsFrom),
      dailyFenMax: dailyFenMaxOf(
        welfarePolicy('recuperation.daily_fen_max', ask.travelsFrom),
        node,
      ),
    });
    const batchId = newId();
    await sql`
      insert into recuperation_batch (batch_id, union_id, base_id, title, cross_province, travels_from, travels_to,
        days, daily_fen, quota_document_no, state, state_on)
      values (${batchId}, ${unionId}, ${ask.baseId}, ${ask.title}, ${ask.crossProvince}, ${ask.travelsFrom},
        ${ask.travelsTo}, ${ask.days}, ${ask.dailyFen}, ${ask.quotaDocumentNo}, 'QUOTA_ISSUED', ${issuedOn})`;
    await sql`
      insert into recuperation_quota (batch_id, union_id, holder_id, places)
      select ${batchId}::uuid, unit, ${unionId}::uuid, places
      from unnest(${quotas.map((quota) => quota.unionId)}::uuid[],
        ${quotas.map(({ places }) => places)}::int[]) as q(unit, places)`;
    const opened = { batchId, unionId, version: 0 };
    await takeBatchStep(tx, opened, {
      state: 'QUOTA_ISSUED',
      on: issuedOn,
      documentNo: ask.quotaDocumentNo,
    });
    return readWholeBatch(sql, own.vault, batchId);
  },
});
