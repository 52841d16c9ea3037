// A union receives the fund from its employer itself, keeps its share and pays up the rest.
import { refused } from '@gonglian/kernel/refusal.ts';
import { splitFund, upperSum, type FundLevel, type SplitProfile } from '@gonglian/kernel/split.ts';
import { z } from 'zod';
import { amountFen } from '../amount.ts';
import { command } from '../pipeline.ts';
import { listProfiles, profileOn } from '../profile/split-profile.ts';
import { levelOf } from './post-receipts.ts';
import { recordReceipt, RECORDED } from './single-receipt.ts';

const RecordSelfPayment = z.strictObject({ ...RECORDED, fundFen: amountFen, paidUpFen: amountFen });

/** Refused PAID_UP_WRONG with what is due: to the fen what the upper levels get of the fund. */
export function decideSelfPayment(
  { fundFen, paidUpFen }: { fundFen: number; paidUpFen: number },
  profile: SplitProfile,
  level: FundLevel,
): void {
  const dueFen = upperSum(splitFund(fundFen, profile, level));
  if (paidUpFen !== dueFen) throw refused('PAID_UP_WRONG', { dueFen, paidUpFen });
}

export const recordSelfPayment = command({
  schema: RecordSelfPayment,
  permission: 'finance.receipt.record',
  unions: ({ unionId }) => [unionId],
  async run(tx, { fundFen, paidUpFen, ...ask }) {
    const profile = profileOn(await listProfiles(tx.sql), `${ask.periodFrom}-01`, tx.node);
    decideSelfPayment({ fundFen, paidUpFen }, profile, levelOf(tx.own.level));
    return recordReceipt(tx, ask, {
      mode: 'SELF_PAY',
      docKind: 'bank-receipt',
      amountFen: fundFen,
      receivedFen: paidUpFen,
    });
  },
});
