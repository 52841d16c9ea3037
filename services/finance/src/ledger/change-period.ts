import type { BookPeriod } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import type { Month } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import type { Tx } from '../pipeline.ts';
import { isOpen } from './book.ts';
import { openBook } from './open-book.ts';
import { periodLeaf, sealBlock, type PeriodChange } from './seal.ts';
import { bytea } from './write-batch.ts';

interface Asked {
  unionId: string;
  period: Month;
  change: PeriodChange['change'];
  reason: string;
}

/** Closes or opens a period: a block of the chain without vouchers, so that nobody can say later it was otherwise. */
export async function changePeriod(
  { sql, actor, now }: Pick<Tx, 'sql' | 'actor' | 'now'>,
  { unionId, period, change, reason }: Asked,
): Promise<BookPeriod> {
  const book = await openBook({ sql, now }, unionId, []);
  const open = isOpen(book, period);
  if (open !== (change === 'CLOSED'))
    throw refused(open ? 'BOOK_PERIOD_OPEN' : 'BOOK_PERIOD_CLOSED', { period });
  const [made] = await sql<{ no: number }>`
    select count(*)::int + 1 as no from period_change as c join book as b using (book_id)
    where b.union_id = ${unionId}`;
  const { lastNo: afterNo, lastBlockNo, head, postedMs } = book;
  const row = { no: made?.no ?? 1, period, change, afterNo, actorId: actor.id, reason };
  const leaf = periodLeaf(unionId, row, postedMs);
  const block = { no: lastBlockNo + 1, firstNo: afterNo + 1, lastNo: afterNo, postedMs };
  const sealed = sealBlock(book, block, [leaf]);
  await sql`
    select finance.ledger_change_period(${unionId}, ${period}, ${change}, ${actor.id}, ${reason},
      ${new Date(postedMs)}, ${bytea(head)}, ${bytea(sealed.body)}, ${bytea(sealed.hash)}, ${bytea(leaf)})`;
  return { unionId, period, open: !open, afterNo: BigInt(afterNo) };
}
