import type { Migration } from '@gonglian/service/migrate.ts';
import { ofUnionListed, protect } from '@gonglian/service/row-security.ts';

const above = (column: string) => `${column} = any((select organisation.scope_above())::uuid[])`;

/**
 * A union is seen by whoever has a duty over it, above it or below it, and changed from above only. scope_edge follows
 * the record by trigger, since every policy asks it.
 */
export const rowSecurity: Migration = {
  name: '0005-row-security',
  sql: `
create function keep_scope_edge() returns trigger language plpgsql as $$
begin
  insert into organisation.scope_edge (union_id, parent_id) values (new.id, new.parent_id)
  on conflict (union_id) do update set parent_id = excluded.parent_id;
  return null;
end $$;
create trigger scope_edge after insert or update of parent_id on union_record
  for each row execute function keep_scope_edge();
insert into scope_edge (union_id, parent_id) select id, parent_id from union_record;

${protect('organisation', 'union_record', {
  using: ofUnionListed('organisation', 'id'),
  check: `${ofUnionListed('organisation', 'id')} or parent_id = any((select organisation.scope_unions())::uuid[])`,
  alsoSeen: above('id'),
})}
${['union_name', 'union_parent', 'union_change']
  .map((table) =>
    protect('organisation', table, {
      using: ofUnionListed('organisation'),
      alsoSeen: above('union_id'),
    }),
  )
  .join('')}
${['employer_coverage', 'officer', 'election']
  .map((table) => protect('organisation', table, { using: ofUnionListed('organisation') }))
  .join('')}
${protect('organisation', 'establishment', { using: ofUnionListed('organisation', 'parent_id') })}
`,
};
