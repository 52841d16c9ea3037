// What somebody should look at, each kind by one statement over the records as they are: nothing of it is kept.
import type { Sql } from '../pipeline.ts';
import type { AlertKind, Limits } from './limits.ts';

export interface AlertRow {
  unionId: string;
  recordId: string;
  recordName: string;
  amountFen: number;
  againstFen: number;
  sinceOn: string;
  dueOn: string;
  voucherNo: number;
  /** Of all of the kind, not only of those that are shown. */
  count: number;
  oldestOn: string;
  firstDueOn: string;
}

export interface Of extends Limits {
  /** Empty for all in reach. */
  unionId: string;
  shown: number;
}

type Reader = (sql: Sql, of: Of) => Promise<AlertRow[]>;

export const READERS: Readonly<Record<AlertKind, Reader>> = {
  BUDGET_NEARLY_SPENT: (sql, of) => readBudget(sql, of, true),
  BUDGET_AHEAD: (sql, of) => readBudget(sql, of, false),
  EARMARK_ENDING: readEarmarks,
  PAYMENT_NOT_EXPORTED: readNotExported,
  DECISION_MISSING: readUndecided,
  LEG_UNMATCHED: readUnmatched,
  RECONCILIATION_MISSING: readUnreconciled,
};

/** What is nearly spent is told as that alone, however early in the year it is. */
function readBudget(sql: Sql, of: Of, nearly: boolean): Promise<AlertRow[]> {
  return sql<AlertRow>`
    select b.union_id as "unionId", b.id as "recordId",
      concat_ws(' ', b.account_code, nullif(b.project, ''), b.source) as "recordName",
      (case when ${nearly}::boolean then paid + pending else paid end)::float8 as "amountFen",
      b.amount_fen::float8 as "againstFen", '' as "sinceOn", '' as "dueOn", 0 as "voucherNo",
      count(*) over ()::int as count, '' as "oldestOn", '' as "firstDueOn"
    from budget_line as b cross join lateral (
      select coalesce(sum(amount_fen) filter (where state = 'PENDING'), 0) as pending,
        coalesce(sum(amount_fen) filter (where state = 'PAID'), 0) as paid
      from payment_line where budget_line_id = b.id and state in ('PENDING', 'PAID')) as l
    where b.fiscal_year = ${of.fiscalYear} and b.amount_fen > 0
      and (${of.unionId} = '' or b.union_id = nullif(${of.unionId}, '')::uuid)
      and ((paid + pending) * 10000 >= b.amount_fen * ${of.nearlySpentBp}::bigint) = ${nearly}::boolean
      and (${nearly}::boolean or paid * 10000 > b.amount_fen * ${of.aheadFromBp}::bigint)
    order by (paid + pending) * 10000 / b.amount_fen desc, b.id limit ${of.shown}`;
}

/** Within a project money is one: the last day on which any of it may be spent counts. */
function readEarmarks(sql: Sql, of: Of): Promise<AlertRow[]> {
  return sql<AlertRow>`
    select e.union_id as "unionId", '' as "recordId", e.project as "recordName",
      h.fen::float8 as "amountFen", e.received::float8 as "againstFen", '' as "sinceOn",
      e.deadline::text as "dueOn", 0 as "voucherNo", count(*) over ()::int as count,
      '' as "oldestOn", min(e.deadline) over ()::text as "firstDueOn"
    from (select union_id, project, max(deadline) as deadline, sum(received_fen) as received
      from settlement
      where direction = 'IN' and kind = 'SPECIAL_TRANSFER' and state = 'RECEIVED'
        and (${of.unionId} = '' or union_id = nullif(${of.unionId}, '')::uuid)
      group by union_id, project) as e
    join lateral (select sum(t.in_fen - t.out_fen) as fen
      from book as b join pot as p using (book_id) join pot_total as t using (book_id, pot_no)
      where b.union_id = e.union_id and p.kind = 'project' and p.key = e.project) as h on h.fen > 0
    where e.deadline <= ${of.earmarkUntil}::date
    order by e.deadline, e.union_id, e.project limit ${of.shown}`;
}

