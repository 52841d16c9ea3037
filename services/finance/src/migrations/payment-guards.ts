/** What may change of a payment once it was asked for, in the database: whoever comes by another way is held as well. */

/** From which state to which. */
const STEPS = [
  ['DRAFT', 'CHECKED'],
  ['DRAFT', 'REJECTED'],
  ['CHECKED', 'APPROVED'],
  ['CHECKED', 'REJECTED'],
  ['APPROVED', 'EXPORTED'],
  ['APPROVED', 'REJECTED'],
  ['EXPORTED', 'SENT'],
  ['SENT', 'RESULT'],
  ['RESULT', 'RECONCILED'],
  // What proved it was taken apart.
  ['RECONCILED', 'RESULT'],
  ['RECONCILED', 'CLOSED'],
] as const;

const ASKED = [
  'id',
  'union_id',
  'batch_no',
  'bank',
  'fiscal_year',
  'account_code',
  'purpose_code',
  'title',
  'source_service',
  'source_id',
  'request_hash',
  'reissues_payment_id',
  'line_count',
  'total_fen',
  'made_by',
  'made_at',
] as const;

/** Said once, and then so for ever. */
const SAID_ONCE = [
  'checked_by',
  'approved_by',
  'exported_by',
  'file',
  'file_sha256',
  'sent_by',
  'result_sha256',
  'result_by',
] as const;

const LINE_ASKED = [
  'id',
  'payment_id',
  'union_id',
  'seq',
  'source_seq',
  'payee_kind',
  'payee_name',
  'account',
  'account_index',
  'bank_code',
  'amount_fen',
  'purpose',
  'project',
  'source',
  'beneficiary_id',
  'budget_line_id',
  'upper_fen',
  'reissue_of',
] as const;

const row = (of: 'old' | 'new', columns: readonly string[]) =>
  `(${columns.map((column) => `${of}.${column}`).join(', ')})`;
const steps = STEPS.map(([from, to]) => `('${from}', '${to}')`).join(', ');
const saidOnce = SAID_ONCE.map(
  (column) => `(old.${column} is not null and new.${column} is distinct from old.${column})`,
).join('\n    or ');
const guarded = (table: string) => `
create trigger guarded before update or delete on ${table}
  for each row execute function guard_${table}();
alter table ${table} enable always trigger guarded;
create trigger never_emptied before truncate on ${table}
  for each statement execute function refuse_payment_change();
alter table ${table} enable always trigger never_emptied;`;

/** Written once. */
const kept = (table: string) => `
create trigger never_changed before update or delete on ${table}
  for each row execute function refuse_payment_change();
alter table ${table} enable always trigger never_changed;
create trigger never_emptied before truncate on ${table}
  for each statement execute function refuse_payment_change();
alter table ${table} enable always trigger never_emptied;`;

export const paymentGuards = `
create function refuse_payment_change() returns trigger language plpgsql as $$
begin
  raise exception 'finance.% is kept', tg_table_name using errcode = 'GL003';
end $$;

create function guard_payment() returns trigger language plpgsql set search_path = finance, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'payment %: it is kept', old.id using errcode = 'GL003';
  end if;
  if ${row('new', ASKED)} is distinct from ${row('old', ASKED)}
    or ${saidOnce} then
    raise exception 'payment %: what was asked, signed or sent stays', old.id using errcode = 'GL003';
  end if;
  if new.state <> old.state and (old.state, new.state) not in (${steps}) then
    raise exception 'payment %: from % to % is no step', old.id, old.state, new.state using errcode = 'GL003';
  end if;
  return new;
end $$;

create function guard_payment_line() returns trigger language plpgsql set search_path = finance, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'payment line %: it is kept', old.id using errcode = 'GL003';
  end if;
  if ${row('new', LINE_ASKED)} is distinct from ${row('old', LINE_ASKED)} then
    raise exception 'payment line %: what was asked stays', old.id using errcode = 'GL003';
  end if;
  if old.state <> 'PENDING' then
    raise exception 'payment line %: it is % already', old.id, old.state using errcode = 'GL003';
  end if;
  return new;
end $$;

-- All lines of a payment are written at once, and make up what its head says.
create function guard_new_lines() returns trigger language plpgsql set search_path = finance, pg_temp as $$
declare bad uuid;
begin
  select p.id into bad from payment as p
    join (select payment_id, count(*) as n, sum(amount_fen) as fen from payment_line
      where payment_id in (select payment_id from added) group by 1) as l on l.payment_id = p.id
    where p.state <> 'DRAFT' or l.n <> p.line_count or l.fen <> p.total_fen limit 1;
  if bad is not null then
    raise exception 'payment %: its lines are not what its head says', bad using errcode = 'GL003';
  end if;
  return null;
end $$;
create trigger whole after insert on payment_line referencing new table as added
  for each statement execute function guard_new_lines();
alter table payment_line enable always trigger whole;

-- A match ends where who ended it and why is written down.
create function guard_statement_match() returns trigger language plpgsql set search_path = finance, pg_temp as $$
begin
  if tg_op = 'DELETE' and exists (
    select from statement_unmatch as u where u.line_id = old.line_id and u.voucher_no = old.voucher_no
      and u.leg_n = old.leg_n and u.matched_at = old.matched_at) then
    return old;
  end if;
  raise exception 'finance.statement_match is kept' using errcode = 'GL003';
end $$;
${guarded('payment')}
${guarded('payment_line')}
${guarded('statement_match')}
${['bank_statement', 'statement_line', 'statement_unmatch'].map(kept).join('')}
`;
