import type { Accrual } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { chinaDate, type CalendarDate } from '@gonglian/kernel/dates.ts';
import { newId, nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { date, expectedVersion, id, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { openBook } from '../ledger/open-book.ts';
import { postOne } from '../ledger/post-one.ts';
import { command } from '../pipeline.ts';
import {
  accrualView,
  findAccrual,
  lockAccrual,
  openOf,
  sumOf,
  type AccrualRow,
  type Parts,
} from './accrual.ts';
import { takingBackVoucher } from './accrual-voucher.ts';
import { keepStep } from './keep-step.ts';

type Standing = Parts & Pick<AccrualRow, 'year' | 'accruedBy'>;

/**
 * Refused ACCRUAL_SETTLED: all of it has come, or was taken back before; ACCRUAL_SAME_PERSON: who accrued it does not take it
 * back alone (domain §5.12); ACCRUAL_DATE_WRONG: from the end of its year until today.
 */
export function decideTakingBack(
  all: Standing,
  open: Parts,
  { by, on, today }: { by: string; on: CalendarDate; today: CalendarDate },
): { whole: boolean } {
  if (sumOf(open) === 0) throw refused('ACCRUAL_SETTLED');
  if (all.accruedBy === by) throw refused('ACCRUAL_SAME_PERSON');
  const after = `${all.year}-12-31`;
  if (on < after || on > today) throw refused('ACCRUAL_DATE_WRONG', { after, today });
  return { whole: sumOf(open) === sumOf(all) };
}

/** What has not come of it: it was entered wrongly, or will not come. The money that comes settles an accrual by itself. */
export const takeBackAccrual = command({
  schema: z.strictObject({ accrualId: id, expectedVersion, takenBackOn: date, reason: text(200) }),
  permission: 'finance.accrual.write',
  async run(tx, ask): Promise<Accrual> {
    const { sql, node, actor } = tx;
    // The book first, as it is for the money that settles an accrual: so nobody waits for the other.
    await openBook(tx, nodeRootUnionId(node), []);
    const row = await lockAccrual(sql, ask);
    const open = openOf(row);
    const asked = { by: actor.id, on: ask.takenBackOn, today: chinaDate(tx.now) };
    const { whole } = decideTakingBack(row, open, asked);
    const said = { sourceId: newId(), on: ask.takenBackOn, reason: ask.reason, makerId: actor.id };
    const posting = takingBackVoucher(row, { open, whole }, said);
    const { no } = await postOne(tx, nodeRootUnionId(node), posting);
    const step = { ...said, cause: 'TAKEN_BACK', voucherNo: Number(no) };
    await keepStep(tx, { accrualId: row.accrualId, ...open }, step);
    return accrualView(await findAccrual(sql, row.accrualId));
  },
});
