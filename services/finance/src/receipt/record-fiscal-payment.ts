// The treasury has paid a budget-funded unit's fund: it comes here whole, as from the tax bureau.
import { z } from 'zod';
import { amountFen } from '../amount.ts';
import { command } from '../pipeline.ts';
import { recordReceipt, RECORDED } from './single-receipt.ts';

const RecordFiscalPayment = z.strictObject({ ...RECORDED, amountFen });

export const recordFiscalPayment = command({
  schema: RecordFiscalPayment,
  permission: 'finance.receipt.record',
  unions: ({ unionId }) => [unionId],
  run: (tx, ask) =>
    recordReceipt(tx, ask, {
      mode: 'FISCAL',
      docKind: 'fiscal-order',
      amountFen: ask.amountFen,
      receivedFen: ask.amountFen,
    }),
});
