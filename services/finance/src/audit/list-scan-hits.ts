import type { ScanHit, ScanHitList } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { notFound } from '@gonglian/kernel/refusal.ts';
import { id, limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';

type Row = Omit<ScanHit, 'voucherNo' | 'amountFen' | 'againstFen'> &
  Record<'voucherNo' | 'amountFen' | 'againstFen', string>;

/** In the order in which the rule found them: what belongs together stands together. */
export const listScanHits = query({
  schema: z.strictObject({ auditId: id, scanId: id, cursor: optionalId, limit: limit(500) }),
  permission: 'finance.audit-paper.read',
  async run({ sql }, ask): Promise<ScanHitList> {
    const [scan] = await sql`
      select from audit_scan where id = ${ask.scanId} and audit_id = ${ask.auditId}`;
    if (!scan) throw notFound('SCAN_UNKNOWN', { scanId: ask.scanId });
    const rows = await sql<Row>`
      select h.id as "hitId", h.rule, h.group_no as "groupNo",
        coalesce(h.voucher_no, 0)::text as "voucherNo", coalesce(h.line_id::text, '') as "lineId",
        coalesce(h.record_id::text, '') as "recordId", h.amount_fen::text as "amountFen",
        h.against_fen::text as "againstFen", coalesce(h.occurred_on::text, '') as "occurredOn",
        coalesce(f.id::text, '') as "findingId"
      from audit_hit as h left join audit_finding as f on f.hit_id = h.id
      where h.scan_id = ${ask.scanId}
        and (${ask.cursor} = '' or h.id > nullif(${ask.cursor}, '')::uuid)
      order by h.id limit ${ask.limit}`;
    return {
      items: rows.map((row) => ({
        ...row,
        voucherNo: BigInt(row.voucherNo),
        amountFen: BigInt(row.amountFen),
        againstFen: BigInt(row.againstFen),
      })),
      nextCursor: rows.length === ask.limit ? (rows.at(-1)?.hitId ?? '') : '',
    };
  },
});
