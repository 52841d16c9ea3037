import type { Migration } from '@gonglian/service/migrate.ts';
import { ofUnion } from '@gonglian/service/row-security.ts';
import { alterReached } from '@gonglian/service/scope-below.ts';

const reached = { using: ofUnion('organisation') };

/**
 * A union among thousands in reach is looked up, and not gone through in a list. Whoever enrols many unions at once
 * has their lines written at once.
 */
export const reach: Migration = {
  name: '0006-reach',
  sql: `
drop trigger scope_edge on union_record;
create trigger scope_edge after update of parent_id on union_record
  for each row execute function keep_scope_edge();
create function keep_scope_edges() returns trigger language plpgsql as $$
begin
  insert into organisation.scope_edge (union_id, parent_id) select id, parent_id from enrolled
  on conflict (union_id) do update set parent_id = excluded.parent_id;
  return null;
end $$;
create trigger scope_edges after insert on union_record referencing new table as enrolled
  for each statement execute function keep_scope_edges();

${alterReached('union_record', {
  using: ofUnion('organisation', 'id'),
  check: `${ofUnion('organisation', 'id')} or ${ofUnion('organisation', 'parent_id')}`,
})}
${['union_name', 'union_parent', 'union_change', 'employer_coverage', 'officer', 'election']
  .map((table) => alterReached(table, reached))
  .join('')}
${alterReached('establishment', { using: ofUnion('organisation', 'parent_id') })}
`,
};
