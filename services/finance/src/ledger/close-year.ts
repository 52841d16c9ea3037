import type { YearClosed } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { changePeriod } from './change-period.ts';
import { decideYearClose, yearCloseKey, type Carried } from './decide-year-close.ts';
import { openBook } from './open-book.ts';
import { asRefusal } from './post-one.ts';
import { postVouchers } from './post-vouchers.ts';
import { closingOf, readTrialBalance } from './trial-balance.ts';
import type { VoucherToPost } from './voucher.ts';

const year = z.int().min(1990, 'too_small').max(2199, 'too_large');

export const closeYear = command({
  schema: z.strictObject({ unionId: id, year }),
  permission: 'finance.year.close',
  unions: ({ unionId }) => [unionId],
  async run(tx, ask): Promise<YearClosed> {
    const { unionId } = ask;
    const december = `${ask.year}-12`;
    if (`${december}-31` > chinaDate(tx.now)) throw refused('YEAR_NOT_OVER', { year: ask.year });
    // Locks it: nothing is posted between what is read and what is carried over.
    const { lastNo } = await openBook(tx, unionId, []);
    const to = { unionId, from: `${ask.year}-01`, to: december };
    const lines = await readTrialBalance(tx.sql, to);
    const carried = decideYearClose(
      lines.map((line) => ({ ...line, closingFen: closingOf(line) })),
    );
    const vouchers = carried.map((one, n) =>
      voucherOf(one, ask.year, `${lastNo}:${n}`, tx.actor.id),
    );
    const posted = await postVouchers(tx, unionId, vouchers);
    const bad = posted.find(({ refusal }) => refusal !== undefined)?.refusal;
    if (bad) throw asRefusal(bad);
    await changePeriod(tx, { unionId, period: december, change: 'CLOSED', reason: '年终结账' });
    return {
      year: ask.year,
      voucherNos: posted.flatMap(({ no }) => (no === undefined ? [] : BigInt(no))),
      carriedOverFen: BigInt(gainOf(carried, '321')),
      surplusFen: BigInt(gainOf(carried, '322')),
    };
  },
});

function gainOf(carried: readonly Carried[], code: string): number {
  return carried.reduce((sum, one) => sum + (one.target.startsWith(code) ? one.gainFen : 0), 0);
}

function voucherOf(
  { target, legs }: Carried,
  ofYear: number,
  part: string,
  makerId: string,
): VoucherToPost {
  return {
    key: yearCloseKey(ofYear, part),
    kind: 'YEAR_CLOSE',
    eventOn: `${ofYear}-12-31`,
    period: `${ofYear}-12`,
    summary: `${ofYear}年终结转 ${target}`,
    docKind: 'YEAR',
    docId: String(ofYear),
    makerId,
    legs,
    moves: [],
  };
}
