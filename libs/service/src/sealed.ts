// Tables that the service's role only reads: it writes them through functions that run with their owner's rights.
import type { ClientBase } from 'pg';

export interface Sealed {
  /** Their partitions are sealed with them. */
  tables: readonly string[];
  /** Each with `security definer` and a search path of its own. */
  functions: readonly string[];
}

export function sealedOf(migrations: readonly { sealed?: Sealed }[]): Sealed {
  return {
    tables: migrations.flatMap(({ sealed }) => sealed?.tables ?? []),
    functions: migrations.flatMap(({ sealed }) => sealed?.functions ?? []),
  };
}

/** Takes back what the grant for all tables has given; a partition is reached through its table alone. */
export function seal(schema: string, role: string, { tables, functions }: Sealed): string {
  if (tables.length === 0) return '';
  return `
do $seal$
declare one record;
begin
  for one in select format('%I.%I', n.nspname, c.relname) as place, c.relispartition as part
    from pg_class as c join pg_namespace as n on n.oid = c.relnamespace
    where n.nspname = '${schema}' and (c.relname = any('{${tables.join(',')}}')
      or c.oid in (select inhrelid from pg_inherits join pg_class as p on p.oid = inhparent
        where p.relname = any('{${tables.join(',')}}') and p.relnamespace = n.oid))
  loop
    execute format('revoke all on %s from "${role}"', one.place);
    if not one.part then execute format('grant select on %s to "${role}"', one.place); end if;
  end loop;
  for one in select f.oid::regprocedure::text as place, f.proname = any('{${functions.join(',')}}') as open
    from pg_proc as f join pg_namespace as n on n.oid = f.pronamespace
    where n.nspname = '${schema}' and (f.prosecdef or f.proname = any('{${functions.join(',')}}'))
  loop
    execute format('revoke all on function %s from public, "${role}"', one.place);
    if one.open then execute format('grant execute on function %s to "${role}"', one.place); end if;
  end loop;
end $seal$;`;
}

/** What of the sealed is not, by the live catalogue: a table the role may write, a function that is not pinned. */
export async function findUnsealed(
  client: ClientBase,
  schema: string,
  role: string,
  { tables, functions }: Sealed,
): Promise<string[]> {
  const { rows } = await client.query<{ what: string }>(
    `
    select c.relname || ': sealed, and the service''s role may write it' as what
    from pg_class as c join pg_namespace as n on n.oid = c.relnamespace
    left join pg_inherits as i on i.inhrelid = c.oid
    left join pg_class as p on p.oid = i.inhparent
    where n.nspname = $1 and (c.relname = any($3) or p.relname = any($3)) and c.relkind in ('r', 'p')
      and has_table_privilege($2, c.oid, 'insert, update, delete, truncate, trigger, references')
    union all
    select f.proname || ': a function with its owner''s rights and no search path of its own'
    from pg_proc as f join pg_namespace as n on n.oid = f.pronamespace
    where n.nspname = $1 and f.prosecdef and f.proname = any($4)
      and not exists (select from unnest(f.proconfig) as one where one like 'search_path=%')
    union all
    select f.proname || ': a function with its owner''s rights that anybody may call'
    from pg_proc as f join pg_namespace as n on n.oid = f.pronamespace
    where n.nspname = $1 and f.prosecdef and has_function_privilege('public', f.oid, 'execute')
    order by 1`,
    [schema, role, [...tables], [...functions]],
  );
  return rows.map((row) => row.what);
}
