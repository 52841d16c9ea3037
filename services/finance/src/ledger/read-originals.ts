import type { Sql } from '../pipeline.ts';
import type { Original } from './book.ts';
import type { AccountRef, Leg, Move, PotRef } from './voucher.ts';

interface LegRow {
  no: number;
  reversesNo: string | null;
  reversedBy: string | null;
  amountFen: string;
  code: string;
  partyId: string;
  project: string;
  mark: string;
}

interface MoveRow {
  no: number;
  amountFen: string;
  fromKind: PotRef['kind'];
  fromKey: string;
  fromBank: string;
  toKind: PotRef['kind'];
  toKey: string;
  toBank: string;
}

/**
 * Vouchers of one book with their lines, by number; a number that was not given is missing. Each line is looked up from
 * its voucher (`lateral … offset 0`): of young tables the planner takes a book for a row or two, and would read it whole.
 */
export async function readOriginals(
  sql: Sql,
  unionId: string,
  nos: readonly number[],
): Promise<Map<number, Original>> {
  const legs = await sql<LegRow>`
    select v.no::float8 as no, v.reverses_no as "reversesNo", r.no as "reversedBy",
      l.amount_fen as "amountFen", a.code, a.party as "partyId", a.project, a.mark
    from book as b join voucher as v using (book_id)
    cross join lateral (select n, account_no, amount_fen from leg
      where book_id = b.book_id and no = v.no and fiscal_year = v.fiscal_year offset 0) as l
    cross join lateral (select code, party, project, mark from account
      where book_id = b.book_id and account_no = l.account_no offset 0) as a
    left join reversal as r on r.book_id = b.book_id and r.original_no = v.no
    where b.union_id = ${unionId} and v.no = any(${nos}::bigint[]) order by v.no, l.n`;
  const moves = await sql<MoveRow>`
    select m.no::float8 as no, m.amount_fen as "amountFen", f.kind as "fromKind", f.key as "fromKey",
      f.bank as "fromBank", t.kind as "toKind", t.key as "toKey", t.bank as "toBank"
    from book as b join move as m using (book_id)
    cross join lateral (select kind, key, bank from pot
      where book_id = b.book_id and pot_no = m.from_pot offset 0) as f
    cross join lateral (select kind, key, bank from pot
      where book_id = b.book_id and pot_no = m.to_pot offset 0) as t
    where b.union_id = ${unionId} and m.no = any(${nos}::bigint[]) order by m.no, m.n`;
  const originals = new Map<number, Original>();
  for (const row of legs) {
    const known = originals.get(row.no) ?? toOriginal(row);
    known.legs.push(toLeg(row));
    originals.set(row.no, known);
  }
  for (const row of moves) originals.get(row.no)?.moves.push(toMove(row));
  return originals;
}

function toOriginal({ reversesNo, reversedBy }: LegRow): Original {
  return {
    legs: [],
    moves: [],
    isReversal: reversesNo !== null,
    ...(reversedBy === null ? {} : { reversedBy: Number(reversedBy) }),
  };
}

function toLeg({ code, partyId, project, mark, amountFen }: LegRow): Leg {
  const account: AccountRef = { code, partyId, project, mark };
  return { account, amountFen: Number(amountFen) };
}

function toMove(row: MoveRow): Move {
  return {
    from: { kind: row.fromKind, key: row.fromKey, bank: row.fromBank },
    to: { kind: row.toKind, key: row.toKey, bank: row.toBank },
    amountFen: Number(row.amountFen),
  };
}
