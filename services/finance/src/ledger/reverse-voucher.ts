import type { VoucherNumber } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { date, id, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { postOne } from './post-one.ts';
import { optionalPeriod, voucherNo } from './voucher-fields.ts';

const ReverseVoucher = z.strictObject({
  unionId: id,
  no: voucherNo,
  eventOn: date,
  period: optionalPeriod,
  reason: text(500),
});

/** Written by hand or by closing a year: no document of this service stands behind these. */
const REVERSIBLE: ReadonlySet<string> = new Set(['MANUAL', 'YEAR_CLOSE']);

/** VOUCHER_OF_DOCUMENT: a receipt, a payment or a settlement is taken back as such, or it would stand without a voucher. */
export function decideReversal(kind: string | undefined): void {
  if (kind !== undefined && !REVERSIBLE.has(kind)) throw refused('VOUCHER_OF_DOCUMENT', { kind });
}

/** 红字冲销: a voucher of its own with number, date and reason; the one it takes back stays as it was. */
export const reverseVoucher = command({
  schema: ReverseVoucher,
  permission: 'finance.voucher.reverse',
  unions: ({ unionId }) => [unionId],
  async run(tx, { unionId, no, eventOn, period, reason }): Promise<VoucherNumber> {
    const [original] = await tx.sql<{ kind: string }>`
      select v.kind from book as b join voucher as v using (book_id)
      where b.union_id = ${unionId} and v.no = ${no}`;
    decideReversal(original?.kind);
    return postOne(tx, unionId, {
      key: `manual:${newId()}`,
      kind: 'REVERSAL',
      eventOn,
      ...(period === '' ? {} : { period }),
      summary: reason,
      docKind: 'VOUCHER',
      docId: String(no),
      makerId: tx.actor.id,
      reversesNo: no,
      legs: [],
      moves: [],
    });
  },
});
