import { unionRenamed } from '@gonglian/contracts/organisation.ts';
import { reaction } from '../pipeline.ts';

/** The last name of the batch stands. */
export const onUnionRenamed = reaction({
  facts: [unionRenamed],
  async apply({ sql }, batch) {
    const names = new Map(batch.map(({ data }) => [data.unionId, data.name]));
    await sql`
      update union_state u set name = n.name
      from unnest(${[...names.keys()]}::uuid[], ${[...names.values()]}::text[]) as n(id, name)
      where u.union_id = n.id`;
  },
});
