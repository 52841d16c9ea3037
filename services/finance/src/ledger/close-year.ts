import type { YearClosed } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { changePeriod } from './change-period.ts';
import { decideYearClose } from './decide-year-close.ts';
import { asRefusal } from './post-one.ts';
import { postVouchers } from './post-vouchers.ts';
import { closingOf, readTrialBalance } from './trial-balance.ts';
import type { VoucherToPost } from './voucher.ts';

export const closeYear = command({
  schema: z.strictObject({ unionId: id, year: z.int().min(1990, 'too_small').max(2199, 'too_large') }),
  permission: 'finance.year.close',
  unions: ({ unionId }) => [unionId],
  async run(tx, { unionId, year }): Promise<YearClosed> {
    const last = `${year}-12`;
    if (`${year}-12-31` > chinaDate(tx.now)) throw refused('YEAR_NOT_OVER', { year });
    // The book is locked from here on: nothing is posted between what is read and what is carried over.
    const period = await changePeriod(tx, { unionId, period: last, change: 'CLOSED', reason: '' });
    await changePeriod(tx, { unionId, period: last, change: 'REOPENED', reason: '年终结账' });
    const lines = await readTrialBalance(tx.sql, { unionId, from: `${year}-01`, to: last });
    const carried = decideYearClose(
      lines.map((line) => ({ ...line, closingFen: closingOf(line) })),
    );
    const vouchers = carried.map(({ target, legs }, n) =>
      voucherOf({ year, target, legs, n: n + 1, after: Number(period.afterNo) }, tx.actor.id),
    );
    const posted = await postVouchers(tx, unionId, vouchers);
    const bad = posted.find(({ refusal }) => refusal !== undefined);
    if (bad?.refusal) throw asRefusal(bad.refusal);
    await changePeriod(tx, { unionId, period: last, change: 'CLOSED', reason: '年终结账' });
    const gain = (code: string) =>
      carried.reduce((sum, one) => sum + (one.target.startsWith(code) ? one.gainFen : 0), 0);
    return {
      year,
      voucherNos: posted.flatMap(({ no }) => (no === undefined ? [] : BigInt(no))),
      carriedOverFen: BigInt(gain('321')),
      surplusFen: BigInt(gain('322')),
    };
  },
});

function voucherOf(
  of: { year: number; target: string; legs: VoucherToPost['legs']; n: number; after: number },
  makerId: string,
): VoucherToPost {
  return {
    // A year that was opened again is closed again: with what was posted since, and so with another key.
    key: `year-close:${of.year}:${of.after}:${of.n}`,
    kind: 'YEAR_CLOSE',
    eventOn: `${of.year}-12-31`,
    period: `${of.year}-12`,
    summary: `${of.year}年结转 ${of.target}`,
    docKind: 'YEAR',
    docId: String(of.year),
    makerId,
    legs: of.legs,
    moves: [],
  };
}
