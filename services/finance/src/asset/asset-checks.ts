// That the register and the book say the same of 162, 163, 171 and 172.
import type { LedgerCheck } from '../ledger/ledger-checks.ts';
import type { Sql } from '../pipeline.ts';
import { HELD } from './asset.ts';

interface Balance {
  accountCode: string;
  cardsFen: string;
  bookFen: string;
}

/** What the cards sum to, and what the book of the union says, by account. */
export function readBalances(sql: Sql, unionId: string): Promise<Balance[]> {
  return sql<Balance>`
    select c.code as "accountCode", c.cards::text as "cardsFen", (
      select coalesce(sum(s.balance_fen), 0)::text
      from book as b join account as a using (book_id) join account_balance as s using (book_id, account_no)
      where b.union_id = ${unionId} and a.code = c.code) as "bookFen"
    from (
      select coalesce(sum(value_fen) filter (where class <> 'INTANGIBLE'), 0) as fixed,
        -coalesce(sum(depreciated_fen) filter (where class <> 'INTANGIBLE'), 0) as fixed_down,
        coalesce(sum(value_fen) filter (where class = 'INTANGIBLE'), 0) as intangible,
        -coalesce(sum(depreciated_fen) filter (where class = 'INTANGIBLE'), 0) as intangible_down
      from asset where union_id = ${unionId} and state = any(${[...HELD]}::text[])) as t
    cross join lateral (values ('162', fixed), ('163', fixed_down), ('171', intangible),
      ('172', intangible_down)) as c(code, cards)
    order by c.code`;
}

export const ASSET_CHECKS: readonly LedgerCheck[] = [
  {
    name: 'ASSETS_ARE_CARDS',
    spans: false,
    async find(sql, { bookId }) {
      const [book] = await sql<{ unionId: string }>`
        select union_id as "unionId" from book where book_id = ${bookId}`;
      const balances = book ? await readBalances(sql, book.unionId) : [];
      const bad = balances.find(({ cardsFen, bookFen }) => cardsFen !== bookFen);
      // No single voucher is at fault: the account is what somebody looks up.
      return [{ no: bad ? bad.accountCode : null }];
    },
  },
];
