import type { Migration } from '@gonglian/service/migrate.ts';
import { protect } from '@gonglian/service/row-security.ts';
import { ofBook } from './ledger-tables.ts';

/** Appended to, by its function alone; guarded as the rest of the ledger. */
export const CHECKPOINTS = 'book_checkpoint';

/**
 * book_checkpoint: how a book stood, signed by the node's own key: whoever rewrites what is before it would have to sign
 *   it anew. Made at the end of each day with postings, and at each export.
 * voucher_bytes: what the leaf of a voucher is the hash of, so that an export holds the same bytes that a recount hashes.
 */
export const checkpoints: Migration = {
  name: '0008-checkpoints',
  sql: `
create table ${CHECKPOINTS} (
  book_id int not null,
  block_no bigint not null,
  last_no bigint not null,
  head bytea not null,
  made_at timestamptz not null,
  node text not null,
  public_key bytea not null check (octet_length(public_key) = 32),
  signature bytea not null check (octet_length(signature) = 64),
  primary key (book_id, block_no)
);
${protect('finance', CHECKPOINTS, { using: ofBook })}
create trigger never_changed before update or delete on ${CHECKPOINTS}
  for each row execute function refuse_change();
alter table ${CHECKPOINTS} enable always trigger never_changed;
create trigger never_emptied before truncate on ${CHECKPOINTS}
  for each statement execute function refuse_change();
alter table ${CHECKPOINTS} enable always trigger never_emptied;

-- What is signed is read from the chain here, and not believed; the same block is signed once.
create function ledger_add_checkpoint(of_union uuid, of_block bigint, of_head bytea, of_last bigint, at timestamptz,
  of_node text, signed_by bytea, signed bytea) returns void
language plpgsql security definer set search_path = finance, pg_temp as $$
declare reached text;
begin
  reached := demand_reach(of_union);
  if not exists (select from book join block as k using (book_id) where union_id = of_union
    and k.block_no = of_block and k.hash = of_head and k.last_no = of_last) then
    raise exception 'no block % of this hash', of_block using errcode = 'GL002';
  end if;
  insert into book_checkpoint
    select book_id, of_block, of_last, of_head, at, of_node, signed_by, signed from book where union_id = of_union
    on conflict (book_id, block_no) do nothing;
  perform set_config('gonglian.reach', reached, true);
end $$;

create function voucher_bytes(of_book int, from_no bigint, to_no bigint)
returns table (no bigint, kept bytea, bytes bytea) language sql stable parallel safe as $$
  select v.no, v.leaf, '\\x0001'::bytea || finance.sealed('voucher') || finance.sealed(b.union_id::text)
      || int8send(v.no) || finance.sealed(v.key) || v.request_hash
      || finance.sealed(v.kind) || finance.sealed(v.event_on::text) || finance.sealed(v.period)
      || int8send(v.period_no) || finance.sealed_ms(v.posted_at) || finance.sealed(v.summary)
      || finance.sealed(v.doc_kind) || finance.sealed(v.doc_id)
      || finance.sealed(coalesce(encode(v.doc_hash, 'hex'), '')) || finance.sealed(v.maker_id)
      || finance.sealed(v.checker_id) || finance.sealed(v.approver_id) || int8send(coalesce(v.reverses_no, 0))
      || int8send(coalesce(l.n, 0)) || coalesce(l.bytes, '') || int8send(coalesce(m.n, 0)) || coalesce(m.bytes, '')
  from finance.book as b join finance.voucher as v using (book_id)
  left join (select no, count(*) as n, string_agg(int8send(account_no) || int8send(amount_fen)
        || int8send(balance_fen) || int8send(version), '' order by leg.n) as bytes
      from finance.leg where book_id = of_book and no between from_no and to_no group by no) as l on l.no = v.no
  left join (select no, count(*) as n, string_agg(int8send(from_pot) || int8send(to_pot) || int8send(amount_fen)
        || int8send(out_end) || int8send(in_end), '' order by move.n) as bytes
      from finance.move where book_id = of_book and no between from_no and to_no group by no) as m on m.no = v.no
  where b.book_id = of_book and v.no between from_no and to_no $$;

create or replace function voucher_leaves(of_book int, from_no bigint, to_no bigint)
returns table (no bigint, kept bytea, found bytea) language sql stable parallel safe as $$
  select no, kept, sha256(bytes) from finance.voucher_bytes(of_book, from_no, to_no) $$;
`,
  sealed: { tables: [CHECKPOINTS], functions: ['ledger_add_checkpoint'] },
};
