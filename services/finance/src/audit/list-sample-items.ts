import type { SampleItemList } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { notFound } from '@gonglian/kernel/refusal.ts';
import { id, limit } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { numberCursor } from '../ledger/number-cursor.ts';
import { query } from '../pipeline.ts';

interface Row {
  seq: number;
  voucherNo: string;
  lineId: string;
  fen: string;
}

/** In the order in which they were drawn. */
export const listSampleItems = query({
  schema: z.strictObject({ auditId: id, sampleId: id, cursor: numberCursor, limit: limit(500) }),
  permission: 'finance.audit-paper.read',
  async run({ sql }, ask): Promise<SampleItemList> {
    const [sample] = await sql`
      select from audit_sample where id = ${ask.sampleId} and audit_id = ${ask.auditId}`;
    if (!sample) throw notFound('SAMPLE_UNKNOWN', { sampleId: ask.sampleId });
    const rows = await sql<Row>`
      select seq, coalesce(voucher_no, 0)::text as "voucherNo", coalesce(line_id::text, '') as "lineId",
        amount_fen::text as fen
      from audit_sample_item where sample_id = ${ask.sampleId} and seq > ${ask.cursor}
      order by seq limit ${ask.limit}`;
    return {
      items: rows.map(({ fen, voucherNo, ...row }) => ({
        ...row,
        voucherNo: BigInt(voucherNo),
        amountFen: BigInt(fen),
      })),
      nextCursor: rows.length === ask.limit ? String(rows.at(-1)?.seq ?? '') : '',
    };
  },
});
