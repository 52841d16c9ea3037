import { unionEstablished } from '@gonglian/contracts/organisation.ts';
import { reaction } from '../pipeline.ts';

/** A union exists: its name and kind decide whether somebody may join. */
export const onUnionEstablished = reaction({
  facts: [unionEstablished],
  async apply({ sql }, batch) {
    const unions = batch.map((fact) => fact.data);
    await sql`
      insert into union_state (union_id, name, kind, status)
      select distinct on (id) id, name, kind, 'ACTIVE'
      from unnest(${unions.map((union) => union.unionId)}::uuid[],
        ${unions.map((union) => union.name)}::text[],
        ${unions.map((union) => union.kind)}::text[]) as u(id, name, kind)
      on conflict (union_id) do nothing`;
  },
});