function readNotExported(sql: Sql, of: Of): Promise<AlertRow[]> {
  return sql<AlertRow>`
    select union_id as "unionId", id as "recordId", batch_no || ' ' || title as "recordName",
      total_fen::float8 as "amountFen", 0 as "againstFen", approved_on::text as "sinceOn",
      due_on::text as "dueOn", 0 as "voucherNo", count(*) over ()::int as count,
      min(approved_on) over ()::text as "oldestOn", min(due_on) over ()::text as "firstDueOn"
    from (select *, (approved_at at time zone 'Asia/Shanghai')::date as approved_on
      from payment where state = 'APPROVED') as p
    where approved_on < ${of.exportBefore}::date
      and (${of.unionId} = '' or union_id = nullif(${of.unionId}, '')::uuid)
    order by approved_on, id limit ${of.shown}`;
}

/** So much at once is decided together (三重一大), and the minutes are named before it is approved. */
function readUndecided(sql: Sql, of: Of): Promise<AlertRow[]> {
  return sql<AlertRow>`
    select union_id as "unionId", id as "recordId", batch_no || ' ' || title as "recordName",
      total_fen::float8 as "amountFen", ${of.collectiveFromFen}::float8 as "againstFen",
      made_on::text as "sinceOn", due_on::text as "dueOn", 0 as "voucherNo",
      count(*) over ()::int as count, min(made_on) over ()::text as "oldestOn",
      min(due_on) over ()::text as "firstDueOn"
    from (select *, (made_at at time zone 'Asia/Shanghai')::date as made_on
      from payment where state not in ('CLOSED', 'REJECTED')) as p
    where total_fen >= ${of.collectiveFromFen} and (decision_no = '' or decision_sha256 = '')
      and (${of.unionId} = '' or union_id = nullif(${of.unionId}, '')::uuid)
    order by due_on, id limit ${of.shown}`;
}

/** Of accounts whose statements are read in; what was booked before the first of them is in its opening balance. */
function readUnmatched(sql: Sql, of: Of): Promise<AlertRow[]> {
  return sql<AlertRow>`
    select b.union_id as "unionId", '' as "recordId", a.mark as "recordName",
      abs(l.amount_fen)::float8 as "amountFen", 0 as "againstFen", v.event_on::text as "sinceOn",
      '' as "dueOn", v.no::float8 as "voucherNo", count(*) over ()::int as count,
      min(v.event_on) over ()::text as "oldestOn", '' as "firstDueOn"
    from (select union_id, bank, min(month) as month from bank_statement
      where ${of.unionId} = '' or union_id = nullif(${of.unionId}, '')::uuid
      group by union_id, bank) as s
    join book as b on b.union_id = s.union_id
    join account as a on a.book_id = b.book_id and a.code = '102' and a.mark = s.bank
    join leg as l on l.book_id = a.book_id and l.account_no = a.account_no
    join voucher as v on v.book_id = l.book_id and v.no = l.no and v.fiscal_year = l.fiscal_year
    where l.fiscal_year >= ${of.fiscalYear - 1} and v.period >= s.month
      and v.event_on < ${of.unmatchedBefore}::date
      and not exists (select from statement_match as m
        where m.union_id = b.union_id and m.voucher_no = v.no and m.leg_n = l.n)
    order by v.event_on, b.union_id, v.no limit ${of.shown}`;
}

/** Accounts that money went through up to the month, and no statement of it. */
function readUnreconciled(sql: Sql, of: Of): Promise<AlertRow[]> {
  return sql<AlertRow>`
    select k.union_id as "unionId", '' as "recordId", k.bank as "recordName", 0 as "amountFen",
      0 as "againstFen", ${`${of.reconciledMonth}-01`} as "sinceOn", '' as "dueOn", 0 as "voucherNo",
      count(*) over ()::int as count, ${`${of.reconciledMonth}-01`} as "oldestOn",
      '' as "firstDueOn"
    from bank_account as k
    where (${of.unionId} = '' or k.union_id = nullif(${of.unionId}, '')::uuid)
      and exists (select from book as b join account as a using (book_id)
        join account_month as m using (book_id, account_no)
        where b.union_id = k.union_id and a.code = '102' and a.mark = k.bank
          and m.period <= ${of.reconciledMonth})
      and not exists (select from bank_statement as s
        where s.union_id = k.union_id and s.bank = k.bank and s.month = ${of.reconciledMonth})
    order by k.union_id, k.bank limit ${of.shown}`;
}
