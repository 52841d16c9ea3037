import { CHECKPOINTS } from '../migrations/0008-checkpoints.ts';
import { APPENDED, YEARLY } from '../migrations/ledger-tables.ts';
import type { Sql } from '../pipeline.ts';

/**
 * Throws where a table or a partition of the ledger lacks a trigger that refuses changes or checks what is added, or has
 * one that is switched off: such a database is not served.
 */
export async function requireGuards(sql: Sql): Promise<void> {
  const missing = await sql<{ what: string }>`
    with kept as (
      select c.oid, c.relname, c.relname = any(${[...YEARLY]}::text[]) or c.relispartition as yearly
      from pg_class as c join pg_namespace as n on n.oid = c.relnamespace
      left join pg_inherits as i on i.inhrelid = c.oid left join pg_class as p on p.oid = i.inhparent
      where n.nspname = 'finance' and c.relkind in ('r', 'p')
        and (c.relname = any(${[...APPENDED, CHECKPOINTS]}::text[]) or p.relname = any(${[...YEARLY]}::text[])))
    select k.relname || '.' || g.guard as what
    from kept as k cross join (values ('never_changed', false), ('never_emptied', false), ('guarded', true))
      as g (guard, yearly)
    where (k.yearly or not g.yearly) and not exists (select from pg_trigger as t
      where t.tgrelid = k.oid and t.tgname = g.guard and t.tgenabled = 'A')
    order by 1`;
  if (missing.length > 0)
    throw new Error(`the ledger is not guarded: ${missing.map(({ what }) => what).join(', ')}`);
}
