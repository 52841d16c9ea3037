import type { UnionEstablished } from '@gonglian/contracts/gen/gonglian/organisation/v1/events.ts';
import {
  unionDissolved,
  unionEstablished,
  unionRenamed,
  unionReparented,
} from '@gonglian/contracts/organisation.ts';
import { openToService } from './row-security.ts';
import { pipeline, type Sql } from './use-case.ts';

const { reaction } = pipeline<never>();

/** What organisation has said of each union of the node, for a service whose records depend on where a union stands. */
export const knownUnionTable = (schema: string): string => `
create table known_union (
  union_id uuid primary key,
  name text not null,
  level text not null,
  kind text not null,
  region_code text not null,
  parent_id uuid,
  established_on date not null,
  dissolved_on date
);
${openToService(schema, 'known_union')}`;

/** Keeps known_union: which unions there are, where each stands now, and which have ended. */
export const keepUnions = reaction({
  facts: [unionEstablished, unionRenamed, unionReparented, unionDissolved],
  async apply({ sql }, batch) {
    const established = batch.flatMap((f) => (f.name === 'union.established' ? [f.data] : []));
    await enter(sql, established);
    for (const fact of batch) {
      switch (fact.name) {
        case 'union.established':
          break; // entered above, all at once: the demo begins with thousands
        case 'union.renamed':
          await sql`update known_union set name = ${fact.data.name} where union_id = ${fact.data.unionId}`;
          break;
        case 'union.reparented':
          await sql`
            update known_union set parent_id = ${fact.data.toParentId}
            where union_id = ${fact.data.unionId}`;
          break;
        case 'union.dissolved':
          await sql`
            update known_union set dissolved_on = ${fact.data.effectiveOn}
            where union_id = ${fact.data.unionId}`;
      }
    }
  },
});

function enter(sql: Sql, unions: readonly UnionEstablished[]): Promise<unknown> {
  const of = (field: keyof UnionEstablished) => unions.map((union) => union[field]);
  return sql`
    insert into known_union (union_id, name, level, kind, region_code, parent_id, established_on)
    select id, name, level, kind, region, nullif(parent, '')::uuid, established
    from unnest(${of('unionId')}::uuid[], ${of('name')}::text[], ${of('level')}::text[],
      ${of('kind')}::text[], ${of('regionCode')}::text[], ${of('parentId')}::text[],
      ${of('establishedOn')}::date[]) as u(id, name, level, kind, region, parent, established)`;
}
