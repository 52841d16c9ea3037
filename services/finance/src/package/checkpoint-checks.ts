import type { LedgerCheck } from '../ledger/ledger-checks.ts';

/** What was signed of a book is still what stands there: a history that was rewritten whole, hashes and all, is not. */
export const CHECKPOINT_CHECKS: readonly LedgerCheck[] = [
  {
    name: 'I10_CHECKPOINTS',
    spans: false,
    find: (sql, { bookId }) => sql`
      select min(c.last_no) as no from book_checkpoint as c
      left join block as k on k.book_id = c.book_id and k.block_no = c.block_no
      where c.book_id = ${bookId} and (k.hash, k.last_no) is distinct from (c.head, c.last_no)`,
  },
];
