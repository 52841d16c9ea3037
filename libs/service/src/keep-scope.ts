import { unionEstablished, unionReparented } from '@gonglian/contracts/organisation.ts';
import { pipeline } from './use-case.ts';

const { reaction } = pipeline<never>();

/**
 * Keeps the tree by which row-level security decides what is below a duty's union: the line as it is now. A union that
 * ended stays where it was, with whoever still belongs to it.
 */
export const keepScope = reaction({
  facts: [unionEstablished, unionReparented],
  async apply({ sql }, batch) {
    const edges = new Map(
      batch.map((fact) => [
        fact.data.unionId,
        fact.name === 'union.established' ? fact.data.parentId : fact.data.toParentId,
      ]),
    );
    await sql`
      insert into scope_edge (union_id, parent_id)
      select u, nullif(p, '')::uuid from unnest(${[...edges.keys()]}::uuid[],
        ${[...edges.values()]}::text[]) as e(u, p)
      on conflict (union_id) do update set parent_id = excluded.parent_id`;
  },
});
