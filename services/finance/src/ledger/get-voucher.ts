import type { NamedUnion, Voucher } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { isId } from '@gonglian/kernel/id.ts';
import { notFound } from '@gonglian/kernel/refusal.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query, type Sql } from '../pipeline.ts';
import { legView, moveView, voucherNo, type LegRow, type MoveRow } from './voucher-fields.ts';

type Head = Omit<
  Voucher,
  | 'unionId'
  | 'no'
  | 'periodNo'
  | 'reversesNo'
  | 'reversedByNo'
  | 'blockNo'
  | 'legs'
  | 'moves'
  | 'unions'
> &
  Record<'bookId' | 'periodNo', number> &
  Record<'blockNo' | 'reversesNo' | 'reversedByNo', string>;

export const getVoucher = query({
  schema: z.strictObject({ unionId: id, no: voucherNo }),
  permission: 'finance.ledger.read',
  unions: ({ unionId }) => [unionId],
  async run({ sql }, { unionId, no }): Promise<Voucher> {
    const [head] = await findHead(sql, unionId, no);
    if (!head) throw notFound('VOUCHER_UNKNOWN', { no });
    const { bookId, ...voucher } = head;
    const legs = await findLegs(sql, bookId, no);
    const moves = await findMoves(sql, bookId, no);
    return {
      ...voucher,
      unionId,
      no: BigInt(no),
      periodNo: BigInt(head.periodNo),
      blockNo: BigInt(head.blockNo),
      reversesNo: BigInt(head.reversesNo),
      reversedByNo: BigInt(head.reversedByNo),
      legs: legs.map(legView),
      moves: moves.map(moveView),
      unions: await findNames(sql, unionsOf(legs, moves)),
    };
  },
});

function findHead(sql: Sql, unionId: string, no: number): Promise<Head[]> {
  return sql`
    select v.book_id as "bookId", v.period, v.period_no as "periodNo", v.kind,
      v.event_on::text as "eventOn",
      to_char(v.posted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "postedAt",
      v.summary, v.doc_kind as "docKind", v.doc_id as "docId",
      coalesce(encode(v.doc_hash, 'hex'), '') as "docHash", v.maker_id as "makerId",
      v.checker_id as "checkerId", v.approver_id as "approverId",
      coalesce(v.reverses_no, 0)::text as "reversesNo", coalesce(r.no, 0)::text as "reversedByNo",
      encode(v.leaf, 'hex') as leaf, v.block_no::text as "blockNo", v.key
    from book as b join voucher as v using (book_id)
    left join reversal as r on r.book_id = b.book_id and r.original_no = v.no
    where b.union_id = ${unionId} and v.no = ${no}`;
}

function findLegs(sql: Sql, bookId: number, no: number): Promise<LegRow[]> {
  return sql`
    select l.account_no as "accountNo", a.code, a.party as "partyId", a.project, a.mark,
      l.amount_fen as "amountFen", l.balance_fen as "balanceFen", l.version
    from leg as l join account as a using (book_id, account_no)
    where l.book_id = ${bookId} and l.no = ${no} order by l.n`;
}

function findMoves(sql: Sql, bookId: number, no: number): Promise<MoveRow[]> {
  return sql`
    select f.kind as "fromKind", f.key as "fromKey", f.bank as "fromBank", t.kind as "toKind",
      t.key as "toKey", t.bank as "toBank", m.amount_fen as "amountFen", m.out_end as "outEnd",
      m.in_end as "inEnd"
    from move as m join pot as f on f.book_id = m.book_id and f.pot_no = m.from_pot
    join pot as t on t.book_id = m.book_id and t.pot_no = m.to_pot
    where m.book_id = ${bookId} and m.no = ${no} order by m.n`;
}

/** Whom accounts and pots are kept for, by id. */
function unionsOf(legs: readonly LegRow[], moves: readonly MoveRow[]): string[] {
  const ofPots = moves.flatMap(({ fromKind, fromKey, toKind, toKey }) => [
    ...(fromKind === 'lower' ? [fromKey] : []),
    ...(toKind === 'lower' ? [toKey] : []),
  ]);
  return [...new Set([...legs.map(({ partyId }) => partyId), ...ofPots])].filter(isId);
}

/** One that this node does not know has no name. */
function findNames(sql: Sql, unionIds: readonly string[]): Promise<NamedUnion[]> {
  return sql<NamedUnion>`
    select union_id as "unionId", name as "unionName" from known_union
    where union_id = any(${unionIds}::uuid[]) order by union_id`;
}
