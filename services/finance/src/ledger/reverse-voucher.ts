import type { VoucherNumber } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { newId } from '@gonglian/kernel/id.ts';
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

/** 红字冲销: a voucher of its own with number, date and reason; the one it takes back stays as it was. */
export const reverseVoucher = command({
  schema: ReverseVoucher,
  permission: 'finance.voucher.reverse',
  unions: ({ unionId }) => [unionId],
  run: (tx, { unionId, no, eventOn, period, reason }): Promise<VoucherNumber> =>
    postOne(tx, unionId, {
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
    }),
});
