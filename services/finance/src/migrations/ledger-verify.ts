/**
 * The bytes of ledger/canonical.ts, written a second time: what one of the two gets wrong the other one finds. Each checks
 * vouchers from the rows as they stand, never from a stored sum or hash.
 */
export const verifyFunctions = `
-- Stable, as convert_to is: declared stricter than what they call, they would not be inlined and cost ten times as much.
create function sealed(value text) returns bytea language sql stable parallel safe as $$
  select int4send(octet_length(value)) || convert_to(value, 'UTF8') $$;
create function sealed_ms(at timestamptz) returns bytea language sql stable parallel safe as $$
  select int8send((extract(epoch from at) * 1000)::bigint) $$;

-- Leaves as the rows give them now, beside those that were kept.
create function voucher_leaves(of_book int, from_no bigint, to_no bigint)
returns table (no bigint, kept bytea, found bytea) language sql stable parallel safe as $$
  select v.no, v.leaf, sha256('\\x0001'::bytea || finance.sealed('voucher') || finance.sealed(b.union_id::text)
      || int8send(v.no) || finance.sealed(v.key) || v.request_hash
      || finance.sealed(v.kind) || finance.sealed(v.event_on::text) || finance.sealed(v.period)
      || int8send(v.period_no) || finance.sealed_ms(v.posted_at) || finance.sealed(v.summary)
      || finance.sealed(v.doc_kind) || finance.sealed(v.doc_id)
      || finance.sealed(coalesce(encode(v.doc_hash, 'hex'), '')) || finance.sealed(v.maker_id)
      || finance.sealed(v.checker_id) || finance.sealed(v.approver_id) || int8send(coalesce(v.reverses_no, 0))
      || int8send(coalesce(l.n, 0)) || coalesce(l.bytes, '') || int8send(coalesce(m.n, 0)) || coalesce(m.bytes, ''))
  from finance.book as b join finance.voucher as v using (book_id)
  left join (select no, count(*) as n, string_agg(int8send(account_no) || int8send(amount_fen)
        || int8send(balance_fen) || int8send(version), '' order by leg.n) as bytes
      from finance.leg where book_id = of_book and no between from_no and to_no group by no) as l on l.no = v.no
  left join (select no, count(*) as n, string_agg(int8send(from_pot) || int8send(to_pot) || int8send(amount_fen)
        || int8send(out_end) || int8send(in_end), '' order by move.n) as bytes
      from finance.move where book_id = of_book and no between from_no and to_no group by no) as m on m.no = v.no
  where b.book_id = of_book and v.no between from_no and to_no $$;

-- Blocks as the leaves of the rows give them now; each says what it follows.
create function block_hashes(of_book int)
returns table (block_no bigint, first_no bigint, last_no bigint, whole boolean) language sql stable parallel safe as $$
  with leaf as (
    select block_no, 1 as sort, account_no as no, leaf from finance.account where book_id = of_book
    union all select block_no, 2, pot_no, leaf from finance.pot where book_id = of_book
    union all select block_no, 3, no, leaf from finance.voucher where book_id = of_book
    union all select block_no, 4, change_no, leaf from finance.period_change where book_id = of_book),
  body as (
    select block_no, sha256('\\x0501'::bytea
      || string_agg(leaf, '' order by sort, no)) as found from leaf group by block_no)
  select k.block_no, k.first_no, k.last_no,
    k.body = o.found and k.hash = sha256('\\x0201'::bytea || finance.sealed(b.union_id::text) || int8send(k.block_no)
        || int8send(k.first_no) || int8send(k.last_no) || finance.sealed_ms(k.posted_at)
        || k.prev || k.body)
      and k.prev = coalesce(lag(k.hash) over w, sha256('\\x03'::bytea || uuid_send(b.union_id)))
      and k.block_no = coalesce(lag(k.block_no) over w, 0) + 1
      and k.first_no = coalesce(lag(k.last_no) over w, 0) + 1
      and (lead(k.block_no) over w is not null
        or (k.hash, k.block_no, k.last_no) = (b.head, b.last_block_no, b.last_no)) is true
  from finance.book as b join finance.block as k using (book_id) left join body as o using (block_no)
  where b.book_id = of_book window w as (order by k.block_no) $$;
`;
