import type { Sql } from '../pipeline.ts';
import { accountKey, isPlainReversal, potKey } from './check-voucher.ts';
import { readOriginals } from './read-originals.ts';
import type { VoucherToPost } from './voucher.ts';

type Stored = Record<
  | 'kind'
  | 'eventOn'
  | 'summary'
  | 'docKind'
  | 'docId'
  | 'docHash'
  | 'makerId'
  | 'checkerId'
  | 'approverId'
  | 'reversesNo',
  string
>;

/** The first field in which a voucher differs from the one that was posted under its key. */
export async function findDifference(
  sql: Sql,
  unionId: string,
  no: number,
  voucher: VoucherToPost,
): Promise<string> {
  const [stored] = await sql<Stored>`
    select v.kind, v.event_on::text as "eventOn", v.summary, v.doc_kind as "docKind", v.doc_id as "docId",
      coalesce(encode(v.doc_hash, 'hex'), '') as "docHash", v.maker_id as "makerId",
      v.checker_id as "checkerId", v.approver_id as "approverId",
      coalesce(v.reverses_no::text, '') as "reversesNo"
    from book as b join voucher as v using (book_id)
    where b.union_id = ${unionId} and v.no = ${no}`;
  for (const [field, kept] of Object.entries(stored ?? {})) {
    if (kept !== String(voucher[field as keyof Stored] ?? '')) return field;
  }
  const kept = (await readOriginals(sql, unionId, [no])).get(no);
  if (!kept || isPlainReversal(voucher)) return 'period';
  const legs = (lines: VoucherToPost['legs']) =>
    lines.map(({ account, amountFen }) => `${accountKey(account)} ${amountFen}`).join('\n');
  if (legs(voucher.legs) !== legs(kept.legs)) return 'legs';
  const moves = (lines: VoucherToPost['moves']) =>
    lines.map(({ from, to, amountFen }) => `${potKey(from)} ${potKey(to)} ${amountFen}`).join('\n');
  return moves(voucher.moves) === moves(kept.moves) ? 'period' : 'moves';
}
