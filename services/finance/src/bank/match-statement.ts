// Looks for what is open on both sides of one account at a bank: after a statement was read, and after a bank's result.
import { chinaDate } from '@gonglian/kernel/dates.ts';
import type { Vault } from '@gonglian/kernel/vault.ts';
import type { Sql, Tx } from '../pipeline.ts';
import { financePolicy } from '../policy.ts';
import { decideMatches, type OpenLeg, type OpenLine } from './decide-matches.ts';

export const purposePlace = (lineId: string) => `statement_line.purpose.${lineId}`;

/** What is looked at at once on either side; the oldest first, the rest stands on the list of what is unmatched. */
const OPEN_MAX = 20_000;

export async function matchStatement(
  { sql, own, now }: Pick<Tx, 'sql' | 'own' | 'now'>,
  unionId: string,
  bank: string,
): Promise<void> {
  await lockMatching(sql, unionId, bank);
  const lines = await readOpenLines(sql, own.vault, unionId, bank);
  if (lines.length === 0) return;
  const legs = await readOpenLegs(sql, unionId, bank, lines);
  const days = financePolicy('bank.match_days', chinaDate(now));
  const matches = decideMatches(lines, legs, days);
  await writeMatches(
    { sql, now },
    { unionId, by: 'service' },
    matches.map(({ line, leg }) => ({ lineId: line.id, ...leg })),
  );
}

/** One at a time: two would each find the same movement open. */
export async function lockMatching(sql: Sql, unionId: string, bank: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`statement ${unionId} ${bank}`}, 0))`;
}

export async function writeMatches(
  { sql, now }: Pick<Tx, 'sql' | 'now'>,
  { unionId, by }: { unionId: string; by: string },
  pairs: readonly { lineId: string; voucherNo: number; n: number }[],
): Promise<void> {
  await sql`
    insert into statement_match (line_id, union_id, voucher_no, leg_n, matched_by, matched_at)
    select line_id, ${unionId}, no, n, ${by}, ${now}
    from unnest(${pairs.map(({ lineId }) => lineId)}::uuid[],
      ${pairs.map(({ voucherNo }) => voucherNo)}::bigint[], ${pairs.map(({ n }) => n)}::int[])
      as m(line_id, no, n)`;
}

/** What a person took apart is a person's to put together. */
async function readOpenLines(
  sql: Sql,
  vault: Vault,
  unionId: string,
  bank: string,
): Promise<OpenLine[]> {
  const rows = await sql<Omit<OpenLine, 'purpose'> & { sealed: Buffer }>`
    select id, posted_on::text as "postedOn", amount_fen::float8 as "amountFen", serial,
      purpose as sealed
    from statement_line as s
    where union_id = ${unionId} and bank = ${bank}
      and not exists (select from statement_match as m where m.line_id = s.id)
      and not exists (select from statement_unmatch as u where u.line_id = s.id)
    order by posted_on, seq limit ${OPEN_MAX}`;
  return rows.map(({ sealed, ...line }) => ({
    ...line,
    purpose: vault.open(sealed, purposePlace(line.id)),
  }));
}

function readOpenLegs(
  sql: Sql,
  unionId: string,
  bank: string,
  lines: readonly OpenLine[],
): Promise<OpenLeg[]> {
  return sql<OpenLeg>`
    select v.no::float8 as "voucherNo", l.n::int as n, v.event_on::text as "eventOn",
      l.amount_fen::float8 as "amountFen", coalesce(p.bank_serial, '') as serial,
      coalesce(p.purpose, v.summary) as purpose
    from book as b join account as a using (book_id) join leg as l using (book_id, account_no)
    join voucher as v using (book_id, no, fiscal_year)
    left join payment_line as p on p.union_id = b.union_id and p.voucher_no = v.no
    where b.union_id = ${unionId} and a.code = '102' and a.mark = ${bank}
      and l.amount_fen = any(${lines.map(({ amountFen }) => amountFen)}::bigint[])
      and not exists (
        select from statement_match as m
        where m.union_id = b.union_id and m.voucher_no = v.no and m.leg_n = l.n)
    order by v.no, l.n limit ${OPEN_MAX}`;
}
